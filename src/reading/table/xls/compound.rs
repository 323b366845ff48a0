//! Compound files ([MS-CFB]): streams in chains of sectors. Chains are bounded by the number of sectors, so that a
//! circle ends.

use crate::reading::note::Reason;

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const MINI_SECTOR: usize = 64;
/// Streams shorter than this live in the mini stream.
const MINI_CUTOFF: u64 = 4096;

/// An opened compound file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<DirectoryEntry>,
}

struct DirectoryEntry {
    name: String,
    start: u32,
    length: u64,
}

/// A little-endian 16-bit number at an offset.
pub(in crate::reading::table) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|chunk| u16::from_le_bytes(*chunk))
}

/// A little-endian 32-bit number at an offset.
pub(in crate::reading::table) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|chunk| u32::from_le_bytes(*chunk))
}

fn damaged(detail: &str) -> Reason {
    Reason::damaged(format_args!("compound file: {detail}"))
}

impl<'a> Compound<'a> {
    /// Reads the header, the sector table and the directory.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let header = |at| u32_at(bytes, at).ok_or_else(|| damaged("header breaks off"));
        let sector = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(damaged("sector size")),
        };
        let mut file = Self {
            bytes,
            sector,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        file.read_table(header(68)?);
        let directory = file.chain(header(48)?, u64::MAX)?;
        file.entries = directory.chunks_exact(128).filter_map(|entry| DirectoryEntry::read(entry, sector)).collect();
        let mini_table = file.chain(header(60)?, u64::MAX)?;
        file.mini_table = mini_table.chunks_exact(4).filter_map(|id| u32_at(id, 0)).collect();
        if let Some(root) = file.entries.first() {
            file.mini_stream = file.chain(root.start, root.length)?;
        }
        Ok(file)
    }

    /// The bytes of a stream by its name, and whether they are all that the directory promises.
    pub fn stream(&self, name: &str) -> Result<Option<(Vec<u8>, bool)>, Reason> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let stream = if entry.length < MINI_CUTOFF {
            self.mini_chain(entry.start, entry.length)
        } else {
            self.chain(entry.start, entry.length)?
        };
        let whole = stream.len() as u64 == entry.length;
        Ok(Some((stream, whole)))
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..)?;
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    /// The table of sectors: 109 of its own sectors are named in the header, the others in a chain.
    fn read_table(&mut self, mut further: u32) {
        let sectors = self.bytes.len() / self.sector + 1;
        let mut ids: Vec<u32> = (0..109).map_while(|index| u32_at(self.bytes, 76 + index * 4)).collect();
        while further < END_OF_CHAIN && ids.len() < sectors {
            let Some(sector) = self.sector(further) else {
                break;
            };
            let mut more: Vec<u32> = sector.chunks_exact(4).filter_map(|id| u32_at(id, 0)).collect();
            further = more.pop().unwrap_or(END_OF_CHAIN);
            ids.extend(more);
        }
        for id in ids.into_iter().filter(|id| *id < END_OF_CHAIN - 2).take(sectors) {
            let Some(sector) = self.sector(id) else {
                continue;
            };
            self.table.extend(sector.chunks_exact(4).filter_map(|id| u32_at(id, 0)));
            if self.table.len() > sectors {
                break;
            }
        }
    }

    fn chain(&self, mut id: u32, length: u64) -> Result<Vec<u8>, Reason> {
        let mut stream = Vec::new();
        let mut steps = self.bytes.len() / self.sector + 1;
        while id < END_OF_CHAIN && (stream.len() as u64) < length {
            steps = steps.checked_sub(1).ok_or_else(|| damaged("a chain of sectors runs in a circle"))?;
            let Some(sector) = self.sector(id) else { break };
            stream.extend_from_slice(sector);
            id = self.table.get(id as usize).copied().unwrap_or(END_OF_CHAIN);
        }
        stream.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        Ok(stream)
    }

    fn mini_chain(&self, mut id: u32, length: u64) -> Vec<u8> {
        let mut stream = Vec::new();
        while id < END_OF_CHAIN && (stream.len() as u64) < length {
            let start = (id as usize).saturating_mul(MINI_SECTOR);
            // The last sector may be shorter: the mini stream ends with its last byte.
            let sector = match self.mini_stream.get(start..) {
                Some(rest) if !rest.is_empty() => rest.get(..MINI_SECTOR).unwrap_or(rest),
                _ => break,
            };
            stream.extend_from_slice(sector);
            id = self.mini_table.get(id as usize).copied().unwrap_or(END_OF_CHAIN);
        }
        stream.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        stream
    }
}

impl DirectoryEntry {
    fn read(bytes: &[u8], sector: usize) -> Option<Self> {
        let name_bytes = usize::from(u16_at(bytes, 64)?).min(64).saturating_sub(2);
        let units: Vec<u16> = (0..name_bytes / 2).filter_map(|unit| u16_at(bytes, unit * 2)).collect();
        let low = u64::from(u32_at(bytes, 120)?);
        let high = if sector == 512 { 0 } else { u64::from(u32_at(bytes, 124)?) };
        Some(Self { name: String::from_utf16_lossy(&units), start: u32_at(bytes, 116)?, length: high << 32 | low })
    }
}
