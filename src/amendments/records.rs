//! The records of data/amendments: precedents (用例), and what the state amended or inserted.

use std::str::Lines;
use std::sync::LazyLock;

/// How sure a pair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// 出典どおり
    Exact,
    /// 推定
    Likely,
}

/// A provision before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Precedent {
    /// Identifier (PO006).
    pub id: &'static str,
    /// How sure.
    pub certainty: Certainty,
    /// Whether it names a digital way.
    pub digital: bool,
    /// Whether only the quoted words of a 改め文 are known.
    pub fragment: bool,
    /// 規制区分
    pub category: &'static str,
    /// What was done, in Japanese.
    pub pattern: &'static str,
    /// `act`, `order` or `ordinance`.
    pub level: &'static str,
    /// Name of the act.
    pub law: &'static str,
    /// Its number.
    pub number: &'static str,
    /// 条項
    pub article: &'static str,
    /// Where both texts were taken from.
    pub source: &'static str,
    /// The amending act, empty where it is not known.
    pub amended_by: &'static str,
    /// What has to be known of the pair.
    pub note: &'static str,
    /// Text before.
    pub before: String,
    /// Text after.
    pub after: String,
}

impl Precedent {
    /// Whether it is of an ordinance or rule of a town.
    #[must_use]
    pub fn of_town(&self) -> bool {
        self.level == "ordinance"
    }
}

/// A provision that the state amended or inserted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LawAmended {
    /// Number of the act.
    pub number: &'static str,
    /// Its name.
    pub law: &'static str,
    /// 条項
    pub article: &'static str,
    /// 規制区分
    pub category: &'static str,
    /// The precedent, empty where the file holds none.
    pub id: &'static str,
    /// The amending act, empty where it is not known.
    pub amended_by: &'static str,
    /// `exact` or `likely`.
    pub certainty: &'static str,
}

/// A provision that was inserted whole: no text before it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inserted {
    /// The act and its place.
    pub law: LawAmended,
    /// What was done, in Japanese.
    pub pattern: &'static str,
    /// Where the text was taken from.
    pub source: &'static str,
    /// Words parted by `|`: it is shown at clauses of its category that hold one of them.
    fits: &'static str,
    /// Its text.
    pub text: String,
}

impl Inserted {
    /// Whether it is shown at a clause.
    #[must_use]
    pub fn fits(&self, text: &str, categories: &[&str]) -> bool {
        categories.contains(&self.law.category) && self.fits.split('|').any(|word| text.contains(word))
    }
}

/// Everything.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// Pairs.
    pub precedents: Vec<Precedent>,
    /// What the state amended.
    pub laws: Vec<LawAmended>,
    /// Provisions that were inserted whole.
    pub inserted: Vec<Inserted>,
}

static RECORDS: LazyLock<Records> = LazyLock::new(Records::read);

impl Records {
    /// The records of data/amendments, read once.
    #[must_use]
    pub fn get() -> &'static Self {
        &RECORDS
    }

    /// The precedent of this identifier.
    #[must_use]
    pub fn precedent(&self, id: &str) -> Option<&Precedent> {
        self.precedents.iter().find(|precedent| precedent.id == id)
    }

    fn read() -> Self {
        let mut lines = include_str!(concat!(env!("OUT_DIR"), "/amendments.txt")).lines();
        let precedents: Vec<Precedent> = records(&mut lines).map(precedent).collect();
        let mut laws: Vec<LawAmended> = precedents.iter().map(amended).collect();
        laws.extend(records(&mut lines).map(law));
        let inserted: Vec<Inserted> = records(&mut lines).map(inserted).collect();
        // One whose number is not known is kept for its words alone.
        laws.extend(inserted.iter().map(|inserted| inserted.law).filter(|law| !law.number.is_empty()));
        Self { precedents, laws, inserted }
    }
}

/// The records of a kind: each field has a line of its own.
fn records<const FIELDS: usize>(lines: &mut Lines<'static>) -> impl Iterator<Item = [&'static str; FIELDS]> {
    let mut columns = [(); FIELDS].map(|()| lines.next().unwrap_or_default().split('\t'));
    std::iter::from_fn(move || {
        let record = columns.each_mut().map(Iterator::next);
        record.iter().all(Option::is_some).then(|| record.map(Option::unwrap_or_default))
    })
}

fn text(field: &str) -> String {
    field.replace('\u{2028}', "\n")
}

fn precedent(fields: [&'static str; 13]) -> Precedent {
    let [id, flags, category, pattern, level, law, number, article, source, amended_by, note, before, changes] = fields;
    let before = text(before);
    let mut after = before.clone();
    let mut changes = changes.split('\u{2029}');
    while let (Some(old), Some(new)) = (changes.next(), changes.next()) {
        after = after.replacen(&text(old), &text(new), 1);
    }
    Precedent {
        id,
        certainty: if flags.contains('e') { Certainty::Exact } else { Certainty::Likely },
        digital: flags.contains('d'),
        fragment: flags.contains('f'),
        category,
        pattern,
        level,
        law,
        number,
        article,
        source,
        amended_by,
        note,
        before,
        after,
    }
}

/// What a pair says of the law that it is of.
fn amended(pair: &Precedent) -> LawAmended {
    let &Precedent { id, category, law, number, article, amended_by, .. } = pair;
    let certainty = match pair.certainty {
        Certainty::Exact => "exact",
        Certainty::Likely => "likely",
    };
    LawAmended { number, law, article, category, id, amended_by, certainty }
}

/// A provision without a pair here: kept apart, or inserted whole.
fn law([number, law, article, category, id, amended_by, certainty]: [&'static str; 7]) -> LawAmended {
    LawAmended { number, law, article, category, id, amended_by, certainty }
}

fn inserted(fields: [&'static str; 11]) -> Inserted {
    let [number, law, article, category, id, amended_by, certainty, pattern, source, fits, words] = fields;
    let law = LawAmended { number, law, article, category, id, amended_by, certainty };
    Inserted { law, pattern, source, fits, text: text(words) }
}
