//! Reads the files of patterns and turns them into what the engine takes.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::engine::pattern::{
    Addition, Choice, ChoiceOption, Class, Companion, Edit, Pattern, Reach, Slot, Way, Which,
};
use super::schema;

/// Reads a TOML text.
pub fn toml<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Vec<String>> {
    ::toml::from_str(text).map_err(|error| vec![format!("data/amendments/{name}: {error}")])
}

/// All patterns, file by file in the order of their names.
pub fn read(folder: &Path) -> Result<Vec<schema::Pattern>, Vec<String>> {
    let failed = |error: std::io::Error| vec![format!("{}: {error}", folder.display())];
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    let mut patterns = Vec::new();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let file: schema::PatternFile = toml(&name, &fs::read_to_string(&path).map_err(failed)?)?;
        let common = file.digital;
        patterns.extend(file.pattern.into_iter().map(|mut pattern| {
            if pattern.digital.is_empty() {
                pattern.digital.clone_from(&common);
            }
            pattern
        }));
    }
    Ok(patterns)
}

/// What lives as long as the build.
fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn all<T, U>(items: &[T], make: impl Fn(&T) -> U) -> &'static [U] {
    Box::leak(items.iter().map(make).collect::<Vec<U>>().into_boxed_slice())
}

fn words(items: &[String]) -> &'static [&'static str] {
    all(items, |item| kept(item))
}

/// Slots for the engine.
pub fn slots(slots: &[schema::Slot]) -> &'static [Slot] {
    all(slots, |slot| Slot {
        name: kept(&slot.name),
        says: kept(&slot.says),
        unless: words(&slot.unless),
        unless_before: words(&slot.unless_before),
        only: words(&slot.only),
        only_later: words(&slot.only_later),
    })
}

/// A pattern for the engine, or what is wrong with its words.
pub fn pattern(written: &schema::Pattern, shared: &'static [Slot]) -> Result<&'static Pattern, String> {
    let class = match written.class.as_str() {
        "A" => Class::A,
        "B" => Class::B,
        other => return Err(format!("class {other:?}: only A and B have patterns")),
    };
    let reach = match written.reach.as_str() {
        "any" => Reach::Any,
        "duty" => Reach::Duty,
        "state" => Reach::State,
        "town" => Reach::Town,
        other => return Err(format!("reach {other:?}")),
    };
    if let Some(edit) = written.edit.iter().find(|edit| which(&edit.which).is_none()) {
        return Err(format!("which {:?}", edit.which));
    }
    Ok(Box::leak(Box::new(Pattern {
        id: kept(&written.id),
        name: kept(&written.name),
        class,
        categories: words(&written.categories),
        reach,
        alone: written.alone,
        holds: words(&written.holds),
        about: words(&written.about),
        lacks: words(&written.lacks),
        digital: words(&written.digital),
        slots: slots(&written.slot),
        shared,
        choices: all(&written.choice, choice),
        edits: all(&written.edit, edit),
        additions: all(&written.addition, |addition| Addition {
            says: kept(&addition.says),
            when: kept(&addition.when),
        }),
        companions: all(&written.companion, companion),
        warnings: words(&written.warnings),
        proof: all(&written.proof, |proof| kept(&proof.id)),
    })))
}

fn companion(written: &schema::Companion) -> Companion {
    let schema::Companion { find, put, followed, proof } = written;
    Companion { find: kept(find), put: kept(put), followed: kept(followed), proof: kept(proof) }
}

fn choice(choice: &schema::Choice) -> Choice {
    let option = |option: &schema::ChoiceOption| ChoiceOption {
        id: kept(&option.id),
        label: kept(&option.label),
        says: kept(&option.says),
        beside: option.beside,
    };
    Choice { name: kept(&choice.name), question: kept(&choice.question), options: all(&choice.option, option) }
}

fn edit(edit: &schema::Edit) -> Edit {
    let way = |way: &schema::Way| Way { find: kept(&way.find), put: kept(&way.put), without: words(&way.without) };
    Edit {
        ways: all(&edit.way, way),
        which: which(&edit.which).unwrap_or(Which::First),
        optional: edit.optional,
        when: kept(&edit.when),
    }
}

fn which(name: &str) -> Option<Which> {
    Some(match name {
        "first" => Which::First,
        "last" => Which::Last,
        "all" => Which::All,
        "only" => Which::Only,
        _ => return None,
    })
}
