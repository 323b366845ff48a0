//! `grammar.toml`: how an act goes on, and the sets of classes that everyone may name.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::words::{Words, folded};

/// Forms fit a mask of this many bits.
const MOST_FORMS: usize = 32;

/// One way in which an act goes on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Name, in small letters with underscores.
    pub name: String,
    /// What it means, by example.
    pub means: String,
    /// Whether the act is then only mentioned.
    pub mentions: bool,
    /// What stands behind the act.
    pub spellings: Vec<String>,
}

/// Verbs that say the same of the act before them; how they conjugate stands in `conjugation.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verbs {
    /// What joins them to the act.
    pub particles: Vec<String>,
    /// サ変, in their dictionary form.
    #[serde(default)]
    pub suru: Vec<String>,
    /// 一段
    #[serde(default)]
    pub ichidan: Vec<String>,
    /// 五段
    #[serde(default)]
    pub godan: Vec<String>,
    /// The form that they give the act.
    pub active: String,
    /// … in the passive, where it is another.
    pub passive: Option<String>,
    /// … in the causative.
    pub causative: Option<String>,
    /// Endings that leave it so, whatever they say of other verbs.
    #[serde(default)]
    pub keeps: Vec<String>,
}

/// An ending that says the same of every verb.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Name, as the engine has it.
    #[serde(rename = "ending")]
    pub name: String,
    /// In which voices.
    pub voices: Vec<String>,
    /// The form that it gives the act.
    pub form: String,
}

/// Voices in the order of the engine.
pub const VOICES: [&str; 3] = ["active", "passive", "causative"];
/// Endings that the engine knows.
pub const ENDINGS: [&str; 8] =
    ["dictionary", "continuative", "connective", "past", "negative", "must", "intends", "conditional"];

/// What follows a verb in its dictionary form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DictionaryForm {
    /// Where a rule goes on.
    pub rule: Vec<String>,
    /// Where it is a circumstance.
    pub circumstance: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    forms: Vec<Form>,
    verbs: Vec<Verbs>,
    endings: Vec<Ending>,
    dictionary_form: DictionaryForm,
    groups: BTreeMap<String, Vec<String>>,
}

/// The grammar, checked.
#[derive(Debug)]
pub struct Grammar {
    /// Forms in the order of the file.
    pub forms: Vec<Form>,
    /// Verbs by what they say.
    pub verbs: Vec<Verbs>,
    /// Endings that say the same of every verb.
    pub endings: Vec<Ending>,
    /// What follows a verb in its dictionary form.
    pub dictionary_form: DictionaryForm,
    /// Groups of classes by name.
    pub groups: BTreeMap<String, Vec<usize>>,
}

impl Grammar {
    /// Reads and checks the file.
    pub fn read(text: &str, words: &Words, godan: &[char]) -> Result<Self, Vec<String>> {
        let file: File = toml::from_str(text).map_err(|problem| vec![format!("grammar.toml: {problem}")])?;
        let mut wrong = Vec::new();
        let mut claimed: BTreeMap<String, &str> = BTreeMap::new();
        for form in &file.forms {
            for spelling in &form.spellings {
                let other = claimed.insert(folded(spelling), &form.name);
                if let Some(other) = other.filter(|other| *other != form.name) {
                    wrong.push(format!("grammar.toml: {spelling:?} is claimed by the forms {other} and {}", form.name));
                }
            }
        }
        for (place, form) in file.forms.iter().enumerate() {
            if file.forms.iter().take(place).any(|other| other.name == form.name) {
                wrong.push(format!("grammar.toml: the form {} stands twice", form.name));
            }
        }
        if file.forms.len() > MOST_FORMS {
            wrong.push(format!("grammar.toml: {} forms, a mask holds {MOST_FORMS}", file.forms.len()));
        }
        let groups = groups("grammar.toml", &file.groups, words, &mut wrong);
        let grammar = Self {
            forms: file.forms,
            verbs: file.verbs,
            endings: file.endings,
            dictionary_form: file.dictionary_form,
            groups,
        };
        grammar.check_verbs(godan, &mut wrong);
        if wrong.is_empty() { Ok(grammar) } else { Err(wrong) }
    }

