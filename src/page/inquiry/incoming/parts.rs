//! What is not taken by itself, each with its reason and its place: rows without a known number, words that were not
//! understood, values to look at, wishes to move, and everything that is no answer.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

use crate::inquiry::answer::{Note, Why};
use crate::inquiry::{Column, Number, Time, Understood, Value};
use crate::page::dom::{Dom, append, by_id, on_within, reveal, slot, value_of};
use crate::page::{clock, task};
use crate::review::{Decision, Need, Policy};

use super::list::{button, head, list};
use super::{conflicts, inquiry, list, state};

/// Listens to what is decided by hand.
pub fn open() -> Dom {
    conflicts::open()?;
    list::open()?;
    let place: Element = by_id("incoming-parts")?;
    on_within(&place, "click", "button[data-accept]", |_: &MouseEvent, button| {
        let Some((file, at)) = pair(button, "data-accept") else { return Ok(()) };
        state::with(|before| {
            let Some(file) = before.answers.files.get_mut(file) else { return };
            if let Some(number) = file.unknown.get(at).and_then(|row| row.proposal) {
                file.accept(at, number);
            }
        });
        again();
        Ok(())
    });
    on_within(&place, "change", "[data-word]", |_: &Event, field| understand(field));
    on_within(&place, "click", "button[data-look]", |_: &MouseEvent, button| {
        let wanted = button.get_attribute("data-look").and_then(|place| place.parse::<usize>().ok());
        state::with(|before| {
            let looked = before.planned.plan.to_look.iter().enumerate();
            let looked = looked.filter(|(place, _)| wanted.is_none_or(|wanted| wanted == *place));
            before.answers.looked.extend(looked.map(|(_, row)| (row.file.clone(), row.sheet.clone(), row.row)));
        });
        again();
        Ok(())
    });
    on_within(&place, "change", "input[data-move]", |_: &Event, field| {
        let number = field.get_attribute("data-move").and_then(|number| Number::read(&number).ok());
        let checked = field.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
        state::with(|before| match number {
            Some(number) if checked => drop(before.moved.insert(number)),
            Some(number) => drop(before.moved.remove(&number)),
            None => {}
        });
        Ok(())
    });
    Ok(())
}

fn again() {
    task::begin(state::plan());
}

fn pair(element: &Element, attribute: &str) -> Option<(usize, usize)> {
    let text = element.get_attribute(attribute)?;
    let (first, second) = text.split_once(' ')?;
    Some((first.parse().ok()?, second.parse().ok()?))
}

/// The officer says what a cell means.
fn understand(field: &Element) -> Dom {
    let Some((file, at)) = pair(field, "data-word") else { return Ok(()) };
    let typed = value_of(field);
    let understood = state::with(|before| {
        let file = before.answers.files.get_mut(file)?;
        let value = meant(file.not_understood.get(at)?.column, &typed)?;
        file.understand(at, value);
        Some(())
    });
    if understood.is_some() {
        again();
        return Ok(());
    }
    field.set_attribute("aria-invalid", "true")
}

/// A value as the officer writes it.
pub fn meant(column: Column, typed: &str) -> Option<Value> {
    match Understood::read(column, typed, clock::today()) {
        Understood::Value(value, _) => Some(value),
        _ => None,
    }
}

/// 「K7Q-204-M ○○条例 第3条（掲示）書面掲示」
pub fn named(number: Number) -> String {
    let work = inquiry::work();
    let item = work.rounds.iter().flat_map(|round| &round.items).find(|item| item.number == number);
    item.map_or_else(
        || number.to_string(),
        |item| {
            let category = item.targets.first().map_or("", |target| target.category.short_name());
            format!("{number} {} {} {category}", item.title, item.article)
        },
    )
}

/// Draws all lists that have something.
pub fn draw(place: &Element) -> Dom {
    unknown(place)?;
    not_understood(place)?;
    to_look(place)?;
    transfers(place)?;
    let plan = state::with(|before| before.planned.plan.clone());
    let changed = state::with(|before| before.planned.changed.clone());
    let inconsistent = "判定・要否・方針が互いに合わない回答です。取り込む前に課に確かめてください。";
    numbers(place, "不整合", inconsistent, plan.inconsistent)?;
    let older = "あとの回で照会し直したものへの、前の回の回答です。";
    numbers(place, "前の回への回答", older, plan.older)?;
    let changed_hint = "照会したときの条文が、いまの一覧にありません（改正されたか、なくなりました）。";
    numbers(place, "条文が変わったもの", changed_hint, changed)?;
    opinions(place)?;
    notes(place)
}

