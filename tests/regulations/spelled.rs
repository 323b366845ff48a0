//! What the build writes of the spellings is what the engine reads.

use std::collections::BTreeMap;

use ichimai::regulations::fold::folded;
use ichimai::regulations::spelled::{Tree, letters};
use ichimai::regulations::tables::WORDS;
use ichimai::regulations::vocabulary::Vocabulary;

#[test]
fn every_word_of_the_data_is_read_back() {
    let numbers: BTreeMap<u16, char> = letters().map(|(letter, number)| (number, letter)).collect();
    let tree = Tree::read(WORDS);
    let spelled = |mut place: u16| {
        let mut letters = Vec::new();
        while place != 0 {
            let node = tree.nodes[usize::from(place)];
            letters.insert(0, numbers[&node.letter]);
            place = node.parent;
        }
        letters
    };
    let read: Vec<Vec<char>> = tree.ends.iter().map(|(place, _)| spelled(*place)).collect();
    let mut written: Vec<Vec<char>> = Vocabulary::spellings().iter().map(|word| folded(word)).collect();
    written.sort();
    assert_eq!(read, written);
}
