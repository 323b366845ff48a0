//! 課ごとの進み: what was sent, answered, is late or in dispute, by section; each number shows its clauses in the list.

use web_sys::{Element, HtmlTextAreaElement};

use crate::api::border::Compact;
use crate::api::inquiry::Sections;
use crate::inquiry::progress::{Progress, Standing, reminder};
use crate::inquiry::shown_name;
use crate::page::dom::{
    Dom, append, button, by_id, cleared, focus, on_pick, on_press, on_press_within, reveal, set_text, table,
};
use crate::page::regulations::{self, calls, state as desk};
use crate::page::soon::Soon;
use crate::page::{clock, tabs, task};

use super::super::outgoing;
use super::inquiry;

/// Pause before the sections are asked again: a row of quick changes asks once, in milliseconds.
const PAUSE: u32 = 150;

thread_local! {
    static SOON: Soon = Soon::default();
}

/// Follows the inquiry and the decisions while the screen is shown.
pub fn open() -> Dom {
    on_press_within("progress-rows", "button[data-standing]", |button| {
        let standing = button.get_attribute("data-standing").unwrap_or_default();
        let section = button.get_attribute("data-section").unwrap_or_default();
        let standing = Standing::ALL.into_iter().find(|other| other.name() == standing);
        regulations::show_asked(&section, standing)
    })?;
    on_pick("progress-rows", "data-remind", |section| task::begin(remind(section)))?;
    on_pick("progress-rows", "data-again", |section| outgoing::again(Some(section)))?;
    on_press("progress-again", || outgoing::again(None))?;
    tabs::on_address(renew);
    desk::ledger().watch(|_| renew())?;
    inquiry::store().watch(|_| renew())
}

/// Asks anew, where the screen is shown; the worker has heard of the change by then.
fn renew() {
    if !inquiry::work().rounds.is_empty() {
        SOON.with(|soon| soon.ask_after(PAUSE, show));
    }
}

async fn show() -> Dom {
    let Compact(sections) = calls::ask(&Sections).await?;
    let rows = cleared("progress-rows")?;
    sections.iter().try_for_each(|section| line(&rows, section))?;
    let late = sections.iter().filter(|section| section.overdue > 0).count();
    let sum = |of: fn(&Progress) -> usize| sections.iter().map(of).sum::<usize>();
    let (rows, open) = (sum(|section| section.rows), sum(|section| section.open));
    let overdue =
        if late == 0 { String::new() } else { format!("期限を過ぎて回答のない課が{late}あります。") };
    let sentence = if sections.is_empty() {
        "照会したことになっている照会票はありません（作成を取り消しました）。番号は控えてあり、回答は読み取れます。"
            .to_owned()
    } else {
        format!("{}課に照会した{rows}件のうち、{open}件の回答がまだです。{overdue}", sections.len())
    };
    set_text("progress-sum", &sentence)?;
    reveal(&by_id("progress-again")?, sections.iter().any(|section| section.left() > 0))?;
    let conflicts = sum(|section| section.conflicts);
    let word = if conflicts > 0 {
        format!("食い違い{conflicts}")
    } else if open > 0 {
        format!("未回答{open}")
    } else {
        String::new()
    };
    tabs::subtab_state("regulations-inquiries")?.set_text_content(Some(&word));
    Ok(())
}

fn line(rows: &Element, section: &Progress) -> Dom {
    let name = shown_name(&section.section);
    let row = table::line(rows, name)?;
    let day = |day: Option<crate::date::Date>| day.map_or_else(|| "なし".to_owned(), |day| day.to_string());
    let extended = if section.extended { "（延長）" } else { "" };
    append(&row, "td", &format!("{} → {}{extended}", day(section.sent), day(section.deadline)))?;
    number(&row, section, section.rows, "照会した", None)?;
    number(&row, section, section.answered, "回答あり", Some(Standing::Answered))?;
    let late = section.overdue > 0;
    let open = if late { Standing::Overdue } else { Standing::Waiting };
    let cell = number(&row, section, section.open, "未回答", Some(open))?;
    if late {
        append(&cell, "strong", &format!(" {}開庁日超過", section.overdue))?;
    }
    number(&row, section, section.unclear, "読み取れない", Some(Standing::NotUnderstood))?;
    number(&row, section, section.conflicts, "食い違い", Some(Standing::Conflict))?;
    number(&row, section, section.transfers, "所管外", Some(Standing::Transfer))?;
    let words = [(section.drafts, "課内の案"), (section.inconsistent, "不整合")];
    let words = words.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{name}{count}"));
    append(&row, "td", &words.collect::<Vec<String>>().join("、"))?;
    let cell = append(&row, "td", "")?;
    let act = |words: &str, whole: &str, attribute: &str| {
        let attributes = [("aria-label", whole), (attribute, section.section.as_str())];
        button(&cell, "button-small", words, &attributes).map(|_| ())
    };
    if section.open + section.unclear > 0 {
        act("督促の文", &format!("{name}への督促の文"), "data-remind")?;
    }
    if section.left() > 0 { act("再照会", &format!("{name}に再照会する"), "data-again") } else { Ok(()) }
}

fn number(row: &Element, section: &Progress, count: usize, what: &str, standing: Option<Standing>) -> Dom<Element> {
    let label = format!("{}の{what} {count}件を表示", section.section);
    let standing = standing.map_or("", Standing::name);
    let attributes = [("data-standing", standing), ("data-section", &section.section), ("aria-label", &label)];
    table::leading(row, &count.to_string(), &attributes)
}

/// Shows the words of a reminder, to be copied into a mail.
async fn remind(section: String) -> Dom {
    let Compact(sections) = calls::ask(&Sections).await?;
    let Some(own) = sections.iter().find(|own| own.section == section) else { return Ok(()) };
    let field: HtmlTextAreaElement = by_id("progress-reminder")?;
    field.set_value(&reminder(&inquiry::work(), own, clock::today()));
    reveal(&by_id("progress-remind")?, true)?;
    field.select();
    focus(&field)
}
