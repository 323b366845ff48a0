//! Verbs up to their endings, which conjugate by `conjugation.toml`, and what they say of the act before them.

use std::collections::BTreeMap;

use super::code::{camel, list};
use super::grammar::{ENDINGS, Grammar, VOICES, Verbs};
use super::spelled::Spellings;
use super::words::folded;

/// Verbs as tables.
pub struct Tables {
    /// Particle and stem, each with the number of the verb behind those of the forms.
    pub spelled: Spellings,
    /// Stems alone.
    pub stems: Spellings,
    /// The verbs by number, and what they say.
    pub code: String,
}

/// How a verb conjugates as the engine says it, and its stem.
type Stem = (String, String);

/// The tables; numbers of forms come first.
pub fn tables(grammar: &Grammar, godan: &[char], wrong: &mut Vec<String>) -> Tables {
    let first = grammar.forms.len();
    let (mut verbs, mut stems, mut spelled) = (Vec::new(), BTreeMap::new(), Vec::new());
    for (row, entry) in grammar.verbs.iter().enumerate() {
        for particle in &entry.particles {
            for (conjugation, stem) in entry_stems(entry, godan) {
                let number = verbs.len();
                if !stem.is_empty() {
                    stems.insert((row, stem.clone(), conjugation.clone()), number);
                }
                spelled.push((folded(particle) + &stem, u8::try_from(first + number).unwrap_or(u8::MAX)));
                verbs.push(format!("Verb {{ conjugation: Conjugation::{conjugation}, row: {row} }}"));
            }
        }
    }
    if first + verbs.len() > 256 {
        wrong.push(format!(
            "grammar.toml: {} forms and verbs with their particles, a byte names 256",
            first + verbs.len()
        ));
    }
    let stems = stems.into_iter().map(|((_, stem, _), number)| (stem, u8::try_from(number).unwrap_or(u8::MAX)));
    Tables {
        spelled,
        stems: stems.collect(),
        code: list("Verbs behind an act.", "VERBS", "Verb", &verbs) + &said(grammar),
    }
}

/// The verbs of an entry in the order of the data.
fn entry_stems(entry: &Verbs, kana: &[char]) -> Vec<Stem> {
    let suru = entry.suru.iter().filter_map(|verb| {
        let stem = verb.strip_suffix("する").or_else(|| verb.strip_suffix("ずる"))?;
        Some(("Suru".to_owned(), folded(stem)))
    });
    let ichidan =
        entry.ichidan.iter().filter_map(|verb| Some(("Ichidan".to_owned(), folded(verb.strip_suffix('る')?))));
    let godan = entry.godan.iter().filter_map(|verb| {
        let place = kana.iter().position(|last| verb.ends_with(*last))?;
        Some((format!("Godan({place})"), folded(verb.strip_suffix(kana)?)))
    });
    suru.chain(ichidan).chain(godan).collect()
}

/// What the verbs of each entry say, and endings that say the same of every verb.
fn said(grammar: &Grammar) -> String {
    let rows: Vec<String> = grammar
        .verbs
        .iter()
        .map(|verbs| {
            let form = |name: &Option<String>| camel(name.as_ref().unwrap_or(&verbs.active));
            let keeps = verbs.keeps.iter().filter_map(|ending| ENDINGS.iter().position(|known| known == ending));
            format!(
                "VerbRow {{ active: Tail::{}, passive: Tail::{}, causative: Tail::{}, keeps: {} }}",
                camel(&verbs.active),
                form(&verbs.passive),
                form(&verbs.causative),
                keeps.fold(0_u8, |keeps, place| keeps | 1 << place)
            )
        })
        .collect();
    let endings: Vec<String> = grammar
        .endings
        .iter()
        .map(|ending| {
            let voices = ending.voices.iter().filter_map(|voice| VOICES.iter().position(|known| known == voice));
            let voices = voices.fold(0_u8, |voices, place| voices | 1 << place);
            format!("(Ending::{}, {voices}, Tail::{})", camel(&ending.name), camel(&ending.form))
        })
        .collect();
    list("What verbs say of the act before them.", "VERB_ROWS", "VerbRow", &rows)
        + &list(
            "Endings that say the same of every verb: ending, voices, form.",
            "ENDINGS",
            "(Ending, u8, Tail)",
            &endings,
        )
}
