//! Words of a printed table stay whole: lines end between words, in every browser.
//!
//! The style keeps letters together (`word-break: keep-all`); here the browser's own list of words says where a line may end,
//! never before what leans on the word before it (助詞, 送り仮名). A browser without such a list ends lines at punctuation.

use js_sys::{Array, Intl, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Node};

use crate::page::dom::{Dom, element, find_all};

#[wasm_bindgen]
extern "C" {
    type Words;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "Segmenter")]
    fn new(language: &str, options: &Object) -> Dom<Words>;
    #[wasm_bindgen(method)]
    fn segment(this: &Words, text: &str) -> Object;
}

/// Marks in all tables below `paper` where a line may end.
pub fn keep_whole(paper: &Element) -> Dom {
    let options = Intl::SegmenterOptions::new();
    options.set_granularity(Intl::SegmenterGranularity::Word);
    let Ok(words) = Words::new("ja", &options) else { return Ok(()) };
    for cell in find_all(paper, "table :is(th, td, caption)")? {
        mark(&words, &cell)?;
    }
    Ok(())
}

fn mark(words: &Words, place: &Node) -> Dom {
    let children = place.child_nodes();
    let children: Vec<Node> = (0..children.length()).filter_map(|index| children.get(index)).collect();
    for child in children {
        if child.node_type() != Node::TEXT_NODE {
            mark(words, &child)?;
            continue;
        }
        let text = child.text_content().unwrap_or_default();
        let lines = parts(&Array::from(&words.segment(&text)));
        if let [first, rest @ ..] = lines.as_slice() {
            child.set_text_content(Some(first));
            let after = child.next_sibling();
            for part in rest {
                place.insert_before(&*element("wbr", "")?, after.as_ref())?;
                place.insert_before(&gloo::utils::document().create_text_node(part), after.as_ref())?;
            }
        }
    }
    Ok(())
}

/// The text in parts between which a line may end.
fn parts(segments: &Array) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for segment in segments.iter() {
        let word = String::from(segment.unchecked_ref::<Intl::SegmentData>().segment());
        match parts.last_mut() {
            Some(part) if !may_end(part, &word) => part.push_str(&word),
            _ => parts.push(word),
        }
    }
    parts
}

/// Whether a line may end between the two: not where the second leans on the first (助詞, 閉じ括弧), not beside one letter
/// alone (各課, 担当者, 600円), not before a number that belongs to a word (令和4年), not within katakana (マイナンバー).
fn may_end(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return false };
    let opens = |letter: char| "（「『〔【(".contains(letter);
    let kana = |letter: char| matches!(letter, 'ァ'..='ヿ');
    let word = next.is_alphanumeric() && !matches!(next, 'ぁ'..='ゟ' | '々');
    let number = next.is_ascii_digit() && !matches!(last, 'ぁ'..='ゟ' | '、' | '　' | ' ');
    let alone = after.chars().nth(1).is_none() || before.chars().nth(1).is_none();
    let hangs = !word || alone || number || kana(last) && kana(next);
    (opens(next) || !hangs) && !opens(last)
}
