//! The code of the tables.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::category::Category;
use super::condition::Atom;
use super::grammar::{ENDINGS, Grammar, VOICES};
use super::rows::{CompiledCategory, CompiledRow, Reach, STRENGTHS};
use super::sets::{Sets, halves};
use super::words::Words;

/// 「on_site_audit」 as 「OnSiteAudit」.
pub fn camel(name: &str) -> String {
    let mut camel = String::new();
    for part in name.split('_') {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

/// Types and tables.
pub fn tables(
    words: &Words,
    grammar: &Grammar,
    categories: &[Category],
    compiled: &[CompiledCategory],
    sets: &Sets,
) -> String {
    let mut code = String::new();
    sense(&mut code, words);
    forms(&mut code, grammar);
    verbs(&mut code, grammar);
    facts(&mut code, categories, compiled, sets);
    for (name, group) in &grammar.groups {
        let (low, high) = halves(&group.iter().copied().collect());
        let upper = name.to_uppercase();
        let _ = writeln!(
            code,
            "/// The group {name} of grammar.toml.\npub const {upper}: Senses = Senses::halves({low}, {high});"
        );
    }
    starts_and_sets(&mut code, compiled, sets);
    let mut names = String::new();
    let mut count = 0;
    for (category, compiled) in categories.iter().zip(compiled) {
        readings(&mut code, category, compiled, sets, &mut count);
        for (_, row) in category.rows() {
            let _ = writeln!(names, "({:?}, {}),", row.name, row.point.unwrap_or(0));
        }
    }
    let list: Vec<String> = categories.iter().map(|category| format!("&{}", category.id.to_uppercase())).collect();
    let list = list.join(",");
    let _ = writeln!(
        code,
        "/// Readings by category.\npub static READINGS: [&[Reading]; {}] = [{list}];",
        categories.len()
    );
    let _ = writeln!(code, "/// Name and point of every row.\npub static ROWS: [(&str, u8); {count}] = [\n{names}];");
    code
}

/// Classes from which rows start, and the sets that rows name.
fn starts_and_sets(code: &mut String, compiled: &[CompiledCategory], sets: &Sets) {
    let starts: BTreeSet<usize> = compiled
        .iter()
        .flat_map(|category| &category.readings)
        .flat_map(|reading| reading.acts.iter().copied())
        .collect();
    let (low, high) = halves(&starts);
    let _ = writeln!(
        code,
        "/// Classes from which a row starts.\npub const STARTS: Senses = Senses::halves({low}, {high});"
    );
    let _ = writeln!(code, "/// Sets that rows name.\npub static SETS: [Senses; {}] = [", sets.sets.len());
    for set in &sets.sets {
        let (low, high) = halves(set);
        let _ = writeln!(code, "Senses::halves({low}, {high}),");
    }
    code.push_str("];\n");
}

fn sense(code: &mut String, words: &Words) {
    code.push_str("/// The meaning of a word: a class of words.csv.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u8)]\npub enum Sense {\n");
    for class in &words.classes {
        let _ = writeln!(code, "/// {}\n{},", class.means, camel(&class.name));
    }
    code.push_str("}\n/// What is known of each class.\n");
    let _ = writeln!(code, "pub static CLASSES: [Class; {}] = [", words.classes.len());
    for class in &words.classes {
        let role = if class.role.is_empty() { "core" } else { &class.role };
        let against = if class.against.is_empty() {
            "None".to_owned()
        } else {
            format!("Some(Category::{})", camel(&class.against))
        };
        let _ = writeln!(
            code,
            "Class {{ name: {:?}, field: {}, act: {}, core: {}, role: Role::{}, against: {against}, spellings: {:?} }},",
            class.name,
            words.field(&class.field),
            class.act == "yes",
            class.may_be_core(),
            camel(role),
            class.spellings,
        );
    }
    let _ = writeln!(code, "];\n/// Every class, by place.\npub static SENSES: [Sense; {}] = [", words.classes.len());
    for class in &words.classes {
        let _ = write!(code, "Sense::{},", camel(&class.name));
    }
    let _ = writeln!(
        code,
        "];\n/// The field whose words hide nothing.\npub const SENTENCE_FIELD: u8 = {};",
        words.field("sentence")
    );
    let _ = writeln!(
        code,
        "/// The field of looking and checking.\npub const CHECKING_FIELD: u8 = {};",
        words.field("checking")
    );
}

fn forms(code: &mut String, grammar: &Grammar) {
    code.push_str("/// How an act goes on.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]\n#[repr(u8)]\npub enum Tail {\n");
    for form in &grammar.forms {
        let default = if form.name == "other" { "#[default]\n" } else { "" };
        let _ = writeln!(code, "/// {}\n{default}{},", form.means, camel(&form.name));
    }
    let mentions = grammar.mask(&["mentions".to_owned()]).unwrap_or(0);
    let _ = writeln!(code, "}}\n/// Forms that only mention the act.\npub const MENTIONS: u32 = {mentions};");
    let _ = writeln!(
        code,
        "/// Spellings of each form.\npub static FORMS: [(Tail, &str, &str); {}] = [",
        grammar.forms.len()
    );
    for form in &grammar.forms {
        let _ = writeln!(code, "(Tail::{}, {:?}, {:?}),", camel(&form.name), form.name, form.spellings.join(" "));
    }
    code.push_str("];\n");
    for (name, words) in [
        ("RULE_FOLLOWS", &grammar.dictionary_form.rule),
        ("CIRCUMSTANCE_FOLLOWS", &grammar.dictionary_form.circumstance),
    ] {
        let _ = writeln!(
            code,
            "/// What follows a verb in its dictionary form.\npub const {name}: &str = {:?};",
            words.join(" ")
        );
    }
}

fn verbs(code: &mut String, grammar: &Grammar) {
    let _ = writeln!(
        code,
        "/// Verbs behind an act, by what they say of it.\npub static VERBS: [VerbRow; {}] = [",
        grammar.verbs.len()
    );
    for verbs in &grammar.verbs {
        let form = |name: &Option<String>| camel(name.as_ref().unwrap_or(&verbs.active));
        let keeps = verbs.keeps.iter().filter_map(|ending| ENDINGS.iter().position(|known| known == ending));
        let keeps = keeps.fold(0_u8, |keeps, place| keeps | 1 << place);
        let _ = writeln!(
            code,
            "VerbRow {{ particles: {:?}, suru: {:?}, ichidan: {:?}, godan: {:?}, active: Tail::{}, passive: Tail::{}, causative: Tail::{}, keeps: {keeps} }},",
            verbs.particles.join(" "),
            verbs.suru.join(" "),
            verbs.ichidan.join(" "),
            verbs.godan.join(" "),
            camel(&verbs.active),
            form(&verbs.passive),
            form(&verbs.causative),
        );
    }
    let _ = writeln!(
        code,
        "];\n/// Endings that say the same of every verb: ending, voices, form.\npub static ENDINGS: [(Ending, u8, Tail); {}] = [",
        grammar.endings.len()
    );
    for ending in &grammar.endings {
        let voices = ending.voices.iter().filter_map(|voice| VOICES.iter().position(|known| known == voice));
        let voices = voices.fold(0_u8, |voices, place| voices | 1 << place);
        let _ = writeln!(code, "(Ending::{}, {voices}, Tail::{}),", camel(&ending.name), camel(&ending.form));
    }
    code.push_str("];\n");
}

fn facts(code: &mut String, categories: &[Category], compiled: &[CompiledCategory], sets: &Sets) {
    code.push_str("/// アナログ規制の区分: one file of data/regulations each.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]\n#[serde(rename_all = \"snake_case\")]\npub enum Category {\n");
    for category in categories {
        let _ = writeln!(code, "/// {}\n{},", category.name, camel(&category.id));
    }
    let _ = writeln!(
        code,
        "}}\n/// Every category in the order of the plan.\npub const ALL: [Category; {}] = [",
        categories.len()
    );
    for category in categories {
        let _ = write!(code, "Category::{},", camel(&category.id));
    }
    let _ = writeln!(
        code,
        "];\n/// What is known of each category.\npub static CATEGORIES: [Facts; {}] = [",
        categories.len()
    );
    for (category, compiled) in categories.iter().zip(compiled) {
        let phases = match (category.phases.as_slice(), &category.phases_status) {
            ([one, two, three], Some(status)) => {
                format!("Some(([{one:?}, {two:?}, {three:?}], Status::{}))", camel(status))
            }
            _ => "None".to_owned(),
        };
        let captions = sets.sets.iter().position(|set| *set == compiled.captions).unwrap_or(0);
        let _ = writeln!(
            code,
            "Facts {{ id: {:?}, name: {:?}, short: {:?}, of_the_seven: {}, definition: ({:?}, Status::{}), phases: {phases}, technologies: (&{:?}, Status::{}), sought: {:?}, captions: {captions} }},",
            category.id,
            category.name,
            category.short,
            category.of_the_seven,
            category.definition,
            camel(&category.status),
            category.technologies,
            camel(&category.technologies_status),
            [&category.looked_for, &category.not_meant, &category.borderline],
        );
    }
    code.push_str("];\n");
}

fn readings(code: &mut String, category: &Category, compiled: &CompiledCategory, sets: &Sets, count: &mut usize) {
    let name = category.id.to_uppercase();
    let _ = writeln!(code, "static {name}: [Reading; {}] = [", compiled.readings.len());
    for (source, reading) in category.readings.iter().zip(&compiled.readings) {
        let _ = writeln!(
            code,
            "Reading {{ acts: {}, bracketed: {}, first: {count}, rows: &[",
            set(&reading.acts, sets),
            source.bracketed
        );
        for (row, compiled) in source.rows.iter().zip(&reading.rows) {
            let because = row.because.as_ref().or(source.because.as_ref()).map_or("", String::as_str);
            let outcome = match (row.regardless, row.strength.as_str()) {
                (true, strength) => format!("Outcome::Regardless({})", strength.to_uppercase()),
                (false, strength) => {
                    STRENGTHS.iter().find(|(name, _)| *name == strength).map_or("", |(_, code)| code).to_owned()
                }
            };
            let _ = writeln!(
                code,
                "{}",
                self::row(compiled, (because, row.doubt.as_deref().unwrap_or_default()), &outcome, sets)
            );
        }
        *count += reading.rows.len();
        code.push_str("] },\n");
    }
    code.push_str("];\n");
}

fn row(row: &CompiledRow, (because, doubt): (&str, &str), outcome: &str, sets: &Sets) -> String {
    let when: Vec<String> = row.when.iter().map(|atoms| format!("&[{}]", list(atoms, sets))).collect();
    let when = when.join(",");
    let with: String = row.with.iter().map(|one| reach(one, sets) + ",").collect();
    let then = row.then.as_ref().map_or("None".to_owned(), |one| format!("Some({})", reach(one, sets)));
    format!(
        "Row {{ acts: {}, said: {}, with: &[{with}], with_said: {}, then: {then}, when: &[{when}], unless: &[{}], outcome: {outcome}, because: {because:?}, doubt: {doubt:?} }},",
        set(&row.acts, sets),
        row.said,
        row.with_said,
        list(&row.unless, sets),
    )
}

fn reach(reach: &Reach, sets: &Sets) -> String {
    format!("Reach {{ behind: {}, distance: {}, set: {} }}", reach.behind, reach.distance, set(&reach.classes, sets))
}

fn list(atoms: &[Atom], sets: &Sets) -> String {
    atoms.iter().map(|atom| condition(atom, sets) + ",").collect()
}

fn condition(atom: &Atom, sets: &Sets) -> String {
    let variant = atom.variant;
    match (atom.distance, atom.classes.is_empty(), atom.mask, atom.frame) {
        (Some(distance), false, ..) => format!("Condition::{variant}({distance}, {})", set(&atom.classes, sets)),
        (Some(distance), true, ..) => format!("Condition::{variant}({distance})"),
        (None, false, ..) => format!("Condition::{variant}({})", set(&atom.classes, sets)),
        (None, true, 0, Some(frame)) => format!("Condition::{variant}(Frame::{})", camel(frame)),
        (None, true, 0, None) => format!("Condition::{variant}"),
        (None, true, mask, _) => format!("Condition::{variant}({mask})"),
    }
}

fn set(classes: &BTreeSet<usize>, sets: &Sets) -> String {
    sets.sets.iter().position(|known| known == classes).unwrap_or(0).to_string()
}

/// How often rows were right.
pub fn trust(known: &[(usize, u16, u16)]) -> String {
    let mut code = format!(
        "/// Rows that were tried often enough: number, right, of.\npub static TRUST: [(u16, u16, u16); {}] = [\n",
        known.len()
    );
    for (row, right, of) in known {
        let _ = writeln!(code, "({row}, {right}, {of}),");
    }
    code + "];\n"
}

/// A test of its own name for every example.
pub fn examples(categories: &[Category]) -> String {
    let mut code = String::new();
    for category in categories {
        for (place, example) in category.every_example().enumerate() {
            let (id, verdict) = (&category.id, &example.verdict);
            let _ = writeln!(
                code,
                "#[test]\nfn {id}_{verdict}_{place:03}() {{ example({id:?}, &Example {{ title: {:?}, caption: {:?}, text: {:?}, \
                 verdict: {verdict:?}, row: {:?}, also: &{:?}, not: &{:?} }}); }}",
                example.title, example.caption, example.text, example.row, example.also, example.not
            );
        }
    }
    code
}
