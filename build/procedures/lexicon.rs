//! `words.csv` and `compounds.csv`: the words that decide which procedure a name means.

use std::{collections::BTreeMap, fmt::Write as _};

use super::folding::fold_word;
use super::table::{Row, parts, value};

/// Kinds of concept: the data's word and the code's word.
const KINDS: [(&str, &str); 7] = [
    ("制度", "Scheme"),
    ("要語", "Key"),
    ("補語", "Qualifier"),
    ("確認", "Doubt"),
    ("他制度", "OtherScheme"),
    ("他手続", "OtherAct"),
    ("語", "Neutral"),
];

/// Concepts in the order of the data, and the words that name them.
pub struct Lexicon {
    concepts: Vec<(String, &'static str)>,
    words: BTreeMap<String, (String, u128)>,
}

impl Lexicon {
    /// Checks the two tables.
    pub fn new(concepts: &[Row], compounds: &[Row]) -> Result<Self, Vec<String>> {
        let mut lexicon = Self { concepts: Vec::new(), words: BTreeMap::new() };
        let mut wrong = Vec::new();
        for row in concepts {
            lexicon.add_concept(row, &mut wrong);
        }
        for row in compounds {
            match lexicon.set(value(row, "concepts")) {
                Ok(set) => lexicon.add_word(value(row, "word"), set, &mut wrong),
                Err(problem) => wrong.push(format!("compounds.csv: {problem}")),
            }
        }
        if lexicon.concepts.len() > 128 {
            wrong.push(format!("words.csv: {} concepts, a set holds 128", lexicon.concepts.len()));
        }
        if wrong.is_empty() { Ok(lexicon) } else { Err(wrong) }
    }

    fn add_concept(&mut self, row: &Row, wrong: &mut Vec<String>) {
        let name = value(row, "concept");
        let Some((_, kind)) = KINDS.iter().find(|kind| kind.0 == value(row, "kind")) else {
            wrong.push(format!("words.csv: {name} has the unknown kind {:?}", value(row, "kind")));
            return;
        };
        if self.position(name).is_some() {
            wrong.push(format!("words.csv: {name} stands twice"));
        }
        let set = 1_u128.checked_shl(u32::try_from(self.concepts.len()).unwrap_or(u32::MAX)).unwrap_or(0);
        self.concepts.push((name.to_owned(), kind));
        for word in parts(row, "words", '|') {
            self.add_word(word, set, wrong);
        }
    }

    fn add_word(&mut self, word: &str, set: u128, wrong: &mut Vec<String>) {
        let folded = fold_word(word);
        if folded.is_empty() {
            wrong.push(format!("words.csv: {word:?} has no letter"));
        }
        if let Some((other, claimed)) = self.words.insert(folded, (word.to_owned(), set)) {
            let claim = if claimed == set { "stands twice" } else { "is claimed by two concepts" };
            wrong.push(format!("words.csv: {word:?} ({other:?}) {claim}"));
        }
    }

    fn position(&self, concept: &str) -> Option<usize> {
        self.concepts.iter().position(|(name, _)| name == concept)
    }

    /// The kind of a concept, in the code's word.
    pub fn kind(&self, concept: &str) -> Option<&'static str> {
        self.concepts.iter().find(|(name, _)| name == concept).map(|(_, kind)| *kind)
    }

    /// Names of the concepts of a kind.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.concepts.iter().filter(move |concept| concept.1 == kind).map(|(name, _)| name.as_str())
    }

    /// The set that 「甲+乙」 names.
    pub fn set(&self, names: &str) -> Result<u128, String> {
        names.split('+').filter(|name| !name.is_empty()).try_fold(0, |set, name| {
            let position = self.position(name).ok_or_else(|| format!("the concept {name:?} is not in words.csv"))?;
            Ok(set | (1 << position))
        })
    }

    /// Words sorted by their first character and then longest first, as the scanner looks them up.
    pub fn code(&self) -> String {
        let mut code = format!("static KINDS: [(ConceptKind, ConceptSet); {}] = [\n", KINDS.len());
        for (_, kind) in KINDS {
            let set =
                self.of_kind(kind).filter_map(|name| self.position(name)).fold(0_u128, |set, place| set | 1 << place);
            let _ = writeln!(code, "(ConceptKind::{kind}, ConceptSet({set})),");
        }
        let mut words: Vec<_> = self.words.iter().collect();
        words.sort_by_key(|(folded, _)| (folded.chars().next(), std::cmp::Reverse(folded.chars().count()), *folded));
        let _ = writeln!(code, "];\nstatic WORDS: [Word; {}] = [", words.len());
        for (folded, (written, set)) in words {
            let _ = writeln!(code, "Word {{ folded: {folded:?}, written: {written:?}, concepts: ConceptSet({set}) }},");
        }
        code + "];\n"
    }
}
