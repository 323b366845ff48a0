//! The matcher (多パターン照合): finds every word of the vocabulary in one pass, however many words there are.
//!
//! Takes a tree of spellings with a number each, gives an Aho–Corasick automaton over folded characters. Folding and matching
//! are one table look-up and one transition a character; offsets are those of the original text, so nothing has to be
//! mapped back. Only characters of the vocabulary have a column, so full rows are affordable where most steps happen.

use super::fold::{self, folding};
use super::spelled::{DIGIT, Tree, letters};

/// Column of a character: 0 is any character outside the vocabulary.
const OTHER: u16 = 0;
/// The character is not seen.
const NOTHING: u16 = u16::MAX;

/// Set on a transition whose state ends a word.
const ENDS: u16 = 0x8000;
/// States of less than this depth have full rows.
const WIDE: u16 = 3;

/// A word found: which, and where. `start` and `end` are bytes of the original text, `from` and `to` count folded
/// characters from the beginning, so that distances do not depend on width or spacing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Number given with the spelling.
    pub word: u8,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// First folded character.
    pub from: u32,
    /// Folded character after the last.
    pub to: u32,
}

/// A compiled vocabulary. States are numbered breadth first, so the shallow ones come first and have full rows;
/// the deeper ones have few children and fall back to their longest proper suffix.
#[derive(Debug, Clone)]
pub struct Automaton {
    /// Column by code point, for the basic plane.
    columns: Vec<u16>,
    /// Characters that have a column, counting the two special ones.
    width: usize,
    /// `wide states × width` transitions.
    rows: Vec<u16>,
    /// By state: where its edges begin in `edges`; one more entry than states.
    firsts: Vec<u16>,
    /// Columns, by state. Each leads to a state of its own, in order: the first edge of all to state 1.
    edges: Vec<u16>,
    /// By state: its longest proper suffix.
    suffixes: Vec<u16>,
    /// By state: where its words begin in `words`; one more entry than states.
    ends: Vec<u16>,
    /// (word, length in folded characters), longest first within a state.
    words: Vec<(u8, u16)>,
}

impl Automaton {
    /// Compiles the spellings of a tree.
    #[must_use]
    pub fn new(tree: &Tree) -> Self {
        let (columns, width) = columns();
        let order = by_depth(tree);
        let mut states = vec![0; order.len()];
        for (state, place) in (0..).zip(&order) {
            if let Some(slot) = states.get_mut(usize::from(*place)) {
                *slot = state;
            }
        }
        let mut automaton = Self {
            columns,
            width,
            rows: Vec::new(),
            firsts: Vec::new(),
            edges: Vec::new(),
            suffixes: Vec::new(),
            ends: vec![0],
            words: Vec::new(),
        };
        automaton.lay_edges(tree, &order, &states);
        for place in order {
            automaton.lay_state(tree, place, &states);
        }
        automaton.mark_ends();
        automaton
    }

