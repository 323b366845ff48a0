//! The matcher (多パターン照合): finds every word of the vocabulary in one pass, however many words there are.
//!
//! Takes spellings with a number each, gives a dense Aho–Corasick automaton over folded characters. Folding and
//! matching are one table look-up and one transition a character; offsets are those of the original text, so nothing
//! has to be mapped back. Dense rows are affordable because only characters of the vocabulary have a column.

use super::fold::{Folded, fold, folding};

/// Column of a character: 0 is any character outside the vocabulary.
const OTHER: u16 = 0;
/// Column of a run of numerals.
const DIGIT: u16 = 1;
/// The character is not seen.
const NOTHING: u16 = u16::MAX;
/// Set on a transition whose state ends a word.
const ENDS: u16 = 0x8000;

/// A word found: which, and where. `start` and `end` are bytes of the original text, `from` and `to` count folded
/// characters from the beginning, so that distances do not depend on width or spacing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Number given with the spelling.
    pub word: u16,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// First folded character.
    pub from: u32,
    /// Folded character after the last.
    pub to: u32,
}

/// A compiled vocabulary.
#[derive(Debug, Clone)]
pub struct Automaton {
    /// Column by code point, for the basic plane.
    columns: Vec<u16>,
    /// Characters that have a column, counting the two special ones.
    width: usize,
    /// `states × width` transitions.
    transitions: Vec<u16>,
    /// By state: where its words begin in `words`; one more entry than states.
    ends: Vec<u32>,
    /// (word, length in folded characters), longest first within a state.
    words: Vec<(u16, u16)>,
}

impl Automaton {
    /// Compiles spellings. Spellings that fold to nothing are left out, as are states beyond 32,767.
    #[must_use]
    pub fn new(spellings: &[(String, u16)]) -> Self {
        let folded: Vec<(Vec<Folded>, u16)> = spellings.iter().map(|(text, word)| (folded(text), *word)).collect();
        let (columns, width) = columns(&folded);
        let mut trie = Trie::new(width);
        for (letters, word) in &folded {
            let path: Vec<u16> = letters.iter().map(|letter| column_of(&columns, *letter)).collect();
            trie.insert(&path, *word);
        }
        trie.link();
        let (ends, words) = trie.flat_words();
        Self { columns, width, transitions: trie.transitions_with_ends(), ends, words }
    }

    /// Number of states, for size figures.
    #[must_use]
    pub fn states(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// Calls `found` for every occurrence of every word, ordered by where it ends, longest first. `starts` is working
    /// space (byte offset of each folded character) and is overwritten.
    pub fn find(&self, text: &str, starts: &mut Vec<u32>, mut found: impl FnMut(Match)) {
        starts.clear();
        let mut state = 0_usize;
        let mut after_digit = false;
        for (start, character) in text.char_indices() {
            let column = self.columns.get(character as usize).copied().unwrap_or(OTHER);
            if column == NOTHING || (column == DIGIT && after_digit) {
                continue;
            }
            after_digit = column == DIGIT;
            starts.push(as_u32(start));
            let next = self.transitions.get(state * self.width + usize::from(column)).copied().unwrap_or(0);
            state = usize::from(next & !ENDS);
            if next & ENDS != 0 {
                self.report(state, starts, as_u32(start + character.len_utf8()), &mut found);
            }
        }
    }

    fn report(&self, state: usize, starts: &[u32], end: u32, found: &mut impl FnMut(Match)) {
        let from = self.ends.get(state).copied().unwrap_or(0) as usize;
        let to = self.ends.get(state + 1).copied().unwrap_or(0) as usize;
        for (word, length) in self.words.get(from..to).unwrap_or(&[]) {
            let first = starts.len().saturating_sub(usize::from(*length));
            let start = starts.get(first).copied().unwrap_or(end);
            found(Match { word: *word, start, end, from: as_u32(first), to: as_u32(starts.len()) });
        }
    }
}

/// Texts are far shorter than 4 GiB; a longer one would only lose its evidence spans.
fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The folded characters of a text as the matcher sees them.
#[must_use]
pub fn folded(text: &str) -> Vec<Folded> {
    let mut letters = Vec::with_capacity(text.len() / 3);
    for character in text.chars() {
        match fold(character) {
            Folded::Nothing => {}
            Folded::Digit if letters.last() == Some(&Folded::Digit) => {}
            letter => letters.push(letter),
        }
    }
    letters
}

/// Gives every character of the vocabulary a column, and all its other spellings the same.
fn columns(folded: &[(Vec<Folded>, u16)]) -> (Vec<u16>, usize) {
    let mut letters: Vec<char> = folded
        .iter()
        .flat_map(|(letters, _)| letters.iter())
        .filter_map(|letter| if let Folded::Letter(character) = letter { Some(*character) } else { None })
        .collect();
    letters.sort_unstable();
    letters.dedup();
    let column = |letter| match letter {
        Folded::Nothing => NOTHING,
        Folded::Digit => DIGIT,
        Folded::Letter(character) => {
            letters.binary_search(&character).ok().and_then(|place| u16::try_from(place + 2).ok()).unwrap_or(OTHER)
        }
    };
    let mut columns = vec![OTHER; usize::from(u16::MAX) + 1];
    for character in letters.iter().copied().chain(folding()) {
        if let Some(slot) = columns.get_mut(character as usize) {
            *slot = column(fold(character));
        }
    }
    (columns, letters.len() + 2)
}

fn column_of(columns: &[u16], letter: Folded) -> u16 {
    match letter {
        Folded::Letter(character) => columns.get(character as usize).copied().unwrap_or(OTHER),
        Folded::Digit => DIGIT,
        Folded::Nothing => NOTHING,
    }
}

/// The automaton while it is being built.
struct Trie {
    width: usize,
    rows: Vec<Vec<u16>>,
    words: Vec<Vec<(u16, u16)>>,
}

impl Trie {
    fn new(width: usize) -> Self {
        Self { width, rows: vec![vec![0; width]], words: vec![Vec::new()] }
    }

