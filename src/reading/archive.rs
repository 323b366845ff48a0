//! ZIP archives, opened with caps: workbooks, documents and ZIPs of files all come through here.
//!
//! Nothing is unzipped before its declared size and ratio are checked, and nothing is believed: the bytes that really
//! come out are counted against the same caps. Names of members are UTF-8 where the archive says so, else guessed
//! (Japanese Windows writes `Shift_JIS`).

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::charset;
use super::limits::Limits;
use super::note::{Cap, Reason};

/// An opened archive that counts what is unzipped from it.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Members by their folded path: parts of office files are named without regard to case and separator.
    folded: BTreeMap<String, usize>,
    limits: Limits,
    /// Unzipped bytes that may still come out.
    left: u64,
}

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Position in the archive.
    pub index: usize,
    /// Its path, with `/` between folders.
    pub path: String,
}

impl<'a> Archive<'a> {
    /// Opens an archive in memory.
    ///
    /// # Errors
    /// [`Reason::Damaged`] when its directory cannot be read, [`Reason::Limit`] with too many members or with a
    /// declared size over the cap.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Reason> {
        // Counted before the library holds an entry for each.
        let headers = if bytes.len() >= limits.entries * SMALLEST_HEADER { count_headers(bytes) } else { 0 };
        if headers > limits.entries {
            return Err(over(Cap::Entries, limits.entries as u64, Some(headers as u64)));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| reason(&error))?;
        // Of a file that breaks off, the last directory may be that of an archive stored inside.
        if zip.offset() != 0 {
            return Err(Reason::damaged("the directory of the archive is missing"));
        }
        if zip.len() > limits.entries {
            return Err(over(Cap::Entries, limits.entries as u64, Some(zip.len() as u64)));
        }
        let name = |index: usize| zip.name_for_index(index).and_then(Result::ok).map(|name| folded(&name));
        let folded = (0..zip.len()).filter_map(|index| Some((name(index)?, index))).collect();
        Ok(Self { zip, folded, limits: *limits, left: limits.unzipped_bytes })
    }

    /// The files of the archive in its own order, without folders and without what macOS adds.
    #[must_use]
    pub fn members(&mut self) -> Vec<Member> {
        let mut members = Vec::new();
        for index in 0..self.zip.len() {
            let Ok(file) = self.zip.by_index_raw(index) else {
                continue;
            };
            let path = member_path(file.name_raw(), file.name().ok().as_deref());
            let added_by_mac = path.starts_with("__MACOSX/") || path.ends_with(".DS_Store");
            if !path.ends_with('/') && !added_by_mac {
                members.push(Member { index, path });
            }
        }
        members
    }

    /// The unzipped size of a member as the archive declares it, not to be believed.
    #[must_use]
    pub fn declared(&mut self, index: usize) -> u64 {
        self.zip.by_index_raw(index).map_or(u64::MAX, |file| file.size())
    }

    /// The place of a part by its name, else by its name without regard to case, separators and percent signs.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        let by_name = self.zip.index_for_name(name);
        by_name.or_else(|| self.folded.get(&folded(name)).copied()).or_else(|| {
            let decoded = percent_decoded(name).filter(|decoded| decoded != name)?;
            self.folded.get(&folded(&decoded)).copied()
        })
    }

    /// The folded paths of all members, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.folded.keys().map(String::as_str)
    }

    /// Unzips a part by its name; `None` where there is none.
    ///
    /// # Errors
    /// As [`Archive::unzip`].
    pub fn part(&mut self, name: &str, at_most: Option<u64>) -> Result<Option<Vec<u8>>, Reason> {
        match self.place(name) {
            Some(index) => self.unzip(index, at_most).map(Some),
            None => Ok(None),
        }
    }

    /// Unzips the member at `index`, or its first `at_most` bytes.
    ///
    /// # Errors
    /// [`Reason::Encrypted`], [`Reason::Damaged`], or [`Reason::Limit`] by declared or real size or ratio.
    pub fn unzip(&mut self, index: usize, at_most: Option<u64>) -> Result<Vec<u8>, Reason> {
        let file = self.zip.by_index(index).map_err(|error| reason(&error))?;
        let (packed, declared) = (file.compressed_size(), file.size());
        let wanted = at_most.unwrap_or(u64::MAX);
        let ratio_cap = packed.saturating_mul(self.limits.unzip_ratio).max(self.limits.ratio_floor);
        if at_most.is_none() {
            if declared > self.left {
                return Err(over(Cap::UnzippedBytes, self.limits.unzipped_bytes, Some(declared)));
            }
            if declared > ratio_cap {
                return Err(over(Cap::UnzipRatio, self.limits.unzip_ratio, Some(declared / packed.max(1))));
            }
        }
        let cap = ratio_cap.min(self.left);
        let likely = declared.min(wanted).min(cap).min(LIKELY);
        let mut bytes = Vec::with_capacity(usize::try_from(likely).unwrap_or(0));
        let mut reader = file.take(wanted.min(cap.saturating_add(1)));
        reader.read_to_end(&mut bytes).map_err(|error| Reason::damaged(format_args!("zip member {index}: {error}")))?;
        let length = bytes.len() as u64;
        if length > cap {
            let limit = if cap == self.left { Cap::UnzippedBytes } else { Cap::UnzipRatio };
            return Err(over(limit, cap, None));
        }
        if at_most.is_none() {
            self.left = self.left.saturating_sub(length);
        }
        Ok(bytes)
    }
}

/// Unzipped bytes that are made room for before they have come out.
const LIKELY: u64 = 64 << 20;
/// Bytes of a header of the central directory at least.
const SMALLEST_HEADER: usize = 46;

/// Headers of the central directory.
fn count_headers(bytes: &[u8]) -> usize {
    bytes.windows(4).filter(|window| *window == b"PK\x01\x02").count()
}

/// A path without regard to case, separator and leading separator.
fn folded(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// A name whose bytes may be written as `%E8`; `None` where that gives no text.
fn percent_decoded(name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        bytes.push(if byte == b'%' { u8::try_from(digit()? * 16 + digit()?).ok()? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

/// A member's path: UTF-8 if it is, else by the guess of its character set.
fn member_path(raw: &[u8], told: Option<&str>) -> String {
    let path = match std::str::from_utf8(raw) {
        Ok(path) => path.to_owned(),
        // The Unicode extra field, where the archive has one, is resolved by the library to a name without damage.
        Err(_) => charset::guess_short(raw).map_or_else(|| told.unwrap_or("?").to_owned(), |set| set.decode(raw)),
    };
    path.replace('\\', "/")
}

fn over(cap: Cap, limit: u64, found: Option<u64>) -> Reason {
    Reason::Limit { cap, limit, found }
}

fn reason(error: &ZipError) -> Reason {
    let text = error.to_string();
    if text.to_lowercase().contains("password") { Reason::Encrypted } else { Reason::damaged(text) }
}
