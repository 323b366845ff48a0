//! Spellings as the build writes them (表記の列): a tree of letters, read from a table of bytes.
//!
//! A table holds its spellings sorted and folded; each is how many letters it shares with the one before it, how many
//! follow, those letters, and a number (a class, a form). Letters are numbered by [`LETTERS`], frequent ones first:
//! those below [`SINGLE`] take one byte. `build/regulations/spelled.rs` writes what this reads.

use super::fold;
use super::names::LETTERS;

/// Number of a run of numerals; those of [`LETTERS`] follow, and 0 is none.
pub const DIGIT: u16 = 1;
/// Letters from this number on take two bytes, of which the first is no smaller.
const SINGLE: u8 = 240;
/// The two lengths are a byte each and stand behind this; else they share one.
const LONG: u8 = u8::MAX;

/// The letters with their numbers.
pub fn letters() -> impl Iterator<Item = (char, u16)> {
    std::iter::once(fold::DIGIT).chain(LETTERS.chars()).zip(DIGIT..)
}

/// A letter of a spelling behind those before it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// Number of the letter, or its code (see [`Tree::by_codes`]).
    pub letter: u16,
    /// How many letters lead to it, itself counted.
    pub depth: u16,
    /// The letter before it.
    pub parent: u16,
    /// The first node behind all that go on from it.
    pub behind: u16,
    /// The first of its ends, if it has any.
    pub first_end: u16,
}

/// All spellings of a table.
#[derive(Debug, Clone)]
pub struct Tree {
    /// The root, then each node before those that go on from it.
    pub nodes: Vec<Node>,
    /// Where spellings end: node and number, in order.
    pub ends: Vec<(u16, u8)>,
}

impl Tree {
    /// Reads a table.
    #[must_use]
    pub fn read(table: &[u8]) -> Self {
        let mut tree = Self { nodes: vec![Node::default()], ends: Vec::new() };
        let mut path = vec![0];
        let mut bytes = table.iter().copied();
        while let Some((shared, more)) = lengths(&mut bytes) {
            tree.leave(&mut path, shared);
            for _ in 0..more {
                let letter = letter(&mut bytes);
                path.push(tree.add(letter, &path));
            }
            tree.ends.push((path.last().copied().unwrap_or(0), bytes.next().unwrap_or(0)));
        }
        tree.leave(&mut path, 0);
        let behind = as_u16(tree.nodes.len());
        if let Some(root) = tree.nodes.first_mut() {
            root.behind = behind;
        }
        tree
    }

    /// The same with letters by their codes in place of their numbers.
    #[must_use]
    pub fn by_codes(mut self) -> Self {
        let codes: Vec<u16> = letters().map(|(letter, _)| u16::try_from(u32::from(letter)).unwrap_or(0)).collect();
        for node in self.nodes.iter_mut().skip(1) {
            node.letter = codes.get(usize::from(node.letter - DIGIT)).copied().unwrap_or(0);
        }
        self
    }

    /// The node that goes on from another with this code.
    #[must_use]
    pub fn child(&self, place: u16, letter: char) -> Option<u16> {
        let behind = self.nodes.get(usize::from(place))?.behind;
        let mut child = place + 1;
        while child < behind {
            let node = self.nodes.get(usize::from(child))?;
            if u32::from(node.letter) == u32::from(letter) {
                return Some(child);
            }
            child = node.behind;
        }
        None
    }

    /// Every spelling at the beginning of these letters: how many it has, and its number.
    pub fn beginnings(&self, letters: &[char]) -> impl Iterator<Item = (usize, u8)> {
        let mut last = 0;
        let nodes = (1..).zip(letters).map_while(move |(length, letter)| {
            last = self.child(last, *letter)?;
            Some((length, last))
        });
        std::iter::once((0, 0))
            .chain(nodes)
            .flat_map(|(length, place)| self.ending(place).map(move |number| (length, number)))
    }

    fn add(&mut self, letter: u16, path: &[u16]) -> u16 {
        let added = as_u16(self.nodes.len());
        let parent = path.last().copied().unwrap_or(0);
        self.nodes.push(Node {
            letter,
            depth: as_u16(path.len()),
            parent,
            behind: 0,
            first_end: as_u16(self.ends.len()),
        });
        added
    }

    /// Goes back to the node at this depth: nothing more goes on from those behind it.
    fn leave(&mut self, path: &mut Vec<u16>, depth: usize) {
        let behind = as_u16(self.nodes.len());
        while path.len() > depth + 1 {
            if let Some(node) = path.pop().and_then(|left| self.nodes.get_mut(usize::from(left))) {
                node.behind = behind;
            }
        }
    }

    /// The numbers that end at a node.
    pub fn ending(&self, place: u16) -> impl Iterator<Item = u8> {
        let first = self.nodes.get(usize::from(place)).map_or(0, |node| usize::from(node.first_end));
        let ends = self.ends.get(first..).unwrap_or(&[]);
        ends.iter().take_while(move |(node, _)| *node == place).map(|(_, number)| *number)
    }
}

/// How many letters are shared, and how many follow.
fn lengths(bytes: &mut impl Iterator<Item = u8>) -> Option<(usize, usize)> {
    Some(match bytes.next()? {
        LONG => (bytes.next()?.into(), bytes.next()?.into()),
        both => ((both >> 4).into(), (both & 15).into()),
    })
}

fn letter(bytes: &mut impl Iterator<Item = u8>) -> u16 {
    match bytes.next().unwrap_or(0) {
        high @ SINGLE.. => u16::from(high - SINGLE) << 8 | u16::from(bytes.next().unwrap_or(0)),
        low => low.into(),
    }
}

/// Tables have far fewer nodes; the build refuses more.
fn as_u16(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