    fn insert(&mut self, path: &[u16], word: u16) {
        let mut state = 0_usize;
        for column in path {
            let next = self.step(state, *column);
            state = if next != 0 {
                usize::from(next)
            } else if let Some(added) = u16::try_from(self.rows.len()).ok().filter(|added| *added < ENDS) {
                self.rows.push(vec![0; self.width]);
                self.words.push(Vec::new());
                self.set(state, *column, added);
                usize::from(added)
            } else {
                return;
            };
        }
        let length = u16::try_from(path.len()).unwrap_or(u16::MAX);
        if let Some(words) = self.words.get_mut(state).filter(|_| state != 0) {
            words.push((word, length));
        }
    }

    fn step(&self, state: usize, column: u16) -> u16 {
        self.rows.get(state).and_then(|row| row.get(usize::from(column))).copied().unwrap_or(0)
    }

    fn set(&mut self, state: usize, column: u16, next: u16) {
        if let Some(cell) = self.rows.get_mut(state).and_then(|row| row.get_mut(usize::from(column))) {
            *cell = next;
        }
    }

    /// Fills every gap with the transition of the longest proper suffix, breadth first, and hands down its words.
    fn link(&mut self) {
        let mut suffixes = vec![0_usize; self.rows.len()];
        let mut queue: Vec<usize> =
            self.rows.first().into_iter().flatten().map(|next| usize::from(*next)).filter(|next| *next != 0).collect();
        let mut head = 0;
        while let Some(&state) = queue.get(head) {
            head += 1;
            let suffix = suffixes.get(state).copied().unwrap_or(0);
            let inherited = self.words.get(suffix).cloned().unwrap_or_default();
            if let Some(words) = self.words.get_mut(state) {
                words.extend(inherited);
            }
            let fallback = self.rows.get(suffix).cloned().unwrap_or_default();
            let Some(row) = self.rows.get_mut(state) else { continue };
            for (cell, other) in row.iter_mut().zip(&fallback) {
                if *cell == 0 {
                    *cell = *other;
                } else {
                    let child = usize::from(*cell);
                    if let Some(slot) = suffixes.get_mut(child) {
                        *slot = usize::from(*other);
                    }
                    queue.push(child);
                }
            }
        }
    }

    fn flat_words(&self) -> (Vec<u32>, Vec<(u16, u16)>) {
        let mut ends = vec![0];
        let mut flat = Vec::new();
        for words in &self.words {
            flat.extend_from_slice(words);
            ends.push(as_u32(flat.len()));
        }
        (ends, flat)
    }

    fn transitions_with_ends(&self) -> Vec<u16> {
        let ends = |state: u16| self.words.get(usize::from(state)).is_some_and(|words| !words.is_empty());
        self.rows.iter().flatten().map(|next| if ends(*next) { *next | ENDS } else { *next }).collect()
    }
}
