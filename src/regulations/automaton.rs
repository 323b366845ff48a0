//! The matcher (多パターン照合): finds every word of the vocabulary in one pass, however many words there are.
//!
//! Takes spellings with a number each, gives an Aho–Corasick automaton over folded characters. Folding and matching
//! are one table look-up and one transition a character; offsets are those of the original text, so nothing has to be
//! mapped back. Only characters of the vocabulary have a column, so full rows are affordable where most steps happen.

use super::fold::{Folded, fold, folding};

/// Column of a character: 0 is any character outside the vocabulary.
const OTHER: u16 = 0;
/// Column of a run of numerals.
const DIGIT: u16 = 1;
/// The character is not seen.
const NOTHING: u16 = u16::MAX;

/// Set on a transition whose state ends a word.
const ENDS: u16 = 0x8000;
/// States of less than this depth have full rows.
const WIDE: usize = 3;

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
    /// By state: where its children begin in `children`; one more entry than states.
    firsts: Vec<u32>,
    /// (column, state), by state.
    children: Vec<(u16, u16)>,
    /// By state: its longest proper suffix.
    suffixes: Vec<u16>,
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
        let mut trie = Trie::default();
        for (letters, word) in &folded {
            let path: Vec<u16> = letters.iter().map(|letter| column_of(&columns, *letter)).collect();
            trie.insert(&path, *word);
        }
        trie.compile(columns, width)
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
        let mut state = 0_u16;
        let mut after_digit = false;
        for (start, character) in text.char_indices() {
            let column = self.columns.get(character as usize).copied().unwrap_or(OTHER);
            if column == NOTHING || (column == DIGIT && after_digit) {
                continue;
            }
            after_digit = column == DIGIT;
            starts.push(as_u32(start));
            let next = self.step(state, column);
            state = next & !ENDS;
            if next & ENDS != 0 {
                self.report(usize::from(state), starts, as_u32(start + character.len_utf8()), &mut found);
            }
        }
    }

    /// The next state, with [`ENDS`] if it ends a word.
    fn step(&self, mut state: u16, column: u16) -> u16 {
        loop {
            if let Some(next) = self.rows.get(usize::from(state) * self.width + usize::from(column)) {
                return *next;
            }
            let first = self.firsts.get(usize::from(state)).copied().unwrap_or(0) as usize;
            let last = self.firsts.get(usize::from(state) + 1).copied().unwrap_or(0) as usize;
            let children = self.children.get(first..last).unwrap_or(&[]);
            if let Some((_, child)) = children.iter().find(|(edge, _)| *edge == column) {
                return *child;
            }
            state = self.suffixes.get(usize::from(state)).copied().unwrap_or(0);
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

/// A node of the trie.
#[derive(Debug, Default, Clone)]
struct Node {
    /// (column, node), in the order of arrival.
    children: Vec<(u16, usize)>,
    /// (word, length).
    words: Vec<(u16, u16)>,
    depth: usize,
}

/// The vocabulary while it is being built.
#[derive(Debug)]
struct Trie {
    nodes: Vec<Node>,
}

impl Default for Trie {
    fn default() -> Self {
        Self { nodes: vec![Node::default()] }
    }
}

impl Trie {
    fn insert(&mut self, path: &[u16], word: u16) {
        let mut place = 0;
        for column in path {
            place = match self.child(place, *column) {
                Some(child) => child,
                None if self.nodes.len() >= usize::from(ENDS) => return,
                None => self.add(place, *column),
            };
        }
        let length = u16::try_from(path.len()).unwrap_or(u16::MAX);
        if let Some(node) = self.nodes.get_mut(place).filter(|_| place != 0) {
            node.words.push((word, length));
        }
    }

    fn child(&self, place: usize, column: u16) -> Option<usize> {
        let children = self.nodes.get(place).map_or(&[][..], |node| node.children.as_slice());
        children.iter().find(|(edge, _)| *edge == column).map(|(_, child)| *child)
    }

    fn add(&mut self, place: usize, column: u16) -> usize {
        let added = self.nodes.len();
        let depth = self.nodes.get(place).map_or(0, |node| node.depth) + 1;
        self.nodes.push(Node { depth, ..Node::default() });
        if let Some(node) = self.nodes.get_mut(place) {
            node.children.push((column, added));
        }
        added
    }

    /// Numbers the nodes breadth first and lays the tables.
    fn compile(&self, columns: Vec<u16>, width: usize) -> Automaton {
        let mut order = vec![0];
        let mut numbers = vec![0_u16; self.nodes.len()];
        let mut head = 0;
        while let Some(node) = order.get(head).and_then(|place| self.nodes.get(*place)) {
            head += 1;
            for (_, child) in &node.children {
                if let Some(slot) = numbers.get_mut(*child) {
                    *slot = u16::try_from(order.len()).unwrap_or(0);
                }
                order.push(*child);
            }
        }
        let mut automaton = Automaton {
            columns,
            width,
            rows: Vec::new(),
            firsts: vec![0],
            children: Vec::new(),
            suffixes: vec![0; order.len()],
            ends: vec![0],
            words: Vec::new(),
        };
        for (state, node) in order.iter().filter_map(|place| self.nodes.get(*place)).enumerate() {
            automaton.add_state(state, node, &numbers);
        }
        automaton.mark_ends();
        automaton
    }
}

impl Automaton {
    /// Sets [`ENDS`] on every transition to a state with words, its own or inherited.
    fn mark_ends(&mut self) {
        let ends: Vec<bool> = self.ends.windows(2).map(|pair| pair.first() != pair.last()).collect();
        let marked = |state: u16| state | if ends.get(usize::from(state)) == Some(&true) { ENDS } else { 0 };
        for cell in &mut self.rows {
            *cell = marked(*cell);
        }
        for (_, child) in &mut self.children {
            *child = marked(*child);
        }
    }

    /// Lays one state; its suffix and all shallower states are laid already.
    fn add_state(&mut self, state: usize, node: &Node, numbers: &[u16]) {
        let suffix = self.suffixes.get(state).copied().unwrap_or(0);
        let children = node.children.iter().map(|(column, child)| (*column, numbers.get(*child).copied().unwrap_or(0)));
        let children: Vec<(u16, u16)> = children.collect();
        if node.depth > 0 {
            for (column, child) in &children {
                let below = self.step(suffix, *column);
                if let Some(slot) = self.suffixes.get_mut(usize::from(*child)) {
                    *slot = below;
                }
            }
        }
        if node.depth < WIDE {
            let begin = usize::from(suffix) * self.width;
            let fallback = self.rows.get(begin..begin + self.width).filter(|_| state != 0);
            let mut row = fallback.map_or_else(|| vec![0; self.width], <[u16]>::to_vec);
            for (column, child) in &children {
                if let Some(cell) = row.get_mut(usize::from(*column)) {
                    *cell = *child;
                }
            }
            self.rows.extend(row);
        }
        self.children.extend(children);
        self.firsts.push(as_u32(self.children.len()));
        let first = self.ends.get(usize::from(suffix)).copied().unwrap_or(0) as usize;
        let last = self.ends.get(usize::from(suffix) + 1).copied().unwrap_or(0) as usize;
        let inherited = if state == 0 { Vec::new() } else { self.words.get(first..last).unwrap_or(&[]).to_vec() };
        self.words.extend(node.words.iter().copied().chain(inherited));
        self.ends.push(as_u32(self.words.len()));
    }
}
