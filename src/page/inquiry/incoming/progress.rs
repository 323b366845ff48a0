//! 課ごとの進み: what was sent, answered, is late or in dispute, by section; each number shows its clauses in the list.

use std::cell::Cell;

use gloo::utils::window;
use web_sys::{Element, Event, HtmlTextAreaElement, MouseEvent};

use crate::api::border::Compact;
use crate::api::inquiry::Sections;
use crate::inquiry::progress::{Progress, Standing, reminder};
use crate::inquiry::shown_name;
use crate::page::dom::{Dom, append, by_id, clear, focus, on, on_within, reveal};
use crate::page::regulations::{self, calls, state as desk};
use crate::page::{clock, tabs, task};

use super::super::outgoing;
use super::inquiry;

thread_local! {
    /// Asked for once, however many changes come together.
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Follows the inquiry and the decisions while the screen is shown.
pub fn open() -> Dom {
    let rows: Element = by_id("progress-rows")?;
    on_within(&rows, "click", "button[data-standing]", |_: &MouseEvent, button| {
        let standing = button.get_attribute("data-standing").unwrap_or_default();
        let section = button.get_attribute("data-section").unwrap_or_default();
        let standing = Standing::ALL.into_iter().find(|other| other.name() == standing);
        regulations::show_asked(&section, standing)
    });
    on_within(&rows, "click", "button[data-remind]", |_: &MouseEvent, button| {
        remind(button.get_attribute("data-remind").unwrap_or_default());
        Ok(())
    });
    on_within(&rows, "click", "button[data-again]", |_: &MouseEvent, button| {
        outgoing::again(button.get_attribute("data-again"))
    });
    on(&by_id::<Element>("progress-again")?, "click", |_: &MouseEvent| outgoing::again(None));
    let soon = || {
        soon();
        Ok(())
    };
    on(&window(), "hashchange", move |_: &Event| soon());
    desk::ledger().with(|store| store.watch(move |_| soon()))?;
    inquiry::store().with(|store| store.watch(move |_| soon()))
}

/// Asks anew, where the screen is shown; the worker has heard of the change by then.
fn soon() {
    if inquiry::work().rounds.is_empty() || WAITING.replace(true) {
        return;
    }
    task::begin(async {
        gloo::timers::future::TimeoutFuture::new(150).await;
        WAITING.set(false);
        show().await
    });
}

async fn show() -> Dom {
    let Compact(sections) = calls::ask(&Sections).await.map_err(calls::trouble_of)?;
    let rows: Element = by_id("progress-rows")?;
    clear(&rows);
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
    by_id::<Element>("progress-sum")?.set_text_content(Some(&sentence));
    reveal(&by_id::<Element>("progress-again")?, sections.iter().any(|section| section.left() > 0))?;
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
    let row = append(rows, "tr", "")?;
    let name = shown_name(&section.section);
    append(&row, "th", name)?.set_attribute("scope", "row")?;
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
    if section.open + section.unclear > 0 {
        act(&cell, "督促の文", &format!("{name}への督促の文"), ("data-remind", &section.section))?;
    }
    if section.left() > 0 {
        act(&cell, "再照会", &format!("{name}に再照会する"), ("data-again", &section.section))?;
    }
    Ok(())
}

fn act(cell: &Element, words: &str, whole: &str, (attribute, section): (&str, &str)) -> Dom {
    let button = append(cell, "button", words)?;
    button.set_class_name("button-small");
    button.set_attribute("type", "button")?;
    button.set_attribute("aria-label", whole)?;
    button.set_attribute(attribute, section)
}

fn number(row: &Element, section: &Progress, count: usize, what: &str, standing: Option<Standing>) -> Dom<Element> {
    let cell = append(row, "td", "")?;
    cell.set_class_name("number");
    if count == 0 {
        cell.set_text_content(Some("0"));
        return Ok(cell);
    }
    let button = append(&cell, "button", &count.to_string())?;
    button.set_class_name("button-quiet count");
    button.set_attribute("type", "button")?;
    button.set_attribute("data-standing", standing.map_or("", Standing::name))?;
    button.set_attribute("data-section", &section.section)?;
    button.set_attribute("aria-label", &format!("{}の{what} {count}件を表示", section.section))?;
    Ok(cell)
}

/// Shows the words of a reminder, to be copied into a mail.
fn remind(section: String) {
    task::begin(async move {
        let told = async {
            let Compact(sections) = calls::ask(&Sections).await.map_err(calls::trouble_of)?;
            let Some(own) = sections.iter().find(|own| own.section == section) else { return Ok(()) };
            let field: HtmlTextAreaElement = by_id("progress-reminder")?;
            field.set_value(&reminder(&inquiry::work(), own, clock::today()));
            reveal(&by_id::<Element>("progress-remind")?, true)?;
            field.select();
            focus(&field)
        };
        told.await
    });
}
