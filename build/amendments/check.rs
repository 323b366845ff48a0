//! Contradictions in data/amendments, apart from the proof of patterns.

use std::collections::BTreeSet;

use super::engine::Template;
use super::schema::{LawAmended, Pattern, Provision, Readiness, Refusal};

const CATEGORIES: [&str; 8] = [
    "visual",
    "onsite_audit",
    "periodic",
    "stationing",
    "training",
    "posting",
    "inspection_of_records",
    "storage_media",
];

/// Precedents, inserted provisions and amended laws.
pub fn records(precedents: &[Provision], inserted: &[Provision], laws: &[LawAmended]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut ids = BTreeSet::new();
    for id in precedents.iter().map(|line| &line.id).chain(inserted.iter().map(|line| &line.id)) {
        if !ids.insert(id) {
            wrong.push(format!("{id}: twice"));
        }
    }
    let shape = |line: &Provision, pair: bool| {
        pair != (line.before.is_empty() && line.after.is_empty()) && pair == line.text.is_empty()
    };
    for (pair, line) in precedents.iter().map(|line| (true, line)).chain(inserted.iter().map(|line| (false, line))) {
        if !shape(line, pair) {
            wrong.push(format!("{}: a pair has before and after, an inserted provision has text", line.id));
        }
    }
    for line in precedents.iter().chain(inserted) {
        if [&line.source, &line.law, &line.article].iter().any(|field| field.trim().is_empty()) {
            wrong.push(format!("{}: names no source, no law or no article", line.id));
        }
    }
    for precedent in precedents {
        wrong.extend(changed(precedent).err());
        let level = ["act", "order", "ordinance"].contains(&precedent.level.as_str());
        let certainty = ["exact", "likely"].contains(&precedent.certainty.as_str());
        if !level || !certainty || !CATEGORIES.contains(&precedent.category.as_str()) {
            wrong.push(format!("{}: level, certainty or category unknown", precedent.id));
        }
    }
    for line in
        inserted.iter().filter(|line| line.fits.is_empty() || line.fits.iter().any(|word| word.trim().is_empty()))
    {
        wrong.push(format!("{}: says not what it fits", line.id));
    }
    for law in laws.iter().filter(|law| law.law.is_empty() || law.article.is_empty()) {
        wrong.push(format!("laws_amended.csv: {}: law and article are needed", law.id));
    }
    wrong
}

/// `change` applied in order to `before` gives `after`, each old phrase standing once when it is applied.
fn changed(precedent: &Provision) -> Result<(), String> {
    let mut text = precedent.before.clone();
    for (old, new) in &precedent.change {
        if text.matches(old.as_str()).count() != 1 {
            return Err(format!("{}: {old:?} does not stand once", precedent.id));
        }
        text = text.replacen(old.as_str(), new, 1);
    }
    if text == precedent.after { Ok(()) } else { Err(format!("{}: change + before is not after", precedent.id)) }
}

/// Patterns: names, references and templates.
pub fn patterns(patterns: &[Pattern], precedents: &[Provision], inserted: &[Provision]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut ids = BTreeSet::new();
    for pattern in patterns {
        let mut say = |what: String| wrong.push(format!("data/amendments/patterns: {}: {what}", pattern.id));
        if !ids.insert(&pattern.id) {
            say("twice".to_owned());
        }
        if pattern.name.is_empty()
            || pattern.section.is_empty()
            || pattern.edit.is_empty() && pattern.addition.is_empty()
        {
            say("name, section and an edit are needed".to_owned());
        }
        if pattern.categories.iter().any(|category| !CATEGORIES.contains(&category.as_str())) {
            say("category unknown".to_owned());
        }
        named(pattern, precedents, inserted).into_iter().for_each(&mut say);
        options(pattern).into_iter().for_each(&mut say);
        templates(pattern).into_iter().for_each(&mut say);
    }
    wrong
}

