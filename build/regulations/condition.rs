//! Conditions of rows: named predicates of the engine with the classes, forms or frames that they ask for.
//!
//! 「before 40 facility works」 asks for the predicate `before` within 40 characters. Alternatives are joined by 「or」; one
//! without classes takes those of the next (「sentence or head duty」).

use std::collections::BTreeSet;

use super::grammar::Grammar;

/// What a predicate is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    Nothing,
    Classes,
    Distance,
    DistanceAndClasses,
    Forms,
    Frame,
}

/// A predicate as rows name it, as `src/regulations/rule.rs` does, and what it is asked for.
type Predicate = (&'static str, &'static str, Takes);
/// How names of classes and groups are looked up.
pub type Lookup<'a> = &'a dyn Fn(&[&str]) -> Result<BTreeSet<usize>, String>;

/// The predicates of the engine.
const PREDICATES: [Predicate; 19] = [
    ("sentence", "Sentence", Takes::Classes),
    ("head", "Head", Takes::Classes),
    ("caption", "Caption", Takes::Classes),
    ("title", "Title", Takes::Classes),
    ("earlier", "Earlier", Takes::Classes),
    ("between", "Between", Takes::Classes),
    ("act is", "ActIs", Takes::Classes),
    ("with is", "WithIs", Takes::Classes),
    ("before", "Before", Takes::DistanceAndClasses),
    ("after", "After", Takes::DistanceAndClasses),
    ("near", "Near", Takes::DistanceAndClasses),
    ("with near", "WithNear", Takes::DistanceAndClasses),
    ("only papers", "OnlyPapers", Takes::Distance),
    ("object", "Object", Takes::Distance),
    ("about things", "AboutThings", Takes::Nothing),
    ("about persons", "AboutPersons", Takes::Nothing),
    ("item", "Item", Takes::Nothing),
    ("said", "Said", Takes::Forms),
    ("frame", "Frame", Takes::Frame),
];
/// The cap that keeps the language readable.
const MOST: usize = 22;
const _: () = assert!(PREDICATES.len() <= MOST);

/// Frames that a row may name.
const FRAMES: [&str; 5] = ["definition", "delegation", "tasks", "transition", "norm"];

/// One alternative of a condition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Atom {
    /// The predicate in the code.
    pub variant: &'static str,
    /// In characters.
    pub distance: Option<u16>,
    /// The classes asked for.
    pub classes: BTreeSet<usize>,
    /// The forms asked for.
    pub mask: u32,
    /// The frame asked for.
    pub frame: Option<&'static str>,
}

/// The alternatives of a condition.
pub fn parse(text: &str, grammar: &Grammar, classes: Lookup) -> Result<Vec<Atom>, String> {
    let parts: Vec<&str> = text.split(" or ").collect();
    let mut atoms: Vec<Atom> = Vec::new();
    let mut rest: Vec<String> = Vec::new();
    for part in parts.iter().rev() {
        let (predicate, arguments) = predicate(part).ok_or_else(|| format!("unknown predicate in {text:?}"))?;
        let own: Vec<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
        let takes_words = matches!(predicate.2, Takes::Classes | Takes::Forms | Takes::DistanceAndClasses);
        let bare = own.len() == usize::from(predicate.2 == Takes::DistanceAndClasses);
        let mut arguments = own;
        if takes_words && bare {
            arguments.extend(rest.iter().cloned());
        } else if takes_words {
            rest = arguments.iter().skip(usize::from(predicate.2 == Takes::DistanceAndClasses)).cloned().collect();
        }
        atoms.push(atom(predicate, &arguments, grammar, classes).map_err(|problem| format!("{problem} in {text:?}"))?);
    }
    atoms.reverse();
    Ok(atoms)
}

/// The longest predicate that the text begins with, and the words behind it.
fn predicate(text: &str) -> Option<(&'static Predicate, Vec<&str>)> {
    let fits = |name: &str| text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let found = PREDICATES.iter().filter(|(name, ..)| fits(name)).max_by_key(|(name, ..)| name.len())?;
    Some((found, text.get(found.0.len()..)?.split_whitespace().collect()))
}

fn atom(predicate: &Predicate, arguments: &[String], grammar: &Grammar, classes: Lookup) -> Result<Atom, String> {
    let (_, variant, takes) = *predicate;
    let mut atom = Atom { variant, distance: None, classes: BTreeSet::new(), mask: 0, frame: None };
    let mut words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if matches!(takes, Takes::Distance | Takes::DistanceAndClasses) {
        let number = words.first().and_then(|word| word.parse().ok()).ok_or("no distance")?;
        atom.distance = Some(number);
        words.remove(0);
    }
    match takes {
        Takes::Classes | Takes::DistanceAndClasses if words.is_empty() => return Err("no class".to_owned()),
        Takes::Classes | Takes::DistanceAndClasses => atom.classes = classes(&words)?,
        Takes::Forms => atom.mask = grammar.mask(arguments)?,
        Takes::Frame => {
            let frame = FRAMES.iter().find(|frame| words == [**frame]).ok_or("unknown frame")?;
            atom.frame = Some(frame);
        }
        Takes::Nothing | Takes::Distance if !words.is_empty() => return Err(format!("{words:?} asked of nothing")),
        Takes::Nothing | Takes::Distance => {}
    }
    Ok(atom)
}
