//! What national law may stand behind a clause (法令に基づく可能性): the citation in full.
//!
//! Takes the word found (「法第0条」, 「政令で定める」), gives the span that an officer would look up (「建築基準法第十二条第三項」),
//! or the words of the title that say so (「消防法施行細則」); and as text what 「法」, 「令」 and 「政令」 stand for, by the
//! definitions of the same ordinance and its title. A hint, never a finding.

use std::sync::{Arc, LazyLock};

use memchr::memmem::Finder;

use super::finding::{Evidence, Field, Role};
use super::modality::among;
use super::names::{
    ACTS_OF_PARLIAMENT, ARTICLE_MARK, BEFORE_NAMES, CALLED_LAW, CALLED_ORDER, DELEGATED, ENFORCING, LAW_ENDS, LAW_MARK,
    LAW_MARKS, NAME_BREAKS, NAME_LETTERS, NOT_IN_NAMES, NUMBER_LINKS, NUMBER_MARK, NUMBER_PARTS, OPENS, ORDER_MARK,
    ORDER_OF, ORDINAL, TITLE_GOES_ON, YEAR_MARK,
};
use super::reason;
use super::token::Token;

/// The longest name of a law that is taken along, in characters.
const NAME: usize = 24;
/// The shortest name of a law, in characters (「刑法」).
const SHORTEST: usize = 2;
/// The longest 「（昭和二十五年」, in characters.
const YEAR: usize = 9;

/// Looks for short names in every clause: compiled once.
static LAW_FINDERS: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| CALLED_LAW.iter().map(Finder::new).collect());
static ORDER_FINDERS: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| CALLED_ORDER.iter().map(Finder::new).collect());

/// The citation around a word of the text.
#[must_use]
pub fn citation(text: &str, token: &Token) -> Evidence {
    let (before, rest) = (text.get(..token.start as usize).unwrap_or(""), text.get(token.end as usize..).unwrap_or(""));
    let word = text.get(token.start as usize..token.end as usize).unwrap_or("");
    let named = word.starts_with(among(LAW_MARKS));
    let back = match () {
        () if named && word.ends_with(ARTICLE_MARK) => name(before),
        () if word.ends_with(NUMBER_MARK) => numbered(before),
        () => 0,
    };
    let forth = if word.contains(ORDINAL) { numbers(rest) } else { 0 };
    Evidence { field: Field::Text, start: token.start - back, end: token.end + forth, role: Role::Basis }
}

/// The words of the title.
#[must_use]
pub const fn titled(token: &Token) -> Evidence {
    Evidence { field: Field::Title, start: token.start, end: token.end, role: Role::Basis }
}

/// What an ordinance calls 「法」 and 「令」: told by its clauses in order, by its title, or not at all.
#[derive(Debug, Clone, Default)]
pub struct Definitions {
    title: Option<Arc<str>>,
    law: Option<String>,
    order: Option<String>,
}

impl Definitions {
    /// Takes over what a clause defines; another ordinance begins anew.
    pub fn learn(&mut self, title: &Arc<str>, text: &str) {
        if !self.title.as_ref().is_some_and(|known| Arc::ptr_eq(known, title)) {
            *self = Self { title: Some(Arc::clone(title)), ..Self::default() };
        }
        if let Some(law) = defined(text, &LAW_FINDERS) {
            self.law = Some(law);
        }
        if let Some(order) = defined(text, &ORDER_FINDERS) {
            self.order = Some(order);
        }
    }

    /// What an officer would look up for these cited words, in full.
    #[must_use]
    pub fn full(&self, cited: &str) -> String {
        let title = self.title.as_deref().unwrap_or("");
        let law = self.law.clone().or_else(|| law_of(title));
        let numbered = |rest: &&str| rest.starts_with(ORDINAL);
        if let Some(place) = cited.strip_prefix(LAW_MARK).filter(|rest| numbered(rest) || rest.starts_with(ENFORCING)) {
            return law.map_or_else(|| reason::undefined(cited, LAW_MARK), |law| law + place);
        }
        if let Some(place) = cited.strip_prefix(ORDER_MARK).filter(numbered) {
            let order = self.order.clone().or_else(|| law.map(|law| law + &ORDER_OF.concat()));
            return order.map_or_else(|| reason::undefined(cited, ORDER_MARK), |order| order + place);
        }
        // 「政令で定める」 of a law, not 「政令第五号」.
        let kind = DELEGATED.iter().find(|kind| cited.starts_with(**kind) && !cited.contains(ORDINAL));
        match (kind, law) {
            (Some(kind), Some(law)) => reason::under(&law, kind),
            _ => cited.to_owned(),
        }
    }
}

/// The name before the brackets in which it is given a short one (「建築基準法（昭和…号。以下「法」という。）」).
fn defined(text: &str, short: &[Finder<'_>]) -> Option<String> {
    let before = text.get(..short.iter().find_map(|short| short.find(text.as_bytes()))?)?;
    let open = before.rfind(among(OPENS))?;
    let before = before.get(..open)?;
    let start = before.rfind(among(NAME_BREAKS));
    let name = start.map_or(before, |start| before.get(start..).unwrap_or("").trim_start_matches(among(NAME_BREAKS)));
    let name = BEFORE_NAMES.iter().fold(name, |name, word| name.trim_start_matches(word));
    let is_law = LAW_ENDS.iter().any(|end| name.ends_with(end));
    (is_law && name.chars().count() >= SHORTEST).then(|| name.to_owned())
}

/// The law that a title names (「消防法施行細則」, 「空家等対策の推進に関する特別措置法に基づく…」, or an act itself).
fn law_of(title: &str) -> Option<String> {
    let ends = |(place, word): (usize, &str)| {
        let end = place + word.len();
        let rest = title.get(end..).unwrap_or("");
        (rest.is_empty() || TITLE_GOES_ON.iter().any(|next| rest.starts_with(next))).then_some(end)
    };
    let end = ACTS_OF_PARLIAMENT.iter().flat_map(|word| title.match_indices(word)).filter_map(ends).min()?;
    let name = title.get(..end)?;
    (name.chars().count() >= SHORTEST).then(|| name.to_owned())
}

/// Bytes of the law's name before 「法第…条」: kanji and katakana without a break.
fn name(before: &str) -> u32 {
    let letters = before.chars().rev().take(NAME).take_while(|character| {
        (matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{30A1}'..='\u{30F6}') || NAME_LETTERS.contains(*character))
            && !NOT_IN_NAMES.contains(*character)
    });
    bytes(letters)
}

/// Bytes of 「建築基準法（昭和二十五年」 before 「法律第…号」.
fn numbered(before: &str) -> u32 {
    let Some(place) = before.rfind(among(OPENS)) else { return 0 };
    let year = before.get(place..).unwrap_or("");
    if year.chars().count() > YEAR || !year.ends_with(YEAR_MARK) {
        return 0;
    }
    bytes(year.chars()) + name(before.get(..place).unwrap_or(""))
}

/// Bytes of 「の二第三項第一号」 behind 「第…条」.
fn numbers(rest: &str) -> u32 {
    let end = rest.find(|letter| !NUMBER_PARTS.contains(letter)).unwrap_or(rest.len());
    bytes(rest.get(..end).unwrap_or("").trim_end_matches(among(NUMBER_LINKS)).chars())
}

fn bytes(letters: impl Iterator<Item = char>) -> u32 {
    u32::try_from(letters.map(char::len_utf8).sum::<usize>()).unwrap_or(0)
}
