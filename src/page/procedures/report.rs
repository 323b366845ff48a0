//! The part of the report: the count, the condition, what is missing, the 27 one by one, the comparison.

use web_sys::Element;

use crate::page::dom::{Dom, append, table};
use crate::page::report::Part;
use crate::procedures::answer::Answer;
use crate::procedures::catalogue::{NameStatus, municipal};
use crate::procedures::state::Availability;

use super::table::origin;
use super::{comparison, condition, marks, read, summary};

/// 27手続
pub const REPORT: Part = Part { view: "procedures", title: "27手続のオンライン化", summary: None, build };

fn build(place: &Element) -> Dom<bool> {
    let Some(answer) = read(|desk| desk.answer().cloned()) else { return Ok(false) };
    let found = &answer.completeness;
    append(place, "p", &format!("オンラインの手続：{}", summary::count(found)))?.set_class_name("amount");
    append(place, "p", &summary::of26(found))?;
    let asked = answer.asked().len();
    if asked > 0 {
        append(place, "p", &format!("どの手続か選ばれていない名称が{asked}件あります。"))?;
    }
    summary::bars(place, &answer)?;
    append(place, "p", &signs())?.set_class_name("hint");
    append(place, "h3", "補助金の要件")?;
    append(place, "p", &condition::sentence(&answer.condition))?;
    condition::readings(place, &answer.condition)?;
    condition::lacking(place, &answer.condition)?;
    condition::deadlines(place)?;
    append(place, "h3", "未対応の手続")?;
    summary::to_do(place, &answer, false)?;
    summary::apart(place, found)?;
    append(place, "h3", "27手続の状態")?;
    all(place, &answer)?;
    append(place, "h3", "山口県19市町との比較")?;
    comparison::words(place)?;
    comparison::table(place, comparison::own_count(), comparison::own_town())?;
    comparison::sources(place)?;
    Ok(true)
}

fn signs() -> String {
    let signs = [
        (Availability::Published, "公開済"),
        (Availability::Partial, "一部公開"),
        (Availability::GeneralSystemOnly, "汎用電子申請のみ"),
        (Availability::InPreparation, "作成中"),
        (Availability::NotStarted, "未着手"),
        (Availability::NoScheme, "制度なし"),
        (Availability::Unknown, "不明"),
    ];
    signs.map(|(state, name)| format!("{} {name}", marks::sign(state))).join("　")
}

fn all(place: &Element, answer: &Answer) -> Dom {
    let body = table::below(place, "27手続の状態", &["手続", "公開状況", "接続", "根拠"])?;
    for procedure in municipal() {
        let standing = answer.standings.of(procedure.number);
        let connection = if procedure.number.is_in_grant_condition() { standing.connection.name() } else { "―" };
        let cells = [standing.availability.name(), connection, &origin(answer, standing)];
        table::row(&body, &marks::named(procedure), &cells)?;
    }
    if municipal().any(|procedure| procedure.name_status == NameStatus::Unconfirmed) {
        append(place, "p", "※は、標準名称の文言を公開資料で確かめていない手続です。")?.set_class_name("hint");
    }
    Ok(())
}
