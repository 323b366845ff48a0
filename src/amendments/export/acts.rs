//! The amending acts: 改め文 of each ordinance, and the skeleton of a collective one.

use crate::amendments::amending::{Act, Operation, render};
use crate::amendments::drafting::Draft;
use crate::amendments::engine::Hand;
use crate::amendments::settings::{Direction, Settings};
use crate::amendments::text::Place;
use crate::numeral::full_width;
use crate::writing::docx::{Block, Document, Look, Paragraph};

use super::{ActKind, Amended, Bill, NOTICE};

const OMNIBUS: &str = "デジタル技術の活用に係る規定の見直しのための関係条例の整備に関する条例";
/// Patterns whose acts need a transition (DRAFTING §2).
const SERVICE: [&str; 2] = ["公示送達", "公示による通知"];

/// An act for each ordinance, with the list of what has to be decided.
#[must_use]
pub fn amendments(bills: &[Bill<'_>], settings: &Settings, author: &str) -> Document {
    let mut blocks = Vec::new();
    for (number, bill) in bills.iter().enumerate() {
        if number > 0 {
            blocks.push(Block::PageBreak);
        }
        let act = bill.act().name();
        blocks.push(text(NOTICE));
        blocks.push(title(format!("{}の一部を改正する{act}", bill.title)));
        blocks.push(text(format!("　{}の一部を次のように改正する。", bill.named())));
        blocks.extend(body(bill, settings));
        blocks.extend(supplement(act, std::slice::from_ref(bill), false));
        blocks.extend(decisions(bill));
    }
    document("改め文", blocks, settings, author)
}

/// The skeleton of a collective ordinance: 条例 only; other acts need one of their own. `None` where there is no 条例.
#[must_use]
pub fn omnibus(bills: &[Bill<'_>], settings: &Settings, author: &str) -> Option<Document> {
    let ordinances: Vec<Bill<'_>> = bills.iter().filter(|bill| bill.act() == ActKind::Ordinance).cloned().collect();
    if ordinances.is_empty() {
        return None;
    }
    let mut blocks = vec![text(NOTICE), title(OMNIBUS.to_owned())];
    for (number, bill) in (1_u32..).zip(&ordinances) {
        blocks.push(text(format!("（{}の一部改正）", bill.title)));
        blocks.push(hanging(format!("第{number}条　{}の一部を次のように改正する。", bill.named())));
        blocks.extend(body(bill, settings));
    }
    blocks.extend(supplement(ActKind::Ordinance.name(), &ordinances, true));
    blocks.extend(ordinances.iter().flat_map(decisions));
    Some(document("一括整備条例（骨子）", blocks, settings, author))
}

fn document(title: &str, blocks: Vec<Block>, settings: &Settings, author: &str) -> Document {
    let vertical = settings.direction == Direction::Vertical;
    Document { title: title.to_owned(), author: author.to_owned(), landscape: vertical, vertical, blocks }
}

/// The sentences, an article a chain, and what they add.
fn body(bill: &Bill<'_>, settings: &Settings) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(first) = bill.amended.get(at) {
        let article = Place::parse(&first.clause.article).article;
        let same: Vec<_> = bill
            .amended
            .iter()
            .skip(at)
            .take_while(|other| Place::parse(&other.clause.article).article == article)
            .collect();
        at += same.len();
        let mut operations: Vec<Operation> =
            same.iter().flat_map(|amended| amended.draft.amendment.operations.clone()).collect();
        operations.sort_by_key(|operation| matches!(operation.act, Act::AddParagraphs { .. }));
        let hand = Hand::of(&first.clause.text, &first.clause.article);
        blocks.extend(sentences(operations, hand, settings));
    }
    blocks
}

/// What is rewritten whole stands alone; the rest is one chain.
fn sentences(operations: Vec<Operation>, hand: Hand, settings: &Settings) -> Vec<Block> {
    let (whole, chain): (Vec<_>, Vec<_>) =
        operations.into_iter().partition(|operation| matches!(operation.act, Act::Rewrite { .. }));
    let chained = if chain.is_empty() { Vec::new() } else { vec![chain] };
    let mut blocks = Vec::new();
    for operations in chained.into_iter().chain(whole.into_iter().map(|one| vec![one])) {
        let written = render(&operations, hand, settings.after);
        blocks.extend(
            written
                .lines()
                .enumerate()
                .map(|(number, line)| if number == 0 { text(format!("　{line}")) } else { hanging(line.to_owned()) }),
        );
    }
    blocks
}

/// 附則: the day, and what passes over. Numbered where it has more than one 項.
fn supplement(act: &str, bills: &[Bill<'_>], collective: bool) -> Vec<Block> {
    let mut day = format!("この{act}は、令和〔　〕年〔　〕月〔　〕日から施行する。");
    if collective && bills.len() > 1 {
        day.push_str("ただし、第〔　〕条の規定は、〔　〕から施行する。");
    }
    let passing: Vec<String> =
        (1_u32..).zip(bills).flat_map(|(number, bill)| passing(act, bill, collective.then_some(number))).collect();
    let mut blocks = vec![title("附　則".to_owned())];
    if passing.is_empty() {
        blocks.push(text(format!("　{day}")));
        return blocks;
    }
    blocks.push(text("（施行期日）"));
    blocks.push(hanging(format!("１　{day}")));
    blocks.push(text("（経過措置）"));
    blocks.extend(
        (2_u32..).zip(passing).map(|(number, sentence)| hanging(format!("{}　{sentence}", full_width(number)))),
    );
    blocks
}

/// What passes over for one ordinance; `number` is its 条 in a collective act.
fn passing(act: &str, bill: &Bill<'_>, number: Option<u32>) -> Vec<String> {
    let by = number.map_or_else(String::new, |number| format!("第{number}条の規定による"));
    let served = |amended: &&Amended<'_>| SERVICE.iter().any(|name| amended.draft.pattern.name.contains(name));
    let articles: Vec<&str> =
        bill.amended.iter().filter(served).map(|amended| amended.clause.article.as_str()).collect();
    let mut sentences = Vec::new();
    if !articles.is_empty() {
        sentences.push(format!(
            "{by}改正後の{}{}の規定は、この{act}の施行の日以後にする〔送達・通知〕について適用し、同日前にした〔送達・通知〕については、なお従前の例による。",
            bill.title,
            articles.join("及び")
        ));
    }
    if bill.amended.iter().any(|amended| amended.clause.text.contains("様式") || amended.draft.after.contains("様式"))
    {
        sentences.push(format!(
            "この{act}の施行の際現にある{by}改正前の様式による用紙は、当分の間、所要の調整をして使用することができる。"
        ));
    }
    sentences
}

/// What is open and what has to be looked at with it.
fn decisions(bill: &Bill<'_>) -> Vec<Block> {
    let mut blocks = vec![text("")];
    blocks.push(text(format!("【{}　決めること・あわせて確かめること】", bill.title)));
    for amended in &bill.amended {
        let Draft { pattern, warnings, .. } = &amended.draft;
        let proof = pattern.proof.join("、");
        blocks.push(hanging(format!("・{}　型：{}（用例 {proof}）", amended.clause.article, pattern.name)));
        blocks.extend(warnings.iter().map(|warning| hanging(format!("　－{warning}"))));
    }
    blocks
}

fn text(words: impl Into<String>) -> Block {
    Block::Paragraph(Paragraph::plain(words, Look::Text))
}

fn title(words: String) -> Block {
    Block::Paragraph(Paragraph::plain(words, Look::Title))
}

fn hanging(words: String) -> Block {
    Block::Paragraph(Paragraph::plain(words, Look::Hanging))
}