/// Every precedent named exists, is no fragment, and is named once.
fn named(pattern: &Pattern, precedents: &[Provision], inserted: &[Provision]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for proof in &pattern.proof {
        if !seen.insert(&proof.id) {
            wrong.push(format!("{} proves it twice", proof.id));
        }
        match precedents.iter().find(|precedent| precedent.id == proof.id) {
            Some(precedent) if precedent.fragment => {
                wrong.push(format!("{} is a fragment and proves no clause", proof.id));
            }
            Some(precedent) if !pattern.categories.contains(&precedent.category) => {
                wrong.push(format!("{} is of another category", proof.id));
            }
            Some(_) => {}
            None if inserted.iter().any(|clause| clause.id == proof.id) => {}
            None => wrong.push(format!("{} is no precedent", proof.id)),
        }
    }
    for companion in &pattern.companion {
        if !precedents.iter().any(|precedent| precedent.id == companion.proof && precedent.fragment) {
            wrong.push(format!("{} is no quotation of a 改め文", companion.proof));
        }
    }
    if pattern.proof.is_empty() {
        wrong.push("no precedent proves it".to_owned());
    }
    wrong
}

/// Every `when` names a choice and its options; option identifiers are apart.
fn options(pattern: &Pattern) -> Vec<String> {
    let mut wrong = Vec::new();
    let whens =
        pattern.edit.iter().map(|edit| &edit.when).chain(pattern.addition.iter().map(|addition| &addition.when));
    for when in whens.filter(|when| !when.is_empty()) {
        let known = when.split_once('=').is_some_and(|(name, options)| {
            let choice = pattern.choice.iter().find(|choice| choice.name == name);
            choice.is_some_and(|choice| options.split('|').all(|id| choice.option.iter().any(|option| option.id == id)))
        });
        if !known {
            wrong.push(format!("when {when:?} names no choice"));
        }
    }
    for choice in &pattern.choice {
        let ids: BTreeSet<&str> = choice.option.iter().map(|option| option.id.as_str()).collect();
        if ids.len() != choice.option.len() || choice.option.is_empty() {
            wrong.push(format!("options of {}", choice.name));
        }
    }
    wrong
}

/// Every template reads, what an edit finds is marked, and what it puts is a template.
fn templates(pattern: &Pattern) -> Vec<String> {
    let mut wrong = Vec::new();
    let plain = pattern.holds.iter().chain(&pattern.lacks).chain(&pattern.about).chain(&pattern.digital);
    let says = pattern.slot.iter().map(|slot| &slot.says).chain(pattern.addition.iter().map(|addition| &addition.says));
    wrong.extend(plain.chain(says).filter_map(|text| Template::parse(text).err()));
    let ways = pattern.edit.iter().flat_map(|edit| &edit.way).map(|way| (&way.find, &way.put));
    for (find, put) in ways.chain(pattern.companion.iter().map(|companion| (&companion.find, &companion.put))) {
        wrong.extend(Template::parse(put).err());
        match Template::parse(find) {
            Ok(template) if template.is_marked() => {}
            Ok(_) => wrong.push(format!("{find}: ｛…｝ is missing")),
            Err(error) => wrong.push(error),
        }
    }
    wrong
}

/// Every pair has a class; one of class C or D proves nothing, and a pattern is of the class of its pairs.
pub fn readiness(lines: &[Readiness], precedents: &[Provision], patterns: &[Pattern]) -> Vec<String> {
    let mut wrong = Vec::new();
    let line = |precedent: &Provision| lines.iter().find(|line| line.pattern == precedent.pattern);
    wrong.extend(
        precedents
            .iter()
            .filter(|precedent| line(precedent).is_none())
            .map(|precedent| format!("readiness.csv: {} has no class", precedent.id)),
    );
    for pattern in patterns {
        for proof in precedents.iter().filter(|precedent| pattern.proof.iter().any(|proof| proof.id == precedent.id)) {
            let fits = line(proof).is_some_and(|line| line.class == pattern.class);
            if !fits {
                wrong.push(format!("data/amendments/patterns: {}: {} is of another class", pattern.id, proof.id));
            }
        }
    }
    wrong
}

/// Refusals: every one has a condition and a reason.
pub fn refusals(refusals: &[Refusal]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut ids = BTreeSet::new();
    for refusal in refusals {
        let conditions = refusal.titled.len() + refusal.holds.len() + refusal.any.len();
        if conditions == 0 || refusal.reason.is_empty() || !["C", "D"].contains(&refusal.class.as_str()) {
            wrong.push(format!("refusals.toml: {}: a condition, a reason and class C or D are needed", refusal.id));
        }
        if !ids.insert(&refusal.id) {
            wrong.push(format!("refusals.toml: {}: twice", refusal.id));
        }
        let texts = refusal.titled.iter().chain(&refusal.holds).chain(&refusal.any).chain(&refusal.lacks);
        wrong.extend(texts.filter_map(|text| Template::parse(text).err()));
    }
    wrong
}