    /// Number of states, for size figures.
    #[must_use]
    pub fn states(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// Calls `found` for every occurrence of every word, ordered by where it ends, longest first. `starts` is working
    /// space (byte offset of each folded character) and is overwritten.
    pub fn find(&self, text: &str, starts: &mut Vec<u32>, mut found: impl FnMut(Match)) {
        if starts.len() < text.len() {
            starts.resize(text.len(), 0);
        }
        let (columns, rows, width) = (self.columns.as_slice(), self.rows.as_slice(), self.width);
        let starts = starts.as_mut_slice();
        let mut rest = text.as_bytes();
        let (mut state, mut count) = (0_u16, 0);
        // What is not seen once more: a numeral behind a numeral.
        let mut repeated = NOTHING;
        while let Some((code, behind)) = next(rest) {
            let start = text.len() - rest.len();
            rest = behind;
            let column = columns.get(code as usize).copied().unwrap_or(OTHER);
            if column == NOTHING || column == repeated {
                continue;
            }
            repeated = if column == DIGIT { DIGIT } else { NOTHING };
            if let Some(slot) = starts.get_mut(count) {
                *slot = as_u32(start);
            }
            count += 1;
            let shallow = rows.get(usize::from(state) * width + usize::from(column));
            let next = shallow.copied().unwrap_or_else(|| self.step(state, column));
            state = next & !ENDS;
            if next & ENDS != 0 {
                let end = as_u32(text.len() - rest.len());
                self.report(state, starts.get(..count).unwrap_or(&[]), end, &mut found);
            }
        }
    }

    /// The next state, with [`ENDS`] if it ends a word.
    #[inline(never)]
    fn step(&self, mut state: u16, column: u16) -> u16 {
        loop {
            if let Some(next) = self.rows.get(usize::from(state) * self.width + usize::from(column)) {
                return *next;
            }
            let (first, edges) = self.edges_of(state);
            if let Some((edge, next)) = edges.iter().zip(first + 1..).find(|(edge, _)| *edge & !ENDS == column) {
                return next | edge & ENDS;
            }
            state = self.suffix(state);
        }
    }

    /// The edges of a state, and how many stand before them.
    fn edges_of(&self, state: u16) -> (u16, &[u16]) {
        let first = self.firsts.get(usize::from(state)).copied().unwrap_or(0);
        let last = self.firsts.get(usize::from(state) + 1).copied().unwrap_or(0);
        (first, self.edges.get(first.into()..last.into()).unwrap_or(&[]))
    }

    fn suffix(&self, state: u16) -> u16 {
        self.suffixes.get(usize::from(state)).copied().unwrap_or(0)
    }

    /// The words of a state.
    fn words_of(&self, state: u16) -> &[(u8, u16)] {
        let from = self.ends.get(usize::from(state)).copied().unwrap_or(0);
        let to = self.ends.get(usize::from(state) + 1).copied().unwrap_or(0);
        self.words.get(from.into()..to.into()).unwrap_or(&[])
    }

    fn report(&self, state: u16, starts: &[u32], end: u32, found: &mut impl FnMut(Match)) {
        for (word, length) in self.words_of(state) {
            let first = starts.len().saturating_sub(usize::from(*length));
            let start = starts.get(first).copied().unwrap_or(end);
            found(Match { word: *word, start, end, from: as_u32(first), to: as_u32(starts.len()) });
        }
    }
}

/// The first character of UTF-8, and what stands behind it. Written out: compiled for size the standard one is three calls a
/// character, half of the time that matching takes.
#[expect(clippy::inline_always, reason = "the loop that every character of every text passes")]
#[inline(always)]
fn next(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let more = |before: u32, byte: u8| before << 6 | u32::from(byte & 0x3f);
    match *bytes {
        [first @ 0xe0..0xf0, second, third, ref rest @ ..] => {
            Some((more(more(u32::from(first & 0xf), second), third), rest))
        }
        [first @ 0..0x80, ref rest @ ..] => Some((u32::from(first), rest)),
        [first @ 0x80..0xe0, second, ref rest @ ..] => Some((more(u32::from(first & 0x1f), second), rest)),
        [first, second, third, fourth, ref rest @ ..] => {
            Some((more(more(more(u32::from(first & 7), second), third), fourth), rest))
        }
        _ => None,
    }
}

/// The build refuses tables of more states.
fn as_u16(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// Texts are far shorter than 4 GiB; a longer one would only lose its evidence spans.
fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Gives every letter of the vocabulary its number as column, and all its other spellings the same.
fn columns() -> (Vec<u16>, usize) {
    let mut columns = vec![OTHER; usize::from(u16::MAX) + 1];
    let mut width = 0;
    for (letter, column) in letters() {
        set(&mut columns, letter, column);
        width = width.max(usize::from(column) + 1);
    }
    set(&mut columns, fold::NOTHING, NOTHING);
    for (character, form) in folding() {
        let column = columns.get(form as usize).copied().unwrap_or(OTHER);
        set(&mut columns, character, column);
    }
    (columns, width)
}

fn set(columns: &mut [u16], character: char, column: u16) {
    if let Some(slot) = columns.get_mut(character as usize) {
        *slot = column;
    }
}

/// The nodes of a tree by their depth, and within one in the order of the tree: the states.
fn by_depth(tree: &Tree) -> Vec<u16> {
    let mut order = Vec::with_capacity(tree.nodes.len());
    for depth in 0.. {
        let before = order.len();
        order.extend((0..).zip(&tree.nodes).filter(|(_, node)| node.depth == depth).map(|(place, _)| place));
        if order.len() == before {
            break;
        }
    }
    order
}

impl Automaton {
    /// Lays where the edges of every state begin. Edges are in the order of their states.
    fn lay_edges(&mut self, tree: &Tree, order: &[u16], states: &[u16]) {
        for node in order.iter().filter_map(|place| tree.nodes.get(usize::from(*place))).skip(1) {
            let parent = states.get(usize::from(node.parent)).copied().unwrap_or(0);
            let begun = as_u16(self.edges.len());
            let missing = (usize::from(parent) + 1).saturating_sub(self.firsts.len());
            self.firsts.extend(std::iter::repeat_n(begun, missing));
            self.edges.push(node.letter);
        }
        let missing = (order.len() + 1).saturating_sub(self.firsts.len());
        self.firsts.extend(std::iter::repeat_n(as_u16(self.edges.len()), missing));
    }

    /// Lays one state; all before it are laid already.
    fn lay_state(&mut self, tree: &Tree, place: u16, states: &[u16]) {
        let Some(node) = tree.nodes.get(usize::from(place)) else { return };
        let parent = states.get(usize::from(node.parent)).copied().unwrap_or(0);
        let suffix = if node.depth < 2 { 0 } else { self.step(self.suffix(parent), node.letter) };
        let state = self.suffixes.len();
        self.suffixes.push(suffix);
        if node.depth < WIDE {
            let begin = usize::from(suffix) * self.width;
            if state == 0 {
                self.rows.resize(self.width, 0);
            } else {
                let row = self.rows.get(begin..begin + self.width).unwrap_or(&[]).to_vec();
                self.rows.extend(row);
            }
            let begin = state * self.width;
            let (first, edges) = self.edges_of(as_u16(state));
            let edges: Vec<(u16, u16)> = edges.iter().copied().zip(first + 1..).collect();
            for (column, next) in edges {
                if let Some(cell) = self.rows.get_mut(begin + usize::from(column)) {
                    *cell = next;
                }
            }
        }
        let own = tree.ending(place).map(|number| (number, node.depth));
        self.words.extend(own);
        if state != 0 {
            let inherited = self.words_of(suffix).to_vec();
            self.words.extend(inherited);
        }
        self.ends.push(as_u16(self.words.len()));
    }

    /// Sets [`ENDS`] on every transition to a state with words, its own or inherited.
    fn mark_ends(&mut self) {
        let ends: Vec<u16> =
            self.ends.windows(2).map(|pair| if pair.first() == pair.last() { 0 } else { ENDS }).collect();
        for cell in &mut self.rows {
            *cell |= ends.get(usize::from(*cell)).copied().unwrap_or(0);
        }
        for (edge, end) in self.edges.iter_mut().zip(ends.iter().skip(1)) {
            *edge |= end;
        }
    }
}
