//! What is not taken by itself, each with its reason and its place: rows without a known number, words that were not
//! understood, values to look at, wishes to move, and everything that is no answer.

use web_sys::{Element, Event};

use crate::inquiry::answer::{FileAnswers, Note, Why};
use crate::inquiry::{Column, Number, Understood, Value};
use crate::page::dom::{
    Dom, append, button, by_id, data, field, on_press_within, on_within, reveal, slot, styled, table,
};
use crate::page::{clock, task};
use crate::review::{Decision, Need, Policy};

use super::list::list;
use super::words::{at_row, by, named, said, shown};
use super::{plan, state};

/// Listens to what is decided by hand.
pub fn open() -> Dom {
    on_press_within("incoming-parts", "button[data-accept]", |button| {
        let Some((file, at)) = pair(button, "data-accept") else { return };
        state::with(|before| {
            let Some(file) = before.answers.files.get_mut(file) else { return };
            if let Some(number) = file.unknown.get(at).and_then(|row| row.proposal) {
                file.accept(at, number);
            }
        });
        again();
    })?;
    on_press_within("incoming-parts", "button[data-look]", |button| {
        let wanted = data::<usize>(button, "data-look");
        state::with(|before| {
            let looked = before.planned.plan.to_look.iter().enumerate();
            let looked = looked.filter(|(place, _)| wanted.is_none_or(|wanted| wanted == *place));
            before.answers.looked.extend(looked.map(|(_, row)| (row.file.clone(), row.sheet.clone(), row.row)));
        });
        again();
    })?;
    let place: Element = by_id("incoming-parts")?;
    on_within(&place, "change", "[data-word]", |_: &Event, field| understand(field));
    on_within(&place, "change", "input[data-move]", |_: &Event, field| {
        let number = field.get_attribute("data-move").and_then(|number| Number::read(&number).ok());
        let checked = field::is_checked(field);
        state::with(|before| match number {
            Some(number) if checked => drop(before.moved.insert(number)),
            Some(number) => drop(before.moved.remove(&number)),
            None => {}
        });
    });
    Ok(())
}

fn again() {
    task::begin(plan());
}

fn pair(element: &Element, attribute: &str) -> Option<(usize, usize)> {
    let text = element.get_attribute(attribute)?;
    let (first, second) = text.split_once(' ')?;
    Some((first.parse().ok()?, second.parse().ok()?))
}

