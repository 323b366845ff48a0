//! The character set of a file: the guess with an excerpt, changeable, and what it cannot decode.

use web_sys::{Element, HtmlSelectElement};

use crate::page::dom::{Dom, append, fill, lay, reveal, say, slot};
use crate::page::messages::reading as words;
use crate::reading::Inspection;
use crate::reading::charset::Charset;
use crate::reading::detect::Kind;

/// Lines that are named one by one.
const NAMED: usize = 10;

/// Shows the character set and, for texts, whether they are read as a table.
pub fn show(place: &Element, inspection: &Inspection) -> Dom {
    let Some(view) = &inspection.charset else { return Ok(()) };
    let part = lay("opening-charset", place)?;
    let select: HtmlSelectElement = slot(&part, "charset")?;
    for charset in Charset::ALL {
        let option = append(&select, "option", words::charset(charset))?;
        option.toggle_attribute_with_force("selected", charset == view.charset)?;
    }
    let certainty = if view.marked {
        "ファイルの先頭の印から確定しました。"
    } else {
        "推定です。文字が化けているときは選び直してください。"
    };
    fill(&part, "certainty", certainty)?;
    fill(&part, "excerpt", &view.excerpt)?;
    let broken = undecodable(view.undecodable, &view.lines, view.whole);
    say(&slot(&part, "undecodable")?, view.undecodable > 0, &broken)?;
    let form: HtmlSelectElement = slot(&part, "form")?;
    let choosable = !matches!(inspection.kind, Kind::Xml);
    reveal(&slot(&part, "form-field")?, choosable)?;
    form.set_value(if inspection.is_table { "table" } else { "text" });
    Ok(())
}

fn undecodable(count: u32, lines: &[u32], whole: bool) -> String {
    let mut named: Vec<String> = lines.iter().take(NAMED).map(u32::to_string).collect();
    if lines.len() > NAMED {
        named.push("…".to_owned());
    }
    let part = if whole { "" } else { "先頭の4MBのうち、" };
    format!(
        "{part}読めない文字が{}文字あります（{}行目）。「\u{FFFD}」と表示しています。",
        words::number(u64::from(count)),
        named.join("、")
    )
}
