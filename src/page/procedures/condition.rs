//! The grant's condition under both readings, each with its sentence, and the deadlines of the documents.

use web_sys::Element;

use crate::page::clock;
use crate::page::dom::{Dom, append, styled};
use crate::procedures::catalogue::Number;
use crate::procedures::condition::{Condition, DEADLINES, DEDICATED, Judged};

/// What the paper asks for, and what both readings say.
pub fn sentence(condition: &Condition) -> String {
    let asked = "子育て・介護の26手続すべてのオンライン接続の完了";
    match condition.met() {
        Some(true) => format!("{asked}は、どちらの読み方でも満たしています。"),
        Some(false) => format!("{asked}は、どちらの読み方でも満たしていません。"),
        None => format!("{asked}は、読み方によって変わるか、まだ決まりません。"),
    }
}

fn verdict(judged: &Judged) -> String {
    let says = match judged.met {
        Some(true) => "満たしています",
        Some(false) => "満たしていません",
        None => "まだ決まりません",
    };
    let parts = [
        ("オンラインでない", judged.not_online.len()),
        ("オンラインだがそこまでつながっていない", judged.not_connected.len()),
        ("公開状況か接続が分からない", judged.undetermined.len()),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{what}手続が{count}件")).collect();
    if parts.is_empty() { format!("{says}。") } else { format!("{says}。{}。", parts.join("、")) }
}

/// Both readings, each with its verdict and its sentence of the paper.
pub fn readings(place: &Element, condition: &Condition) -> Dom {
    append(place, "p", DEDICATED)?.set_class_name("hint");
    append(place, "p", "資料に次の2つの文があり、どちらで判定されるかは確かめていません。")?;
    let list = styled(place, "dl", "readings", "")?;
    for judged in condition.readings() {
        let (reading, source) = (judged.reading, judged.reading.source());
        append(&list, "dt", reading.name())?;
        let described = append(&list, "dd", "")?;
        append(&described, "p", &verdict(judged))?;
        let from = format!("「{}」（{} {}）", reading.quote(), source.document, source.page);
        append(&described, "p", &from)?.set_class_name("hint");
    }
    Ok(())
}

/// The procedures that are lacking under each reading.
pub fn lacking(place: &Element, condition: &Condition) -> Dom {
    let list = styled(place, "dl", "readings", "")?;
    for judged in condition.readings() {
        let parts = [
            ("オンラインでない", &judged.not_online),
            ("そこまでつながっていない", &judged.not_connected),
            ("分からない", &judged.undetermined),
        ];
        append(&list, "dt", judged.reading.name())?;
        let described = append(&list, "dd", "")?;
        if parts.iter().all(|(_, numbers)| numbers.is_empty()) {
            append(&described, "p", "ありません。")?;
        }
        for (what, numbers) in parts.into_iter().filter(|(_, numbers)| !numbers.is_empty()) {
            append(&described, "p", &format!("{what}（{}件）：{}", numbers.len(), names(numbers)))?;
        }
    }
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