fn unknown(place: &Element) -> Dom {
    let rows = state::with(|before| {
        let files = before.answers.files.iter().enumerate();
        let rows = files.flat_map(|(file, of)| {
            of.unknown.iter().enumerate().map(move |(at, row)| (file, at, of.name.clone(), row.clone()))
        });
        rows.collect::<Vec<_>>()
    });
    let hint = "番号を勝手に直しません。例規名・条項・区分が一つの行と合うときだけ、その番号を示します。";
    let columns = ["場所", "書かれた番号", "理由", "同じ例規名・条項・区分の行"];
    list(place, ("番号のわからない行", hint), &columns, &rows, |line, _, (file, at, name, row)| {
        head(line, &at_row(name, &row.sheet, row.row))?;
        append(line, "td", &row.typed)?;
        append(line, "td", why(row.why))?;
        let cell = append(line, "td", "")?;
        let Some(number) = row.proposal else { return Ok(()) };
        append(&cell, "p", &named(number))?;
        button(&cell, &format!("{number}の回答として読む"), "data-accept", &format!("{file} {at}"))
    })
    .map(|_| ())
}

const fn why(why: Why) -> &'static str {
    match why {
        Why::Check => "番号に書き誤りがあります",
        Why::NeverSent => "照会していない番号です",
        Why::Form => "照会番号の形ではありません",
        Why::Blank => "番号がありません",
        Why::Two => "番号が二つあります",
    }
}

fn at_row(file: &str, sheet: &str, row: u32) -> String {
    [file, sheet, &format!("{row}行")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
}

fn not_understood(place: &Element) -> Dom {
    let words = state::with(|before| {
        let files = before.answers.files.iter().enumerate();
        let words = files.flat_map(|(file, of)| {
            of.not_understood.iter().enumerate().map(move |(at, word)| (file, at, of.name.clone(), word.clone()))
        });
        words.collect::<Vec<_>>()
    });
    let hint = "推測では入れません。意味がわかるものは、ここで選ぶと回答に加わります。";
    let columns = ["場所", "欄", "書かれたことば", "意味"];
    list(place, ("読み取れなかったことば", hint), &columns, &words, |line, _, (file, at, name, word)| {
        head(line, &at_row(name, &word.sheet, word.row))?;
        append(line, "td", &format!("{}（{}）", word.column.name(), word.cell))?;
        append(line, "td", &word.typed)?;
        let cell = append(line, "td", "")?;
        let field =
            if word.column == Column::Time { append(&cell, "input", "")? } else { choices(&cell, word.column)? };
        field.set_attribute("data-word", &format!("{file} {at}"))?;
        field.set_attribute("aria-label", &format!("「{}」の意味（{}）", word.typed, word.column.name()))?;
        if word.column == Column::Time {
            field.set_attribute("type", "text")?;
            field.set_attribute("placeholder", "令和9年3月")?;
        }
        Ok(())
    })
    .map(|_| ())
}

/// A choice of what may stand in a column; blank first.
fn choices(place: &Element, column: Column) -> Dom<Element> {
    let select = append(place, "select", "")?;
    fill_choices(&select, column)?;
    Ok(select)
}

/// The values of a column as choices; blank first.
pub fn fill_choices(select: &Element, column: Column) -> Dom {
    let names: Vec<&str> = match column {
        Column::Decision => Decision::ALL.map(Decision::name).to_vec(),
        Column::Need => Need::ALL.map(Need::name).to_vec(),
        Column::Policy => Policy::ALL.map(Policy::name).to_vec(),
        Column::Time | Column::Basis | Column::Remarks => Vec::new(),
    };
    append(select, "option", "（空）")?.set_attribute("value", "")?;
    names.into_iter().try_for_each(|name| append(select, "option", name)?.set_attribute("value", name))
}

fn to_look(place: &Element) -> Dom {
    let rows = state::with(|before| before.planned.plan.to_look.clone());
    let hint = "略した書き方や結合したセルなど、読み方を確かめる必要のある回答です。確かめるまで入りません。";
    let columns = ["照会番号・条項", "場所", "書かれたことばと読み方", "確認"];
    let part = list(place, ("確かめてから入れるもの", hint), &columns, &rows, |line, at, answer| {
        head(line, &named(answer.number))?;
        append(line, "td", &at_row(&answer.file, &answer.sheet, answer.row))?;
        let read = answer
            .given
            .iter()
            .filter(|(_, given)| given.confirm)
            .map(|(column, given)| format!("{}「{}」→{}", column.name(), given.typed, shown(&given.value)));
        append(line, "td", &read.collect::<Vec<String>>().join("、"))?;
        button(&append(line, "td", "")?, "この読み方でよい", "data-look", &at.to_string())
    })?;
    part.map_or(Ok(()), |part| button(&slot(&part, "acts")?, "すべてこの読み方でよい", "data-look", "all"))
}

/// A value in words.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Time(time) => Time::japanese(*time),
        _ => value.written(),
    }
}