    /// Verbs and endings that name unknown forms, voices or endings, stand twice, or are no dictionary form of their row.
    fn check_verbs(&self, godan: &[char], wrong: &mut Vec<String>) {
        let mut claimed: BTreeMap<(String, String), &str> = BTreeMap::new();
        let known = |name: &str| self.forms.iter().any(|form| form.name == name);
        for verbs in &self.verbs {
            let forms = [Some(&verbs.active), verbs.passive.as_ref(), verbs.causative.as_ref()];
            for form in forms.into_iter().flatten().filter(|form| !known(form)) {
                wrong.push(format!("grammar.toml: verbs of the unknown form {form:?}"));
            }
            for ending in verbs.keeps.iter().filter(|ending| !ENDINGS.contains(&ending.as_str())) {
                wrong.push(format!("grammar.toml: verbs keep the unknown ending {ending:?}"));
            }
            let rows: [(&[String], &[char]); 3] =
                [(&verbs.suru, &['る']), (&verbs.ichidan, &['る']), (&verbs.godan, godan)];
            for (words, ends) in rows {
                for verb in words {
                    if !verb.ends_with(ends) {
                        wrong.push(format!("grammar.toml: {verb:?} is no dictionary form of its row"));
                    }
                    for particle in &verbs.particles {
                        let claim = claimed.insert((folded(particle), folded(verb)), &verbs.active);
                        if let Some(other) = claim {
                            let active = &verbs.active;
                            wrong.push(format!(
                                "grammar.toml: the verb {particle}{verb} is claimed by {other} and {active}"
                            ));
                        }
                    }
                }
            }
        }
        for ending in &self.endings {
            let fits = ENDINGS.contains(&ending.name.as_str())
                && ending.voices.iter().all(|voice| VOICES.contains(&voice.as_str()))
                && known(&ending.form);
            if !fits {
                wrong.push(format!("grammar.toml: the ending {:?} names something unknown", ending.name));
            }
        }
    }

    /// Every spelling with the place of its form, each of them once.
    pub fn spellings(&self) -> Vec<(String, u8)> {
        let mut known: BTreeMap<String, u8> = BTreeMap::new();
        for (place, form) in (0..).zip(&self.forms) {
            for spelling in &form.spellings {
                known.entry(folded(&spelling.replace('↵', "\n"))).or_insert(place);
            }
        }
        known.into_iter().collect()
    }

    /// The mask of these forms; `mentions` stands for all that only mention.
    pub fn mask(&self, names: &[String]) -> Result<u32, String> {
        names.iter().try_fold(0, |mask, name| {
            let fits = |form: &Form| if name == "mentions" { form.mentions } else { form.name == *name };
            let bits = self.forms.iter().enumerate().filter(|(_, form)| fits(form));
            match bits.fold(0_u32, |bits, (place, _)| bits | 1 << place) {
                0 => Err(format!("the form {name:?} is not in grammar.toml")),
                bits => Ok(mask | bits),
            }
        })
    }
}

/// Groups with their classes looked up.
pub fn groups(
    file: &str,
    groups: &BTreeMap<String, Vec<String>>,
    words: &Words,
    wrong: &mut Vec<String>,
) -> BTreeMap<String, Vec<usize>> {
    let mut known = BTreeMap::new();
    for (name, classes) in groups {
        if words.place(name).is_some() {
            wrong.push(format!("{file}: the group {name} has the name of a class"));
        }
        let mut places = Vec::new();
        for class in classes {
            match words.place(class) {
                Some(place) => places.push(place),
                None => wrong.push(format!("{file}: the group {name} names the unknown class {class:?}")),
            }
        }
        known.insert(name.clone(), places);
    }
    known
}
