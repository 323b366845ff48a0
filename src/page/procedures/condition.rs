//! The grant's condition in one sentence, what it lacks, and the deadlines of the documents.

use web_sys::Element;

use crate::page::clock;
use crate::page::dom::{Dom, append};
use crate::procedures::catalogue::Number;
use crate::procedures::condition::{Condition, DEADLINES, READING};

/// The sentence.
pub fn sentence(condition: &Condition) -> String {
    let asked =
        "補助金の要件（子育て・介護の26手続すべてが、マイナポータルで公開され、基幹システムにつながっていること）";
    match condition.met {
        Some(true) => format!("{asked}を満たしています。"),
        Some(false) => format!("{asked}を満たしていません。{}。", lacking(condition)),
        None => format!(
            "{asked}を満たすかどうか、まだ決まりません。公開状況か接続が分からない手続が{}件あります。",
            condition.undetermined.len()
        ),
    }
}

fn lacking(condition: &Condition) -> String {
    let parts = [
        ("オンラインでない", condition.not_online.len()),
        ("オンラインだが特定通信でつながっていない", condition.not_connected.len()),
        ("公開状況か接続が分からない", condition.undetermined.len()),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{what}手続が{count}件")).collect();
    parts.join("、")
}

/// What is lacking, by reason, and on which reading that rests.
pub fn details(place: &Element, condition: &Condition) -> Dom {
    let list = append(place, "dl", "")?;
    list.set_class_name("facts");
    let parts = [
        ("オンラインでない", &condition.not_online),
        ("特定通信でつながっていない", &condition.not_connected),
        ("分からない", &condition.undetermined),
    ];
    for (what, numbers) in parts.into_iter().filter(|(_, numbers)| !numbers.is_empty()) {
        append(&list, "dt", &format!("{what}（{}件）", numbers.len()))?;
        append(&list, "dd", &names(numbers))?;
    }
    append(place, "p", READING)?.set_class_name("hint");
    Ok(())
}

/// The deadlines, and whether they are over.
pub fn deadlines(place: &Element) -> Dom {
    let today = clock::today();
    for deadline in DEADLINES {
        let over = if deadline.date < today { "期限は過ぎています" } else { "期限の前です" };
        let (date, source) = (deadline.date.western_and_era(), deadline.source);
        let from = format!("出典：{} {}頁", source.document, source.page);
        let line = format!("{}：{}（{date}。{over}。{from}）", deadline.what, deadline.written);
        append(place, "p", &line)?.set_class_name("hint");
    }
    Ok(())
}

/// Numbers with their names.
pub fn names(numbers: &[Number]) -> String {
    let named: Vec<String> = numbers.iter().map(|number| format!("{number} {}", number.procedure().name)).collect();
    named.join("、")
}
