//! Caps on what a file may ask of the page, each with its reason.
//!
//! They stand far above what town halls have (the largest real list seen has 6,315 clauses and 2 MB) and far below
//! what would freeze or exhaust a browser tab, whose memory ends at 4 GiB.

/// The caps. [`Limits::default`] is what the page uses; tests use smaller ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file as dropped.
    pub file_bytes: u64,
    /// Bytes that one archive, workbook or document may hold unzipped, all parts together.
    pub unzipped_bytes: u64,
    /// Unzipped bytes for each zipped byte of a part. Real sheets reach about 60; a bomb reaches 1,000.
    pub unzip_ratio: u64,
    /// Parts smaller than this (unzipped, bytes) are not measured by their ratio: blank templates zip well.
    pub ratio_floor: u64,
    /// Files in one archive.
    pub entries: usize,
    /// Archives in archives: 1 reads the ZIP itself and refuses ZIPs inside.
    pub archive_depth: u32,
    /// Rows of one sheet; the bound of XLSX itself.
    pub rows: u32,
    /// Columns of one sheet. A cell beyond it is noted and left out: dense rows would exhaust memory.
    pub columns: usize,
    /// Cells of one file, blanks between filled cells included.
    pub cells: u64,
    /// Bytes of text (UTF-8) in the cells of one file: a shared string may be named by a million cells.
    pub text_bytes: u64,
    /// Characters of one cell. Excel stops at 32,767; CSV has no bound of its own.
    pub cell_characters: usize,
    /// Depth of nested elements in XML and HTML.
    pub nesting: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 200 << 20,
            unzipped_bytes: 512 << 20,
            unzip_ratio: 400,
            ratio_floor: 16 << 20,
            entries: 20_000,
            archive_depth: 1,
            rows: 1_048_576,
            columns: 1_000,
            cells: 8_000_000,
            text_bytes: 256 << 20,
            cell_characters: 100_000,
            nesting: 256,
        }
    }
}