fn transfers(place: &Element) -> Dom {
    let (rows, moved) = state::with(|before| (before.planned.plan.transfers.clone(), before.moved.clone()));
    let hint = "所管課を移すものを選ぶと、取り込むときに条項の所管課が変わります。";
    let columns = ["照会番号・条項", "回答した課", "移す"];
    list(place, ("所管外とされたもの", hint), &columns, &rows, |line, _, answer| {
        head(line, &named(answer.number))?;
        append(line, "td", &conflicts::by(answer))?;
        let cell = append(line, "td", "")?;
        let Some(to) = answer.transfer.as_ref().filter(|to| !to.is_empty()) else {
            cell.set_text_content(Some("正しい所管課は書かれていません"));
            return Ok(());
        };
        let label = append(&cell, "label", "")?;
        label.set_class_name("choice");
        let field = append(&label, "input", "")?;
        field.set_attribute("type", "checkbox")?;
        field.set_attribute("data-move", &answer.number.to_string())?;
        field.toggle_attribute_with_force("checked", moved.contains(&answer.number))?;
        append(&label, "span", &format!("所管課を{to}に移す")).map(|_| ())
    })
    .map(|_| ())
}

fn numbers(place: &Element, title: &str, hint: &str, numbers: impl IntoIterator<Item = Number>) -> Dom {
    let numbers: Vec<Number> = numbers.into_iter().collect();
    list(place, (title, hint), &["照会番号・条項"], &numbers, |line, _, number| {
        append(line, "td", &named(*number)).map(|_| ())
    })
    .map(|_| ())
}

/// What 関係課 say.
fn opinions(place: &Element) -> Dom {
    let rows = state::with(|before| before.planned.plan.opinions.clone());
    let hint = "主管課の回答と並べて残します。判定は変わりません。";
    let columns = ["照会番号・条項", "意見", "だれ"];
    list(place, ("関係課の意見", hint), &columns, &rows, |line, _, answer| {
        head(line, &named(answer.number))?;
        append(line, "td", &conflicts::said(answer))?;
        append(line, "td", &conflicts::by(answer)).map(|_| ())
    })
    .map(|_| ())
}

/// What is no answer: comments, colours, words outside, changed texts, rows that are not there.
fn notes(place: &Element) -> Dom {
    let lines = state::with(|before| {
        let mut lines: Vec<(String, String)> = Vec::new();
        for file in &before.answers.files {
            let at = |sheet: &str, cell: &str| [file.name.as_str(), sheet, cell].join(" ");
            lines.extend(file.notes.iter().map(|note| match note {
                Note::Comment { sheet, cell, text } => (at(sheet, cell), format!("コメント「{text}」")),
                Note::Text { sheet, cell, text } => (at(sheet, cell), format!("表の外のことば「{text}」")),
                Note::Fill { sheet, rows } => {
                    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
                    (at(sheet, ""), format!("色のついた行：{}", rows.join("、")))
                }
            }));
            lines.extend(file.altered.iter().map(|altered| {
                let words = format!("{}が書き換えられています「{}」", altered.column, altered.typed);
                (at_row(&file.name, &altered.sheet, altered.row), words)
            }));
            let missing = file.missing.iter().flatten();
            lines.extend(missing.map(|number| (file.name.clone(), format!("送った行がありません：{number}"))));
        }
        lines
    });
    let hint = "回答ではないので、判定には入りません。";
    let part = list(
        place,
        ("回答の外に書かれたもの", hint),
        &["場所", "内容"],
        &lines,
        |line, _, (at, words)| {
            head(line, at)?;
            append(line, "td", words).map(|_| ())
        },
    )?;
    part.map_or(Ok(()), |part| reveal(&slot(&part, "acts")?, false))
}