/// The officer says what a cell means.
fn understand(field: &Element) -> Dom {
    let Some((file, at)) = pair(field, "data-word") else { return Ok(()) };
    let typed = field::value_of(field);
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

/// Draws all lists that have something.
pub fn draw(place: &Element) -> Dom {
    unknown(place)?;
    not_understood(place)?;
    to_look(place)?;
    transfers(place)?;
    let (plan, changed) = state::with(|before| (before.planned.plan.clone(), before.planned.changed.clone()));
    let inconsistent = "判定・要否・方針が互いに合わない回答です。取り込む前に課に確かめてください。";
    numbers(place, "不整合", inconsistent, plan.inconsistent)?;
    let older = "あとの回で照会し直したものへの、前の回の回答です。";
    numbers(place, "前の回への回答", older, plan.older)?;
    let changed_hint = "照会したときの条文が、いまの一覧にありません（改正されたか、なくなりました）。";
    numbers(place, "条文が変わったもの", changed_hint, changed)?;
    opinions(place)?;
    notes(place)
}

/// What all files have of something: each with the place of its file, its own, and the name of the file.
fn of_files<T: Clone>(of: fn(&FileAnswers) -> &Vec<T>) -> Vec<(usize, usize, String, T)> {
    state::with(|before| {
        let files = before.answers.files.iter().enumerate();
        let all = files.flat_map(|(place, file)| {
            of(file).iter().enumerate().map(move |(at, one)| (place, at, file.name.clone(), one.clone()))
        });
        all.collect()
    })
}

fn unknown(place: &Element) -> Dom {
    let rows = of_files(|file| &file.unknown);
    let hint = "番号を勝手に直しません。例規名・条項・区分が一つの行と合うときだけ、その番号を示します。";
    let columns = ["場所", "書かれた番号", "理由", "同じ例規名・条項・区分の行"];
    list(place, ("番号のわからない行", hint), &columns, &rows, |line, _, (file, at, name, row)| {
        table::head(line, &at_row(name, &row.sheet, row.row))?;
        table::cells(line, &[&row.typed, why(row.why)])?;
        let cell = append(line, "td", "")?;
        let Some(number) = row.proposal else { return Ok(()) };
        append(&cell, "p", &named(number))?;
        let words = format!("{number}の回答として読む");
        button(&cell, "button-small", &words, &[("data-accept", &format!("{file} {at}"))]).map(|_| ())
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

fn not_understood(place: &Element) -> Dom {
    let words = of_files(|file| &file.not_understood);
    let hint = "推測では入れません。意味がわかるものは、ここで選ぶと回答に加わります。";
    let columns = ["場所", "欄", "書かれたことば", "意味"];
    list(place, ("読み取れなかったことば", hint), &columns, &words, |line, _, (file, at, name, word)| {
        table::head(line, &at_row(name, &word.sheet, word.row))?;
        table::cells(line, &[&format!("{}（{}）", word.column.name(), word.cell), &word.typed])?;
        let cell = append(line, "td", "")?;
        let field = append(&cell, if word.column == Column::Time { "input" } else { "select" }, "")?;
        field.set_attribute("data-word", &format!("{file} {at}"))?;
        field.set_attribute("aria-label", &format!("「{}」の意味（{}）", word.typed, word.column.name()))?;
        if word.column != Column::Time {
            return fill_choices(&field, word.column);
        }
        field.set_attribute("type", "text")?;
        field.set_attribute("placeholder", "令和9年3月")
    })
    .map(|_| ())
}

/// The values of a column as choices; blank first.
pub fn fill_choices(select: &Element, column: Column) -> Dom {
    let names: Vec<&str> = match column {
        Column::Decision => Decision::ALL.map(Decision::name).to_vec(),
        Column::Need => Need::ALL.map(Need::name).to_vec(),
        Column::Policy => Policy::ALL.map(Policy::name).to_vec(),
        Column::Time | Column::Basis | Column::Remarks => Vec::new(),
    };
    field::option(select, "", "（空）")?;
    names.into_iter().try_for_each(|name| field::option(select, name, name))
}

fn to_look(place: &Element) -> Dom {
    let rows = state::with(|before| before.planned.plan.to_look.clone());
    let hint = "略した書き方や結合したセルなど、読み方を確かめる必要のある回答です。確かめるまで入りません。";
    let columns = ["照会番号・条項", "場所", "書かれたことばと読み方", "確認"];
    let part = list(place, ("確かめてから入れるもの", hint), &columns, &rows, |line, at, answer| {
        table::head(line, &named(answer.number))?;
        append(line, "td", &at_row(&answer.file, &answer.sheet, answer.row))?;
        let read = answer
            .given
            .iter()
            .filter(|(_, given)| given.confirm)
            .map(|(column, given)| format!("{}「{}」→{}", column.name(), given.typed, shown(&given.value)));
        append(line, "td", &read.collect::<Vec<String>>().join("、"))?;
        let cell = append(line, "td", "")?;
        button(&cell, "button-small", "この読み方でよい", &[("data-look", &at.to_string())]).map(|_| ())
    })?;
    let Some(part) = part else { return Ok(()) };
    button(&slot(&part, "acts")?, "button-small", "すべてこの読み方でよい", &[("data-look", "all")]).map(|_| ())
}

fn transfers(place: &Element) -> Dom {
    let (rows, moved) = state::with(|before| (before.planned.plan.transfers.clone(), before.moved.clone()));
    let hint = "所管課を移すものを選ぶと、取り込むときに条項の所管課が変わります。";
    let columns = ["照会番号・条項", "回答した課", "移す"];
    list(place, ("所管外とされたもの", hint), &columns, &rows, |line, _, answer| {
        table::head(line, &named(answer.number))?;
        append(line, "td", &by(answer))?;
        let cell = append(line, "td", "")?;
        let Some(to) = answer.transfer.as_ref().filter(|to| !to.is_empty()) else {
            cell.set_text_content(Some("正しい所管課は書かれていません"));
            return Ok(());
        };
        let label = styled(&cell, "label", "choice", "")?;
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
        table::head(line, &named(answer.number))?;
        table::cells(line, &[said(answer), by(answer)])
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
            table::head(line, at)?;
            table::cells(line, &[words])
        },
    )?;
    part.map_or(Ok(()), |part| reveal(&slot(&part, "acts")?, false))
}
