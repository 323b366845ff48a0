//! The code of names and tables.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::category::Category;
use super::grammar::Grammar;
use super::rows::CompiledCategory;
use super::sets::{Sets, bits};
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

/// A table of the engine.
pub fn list(means: &str, name: &str, kind: &str, entries: &[String]) -> String {
    let (count, entries) = (entries.len(), entries.join(",\n"));
    format!("/// {means}\npub static {name}: [{kind}; {count}] = [\n{entries}\n];\n")
}

/// An enum without values: what it is, its traits, its name; of each variant what it means, and its name.
fn variants<'a>(head: &str, variants: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut code = format!("{head} {{\n");
    for (means, name) in variants {
        let _ = writeln!(code, "/// {means}\n{},", camel(name));
    }
    code + "}\n"
}

/// The types of classes, forms and categories, and what the engine asks for by name.
pub fn names(words: &Words, grammar: &Grammar, categories: &[Category], letters: &str) -> String {
    let mut code = variants(
        "/// The meaning of a word: a class of words.csv.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         #[repr(u8)]\npub enum Sense",
        words.classes.iter().map(|class| (class.means.as_str(), class.name.as_str())),
    );
    code += &variants(
        "/// How an act goes on.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]\n#[repr(u8)]\npub enum Tail",
        grammar.forms.iter().map(|form| (form.means.as_str(), form.name.as_str())),
    )
    .replace("\nOther,\n", "\n#[default]\nOther,\n");
    code += &variants(
        "/// アナログ規制の区分: one file of data/regulations each.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]\n\
         #[serde(into = \"&'static str\", try_from = \"String\")]\npub enum Category",
        categories.iter().map(|category| (category.name.as_str(), category.id.as_str())),
    );
    let all: Vec<String> = categories.iter().map(|category| format!("Category::{}", camel(&category.id))).collect();
    let _ = writeln!(
        code,
        "/// Every category in the order of the plan.\npub const ALL: [Category; {}] = [{}];",
        all.len(),
        all.join(",")
    );
    let mentions = grammar.mask(&["mentions".to_owned()]).unwrap_or(0);
    let (rule, circumstance) = (&grammar.dictionary_form.rule, &grammar.dictionary_form.circumstance);
    for (means, name, kind, value) in [
        ("The field whose words hide nothing.", "SENTENCE_FIELD", "u8", words.field("sentence").to_string()),
        ("The field of looking and checking.", "CHECKING_FIELD", "u8", words.field("checking").to_string()),
        ("Forms that only mention the act, as bits.", "MENTIONS", "u32", mentions.to_string()),
        ("What follows a verb in its dictionary form.", "RULE_FOLLOWS", "&str", format!("{:?}", rule.join(" "))),
        ("What follows one.", "CIRCUMSTANCE_FOLLOWS", "&str", format!("{:?}", circumstance.join(" "))),
        ("Letters of the spellings, the most frequent first.", "LETTERS", "&str", format!("{letters:?}")),
    ] {
        let _ = writeln!(code, "/// {means}\npub const {name}: {kind} = {value};");
    }
    code
}

/// The groups of the grammar.
pub fn groups(grammar: &Grammar) -> String {
    let mut code = String::new();
    for (name, group) in &grammar.groups {
        let bits = bits(&group.iter().copied().collect());
        let upper = name.to_uppercase();
        let _ =
            writeln!(code, "/// The group {name} of grammar.toml.\npub const {upper}: Senses = Senses::bits({bits});");
    }
    code
}

/// What is known of classes, forms, verbs and categories, and the sets that rows name.
pub fn tables(
    words: &Words,
    grammar: &Grammar,
    categories: &[Category],
    compiled: &[CompiledCategory],
    sets: &Sets,
) -> String {
    let mut code = classes(words) + &forms(grammar);
    facts(&mut code, categories, compiled, sets);
    starts_and_sets(&mut code, words, compiled, sets);
    code
}

/// Classes from which rows start, and the sets that rows name.
fn starts_and_sets(code: &mut String, words: &Words, compiled: &[CompiledCategory], sets: &Sets) {
    let starts: BTreeSet<usize> = compiled
        .iter()
        .flat_map(|category| &category.readings)
        .flat_map(|reading| reading.acts.iter().copied())
        .collect();
    let _ = writeln!(
        code,
        "/// Classes from which a row starts.\npub const STARTS: Senses = Senses::bits({});",
        bits(&starts)
    );
    let several = sets.sets.iter().filter(|set| set.len() != 1);
    let several: Vec<String> = several.map(|set| format!("Senses::bits({})", bits(set))).collect();
    *code += &list("Sets of several classes that rows name.", "SETS", "Senses", &several);
    let alone = sets.alone().filter_map(|place| words.classes.get(place));
    let alone: Vec<String> = alone.map(|class| format!("Sense::{}", camel(&class.name))).collect();
    *code += &list("Classes that rows name alone.", "ALONE", "Sense", &alone);
}

fn classes(words: &Words) -> String {
    let known: Vec<String> = words
        .classes
        .iter()
        .map(|class| {
            let role = if class.role.is_empty() { "core" } else { &class.role };
            let against = match class.against.as_str() {
                "" => "None".to_owned(),
                category => format!("Some(Category::{})", camel(category)),
            };
            format!(
                "Class {{ field: {}, act: {}, core: {}, role: Role::{}, against: {against} }}",
                words.field(&class.field),
                class.act == "yes",
                class.may_be_core(),
                camel(role),
            )
        })
        .collect();
    let senses: Vec<String> = words.classes.iter().map(|class| format!("Sense::{}", camel(&class.name))).collect();
    let names: Vec<String> = words.classes.iter().map(|class| format!("{:?}", class.name)).collect();
    list("What is known of each class.", "CLASSES", "Class", &known)
        + &list("Every class, by place.", "SENSES", "Sense", &senses)
        + &list("Names of the classes in the data, for those who write rows.", "CLASS_NAMES", "&str", &names)
}

fn forms(grammar: &Grammar) -> String {
    let tails: Vec<String> = grammar.forms.iter().map(|form| format!("Tail::{}", camel(&form.name))).collect();
    let names: Vec<String> = grammar.forms.iter().map(|form| format!("{:?}", form.name)).collect();
    list("Every form, by place.", "TAILS", "Tail", &tails)
        + &list("Names of the forms in the data, for those who write rows.", "TAIL_NAMES", "&str", &names)
}

fn facts(code: &mut String, categories: &[Category], compiled: &[CompiledCategory], sets: &Sets) {
    let _ =
        writeln!(code, "/// What is known of each category.\npub static CATEGORIES: [Facts; {}] = [", categories.len());
    for (category, compiled) in categories.iter().zip(compiled) {
        let phases = match (category.phases.as_slice(), &category.phases_status) {
            ([one, two, three], Some(status)) => {
                format!("Some(([{one:?}, {two:?}, {three:?}], Status::{}))", camel(status))
            }
            _ => "None".to_owned(),
        };
        let captions = sets.place(&compiled.captions);
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

/// All spellings as they are written.
pub fn spellings(spellings: &[(String, u8)]) -> String {
    let every: Vec<&str> = spellings.iter().map(|(spelling, _)| spelling.as_str()).collect();
    let every = every.join("\t");
    format!(
        "/// Every word as it is written, between tabs, for measuring other matchers against ours.\npub static SPELLINGS: &str = {every:?};\n"
    )
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
