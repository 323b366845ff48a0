//! Spelling patterns of the vocabulary (表記の型): 「立(ち)入(り)検査」 stands for every spelling with and without the okurigana.
//!
//! Takes a pattern, gives all its spellings. `(x)` may be left out, `(x|y)` is one of several, `(x|y|)` may be left out too.

/// All spellings of a pattern, in a fixed order. Brackets do not nest.
#[must_use]
pub fn spellings(pattern: &str) -> Vec<String> {
    let mut spellings = vec![String::new()];
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('(') {
        let (inside, behind) = after.split_once(')').unwrap_or((after, ""));
        let mut choices: Vec<&str> = inside.split('|').collect();
        if choices.len() == 1 {
            choices.push("");
        }
        spellings = spellings
            .iter()
            .flat_map(|start| choices.iter().map(move |choice| format!("{start}{before}{choice}")))
            .collect();
        rest = behind;
    }
    for spelling in &mut spellings {
        spelling.push_str(rest);
    }
    spellings
}
