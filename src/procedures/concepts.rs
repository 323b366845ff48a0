//! The concepts that decide which procedure a name means, and the scanner that finds their words.
//!
//! Takes a folded name; gives the set of its concepts, the words found, and the residue that no word explains.
//! Facts: `data/procedures/words.csv` and `compounds.csv`, folded by the build script.

#![expect(clippy::unreadable_literal, reason = "the build script writes sets for the compiler; people read the data")]

include!(concat!(env!("OUT_DIR"), "/procedures_words.rs"));

/// What a concept does in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConceptKind {
    /// 制度 of ours: decides, and alone is a reason to ask.
    Scheme,
    /// 要語: decides, and alone is a reason to ask.
    Key,
    /// 補語: decides only beside other words.
    Qualifier,
    /// 確認: fits, but has to be looked at.
    Doubt,
    /// 他制度: belongs to a scheme outside the 31.
    OtherScheme,
    /// 他手続: makes it an act outside the 31.
    OtherAct,
    /// 語 without weight.
    Neutral,
}

/// A word of the vocabulary.
#[derive(Debug)]
pub struct Word {
    /// As it stands in folded names.
    pub folded: &'static str,
    /// As the data writes it, for people.
    pub written: &'static str,
    /// The concepts that it names.
    pub concepts: ConceptSet,
}

/// A set of concepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConceptSet(pub u128);

impl ConceptSet {
    /// No concept.
    pub const EMPTY: Self = Self(0);

    /// Concepts of either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Concepts of both.
    #[must_use]
    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Concepts of this one only.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of another stand in this one.
    #[must_use]
    pub const fn holds(self, other: Self) -> bool {
        other.without(self).is_empty()
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Those of some kinds.
    #[must_use]
    pub fn of(self, kinds: &[ConceptKind]) -> Self {
        let of_kinds = KINDS.iter().filter(|(kind, _)| kinds.contains(kind));
        self.common(of_kinds.fold(Self::EMPTY, |set, (_, concepts)| set.union(*concepts)))
    }
}

/// Kinds whose words veto every procedure that does not allow them.
pub const DECISIVE: [ConceptKind; 5] =
    [ConceptKind::Scheme, ConceptKind::Key, ConceptKind::Qualifier, ConceptKind::OtherScheme, ConceptKind::OtherAct];

/// What the scanner found in a folded text.
#[derive(Debug, Clone, Default)]
pub struct Scan {
    /// Every concept named.
    pub concepts: ConceptSet,
    /// The words, in order.
    pub words: Vec<&'static Word>,
    /// Runs of text that no word explains, in order.
    pub residue: Vec<String>,
    /// Letters explained by words with weight.
    pub explained: usize,
}

impl Scan {
    /// Letters that no word explains.
    #[must_use]
    pub fn unexplained(&self) -> usize {
        self.residue.iter().map(|run| run.chars().count()).sum()
    }

    /// Whether nothing of weight is unexplained: at most one kana, for a particle or a slip.
    #[must_use]
    pub fn is_explained(&self) -> bool {
        self.unexplained() == 0 || (self.unexplained() == 1 && self.residue.iter().all(|run| run.chars().all(is_kana)))
    }

    /// The first word found that names one of the concepts, as the data writes it.
    #[must_use]
    pub fn word_for(&self, concepts: ConceptSet) -> Option<&'static str> {
        self.words.iter().find(|word| !word.concepts.common(concepts).is_empty()).map(|word| word.written)
    }
}

/// Finds the words of the vocabulary, longest first, from left to right.
#[must_use]
pub fn scan(folded: &str) -> Scan {
    let mut scan = Scan::default();
    let mut run = String::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        if let Some((word, after)) = longest_word(first, rest) {
            close_run(&mut scan, &mut run);
            scan.take(word);
            rest = after;
        } else {
            run.push(first);
            rest = rest.strip_prefix(first).unwrap_or_default();
        }
    }
    close_run(&mut scan, &mut run);
    scan
}

impl Scan {
    fn take(&mut self, word: &'static Word) {
        self.concepts = self.concepts.union(word.concepts);
        if word.concepts.of(&[ConceptKind::Neutral]) != word.concepts {
            self.explained += word.folded.chars().count();
        }
        self.words.push(word);
    }
}

/// Words are sorted by first character and then longest first.
fn longest_word(first: char, rest: &str) -> Option<(&'static Word, &str)> {
    let initial = |word: &Word| word.folded.chars().next();
    let start = WORDS.partition_point(|word| initial(word) < Some(first));
    WORDS
        .iter()
        .skip(start)
        .take_while(|word| initial(word) == Some(first))
        .find_map(|word| Some((word, rest.strip_prefix(word.folded)?)))
}

/// Keeps a run as residue, unless it names the town or section that stands before the procedure's name.
fn close_run(scan: &mut Scan, run: &mut String) {
    let run = std::mem::take(run);
    let office = run.ends_with(['市', '町', '村', '区', '県', '課', '係', '室', '局', '部']);
    let names_an_office = office && (scan.explained == 0 || run.chars().count() == 1);
    if !run.is_empty() && !names_an_office {
        scan.residue.push(run);
    }
}

fn is_kana(character: char) -> bool {
    matches!(character, 'ぁ'..='ゖ')
}
