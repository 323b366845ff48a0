//! From the desk to the sections and back: workbooks read by an independent reader, answers taken, all of it undone as one.

use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::{Data, Reader, Xlsx};
use ichimai::clause::{Clause, Place};
use ichimai::date::Date;
use ichimai::inquiry::answer::read;
use ichimai::inquiry::book::Binding;
use ichimai::inquiry::take::{Looked, Plan, adopt, plan};
use ichimai::inquiry::{Asked, Order, Received, Work, ask, book};
use ichimai::review::{Applied, Aspect, Decision, Desk, Judgements, Ledger, Scope};

fn clause(title: &str, article: &str, text: &str) -> Clause {
    let place = Place { file: "一覧.csv".into(), ..Place::default() };
    Clause { place, title: title.into(), article: article.to_owned(), text: text.to_owned(), ..Clause::default() }
}

const ENTRY: &str = "市長は、職員に施設に立ち入り、設備の状況を検査させることができる。";
const VIEW: &str = "市長は、台帳を事務所に備え置き、一般の縦覧に供しなければならない。";

pub(super) fn desk() -> (Desk, Work) {
    let long = format!("{}{VIEW}{}", "この条は長い。".repeat(40), "その他の規定。".repeat(40));
    let mut desk = Desk::new();
    desk.add(vec![
        clause("駐車場条例", "第1条", ENTRY),
        clause("駐車場条例", "第2条", VIEW),
        clause("公園条例", "第1条", ENTRY),
        clause("公園条例", "第9条", &long),
        clause("墓地条例", "第3条", VIEW),
        clause("組合規則", "第1条", VIEW),
    ]);
    desk.classify(usize::MAX);
    let mut work = Work::default();
    for (title, section) in [("駐車場条例", "建設課"), ("公園条例", "建設課"), ("組合規則", "衛生組合")]
    {
        work.assign(title, section);
    }
    desk.assign(work.assigned());
    (desk, work)
}

pub(super) fn day(day: &str) -> Date {
    day.parse().unwrap()
}

pub(super) fn asked() -> (Desk, Work, Asked) {
    let (desk, mut work) = desk();
    let order = Order::new("2026-11-28".parse().unwrap(), Some("2026-12-25".parse().unwrap()));
    let round = ask(&desk, &work, &order, None);
    work.send(round.clone());
    (desk, work, round)
}

/// The rows of a sheet as texts.
pub(super) fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let cell = |cell: &Data| if matches!(cell, Data::Empty) { String::new() } else { cell.to_string() };
    range.rows().map(|row| row.iter().map(cell).collect()).collect()
}

fn books() -> Vec<book::File> {
    let (desk, work, round) = asked();
    let go_on = &mut |_| ControlFlow::Continue(());
    let mut files = book::books(&desk, &work, &round, "見本町", Binding::Each, go_on).unwrap();
    files.push(book::sent(&desk, &work, &round));
    files
}

#[test]
fn each_section_has_its_book_and_rules_of_other_bodies_have_none() {
    let names: Vec<String> = books().into_iter().map(|file| file.name).collect();
    assert_eq!(
        names,
        [
            "照会票_見本町_建設課_20261128.xlsx",
            "照会票_見本町_所管課なし_20261128.xlsx",
            "送付一覧_20261128.csv",
            "sent.json"
        ]
    );
}

#[test]
fn the_book_says_everything_that_the_section_needs() {
    let books = books();
    let bytes = &books[0].bytes;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(book.sheet_names(), ["照会票", "照会文", "記入要領", "選択肢", "条文全文", "同じ形の条"]);
    assert!(book.worksheet_formula("照会票").is_ok_and(|range| range.used_cells().next().is_none()));
    let sheet = rows(bytes, "照会票");
    assert_eq!(
        sheet[4].join(" "),
        "照会番号 例規名 条項 見出し 条文 規制区分 抽出の理由 デジタル手段 判定▼ 見直し要否▼ 見直し方針▼ 見直し時期 根拠法令 備考 正しい所管課"
    );
    let view = sheet.iter().find(|row| row[2] == "第2条").unwrap();
    assert!(view[4].contains('【') && view[4].replace(['【', '】'], "") == VIEW, "{}", view[4]);
    // The same words in two ordinances of one section are one row.
    assert!(sheet.iter().any(|row| row[2] == "第1条 ほか1条"), "{sheet:?}");
    let same = rows(bytes, "同じ形の条");
    assert!(same.iter().any(|row| row[1] == "公園条例" && row[2] == "第1条"));
    let long = sheet.iter().find(|row| row[2] == "第9条").unwrap();
    assert!(long[4].chars().count() < 430 && long[4].contains("【"), "{}", long[4]);
    assert!(rows(bytes, "条文全文").iter().any(|row| row[2] == "第9条" && row[3].chars().count() > 500));
    let guide = rows(bytes, "記入要領").concat().concat();
    assert!(guide.contains("往訪閲覧・縦覧規制") && guide.contains("令和8年12月25日（金）"));
}

/// The sheet of a section with answers by 条項, as a CSV of another program.
pub(super) fn filled(work: &Work, bytes: &[u8], moved: usize, answers: &[(&str, [&str; 6])]) -> Vec<Received> {
    let mut text = String::new();
    for row in rows(bytes, "照会票") {
        let mut cells = row.clone();
        if let Some((_, typed)) = answers.iter().find(|(article, _)| *article == row[2 + moved]) {
            for (place, typed) in typed.iter().enumerate() {
                (*typed).clone_into(&mut cells[8 + moved + place]);
            }
        }
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        text += &(quoted.join(",") + "\n");
    }
    let file = read("建設課.csv", text.as_bytes(), &work.sent());
    assert!(file.altered.is_empty(), "{:?}", file.altered);
    work.received(&file)
}

fn planned(answers: &[(&str, [&str; 6])], before: &Judgements) -> (Work, Plan, Vec<Received>) {
    let (_, work, _) = asked();
    let books = books();
    let received = filled(&work, &books[0].bytes, 0, answers);
    let plan = plan(&work, before, &received, &Looked::new());
    (work, plan, received)
}

#[test]
fn an_answer_about_clauses_of_one_form_reaches_all_of_them_and_is_undone_as_one() {
    let (_, plan, received) =
        planned(&[("第1条 ほか1条", ["該当", "要", "条例改正", "R9.3", "", "x"])], &Judgements::default());
    assert!(!received.is_empty() && plan.conflicts.is_empty());
    assert_eq!(received[0].section, "建設課");
    let judged: Vec<_> = plan.takes.iter().flat_map(|take| take.judged.clone()).collect();
    assert!(judged.len() >= 2);
    assert!(judged.iter().all(|judged| judged.judgement.time == "2027-03"));
    assert!(
        judged.iter().all(|judged| judged
            .judgement
            .origin
            .as_ref()
            .is_some_and(|origin| origin.source.contains("R9.3")))
    );
    let mut ledger = Ledger::default();
    let applied: Applied = ledger.judge(Scope::Answers, Aspect::Choice, judged.clone()).unwrap();
    assert_eq!(applied.judged.len(), judged.len());
    ledger.undo();
    assert!(ledger.judgements().is_empty());
}

#[test]
fn what_is_decided_already_is_never_overwritten() {
    let (_, first, _) = planned(&[("第2条", ["非該当", "否", "", "", "", ""])], &Judgements::default());
    let mut before = Judgements::default();
    for judged in first.takes.iter().flat_map(|take| take.judged.clone()) {
        before.set(judged.target, judged.judgement);
    }
    let (work, plan, received) = planned(&[("第2条", ["該当", "要", "", "", "", ""])], &before);
    assert!(plan.takes.is_empty());
    assert_eq!(plan.conflicts.len(), 1);
    let clash = &plan.conflicts[0];
    assert_eq!(clash.now.decision, Some(Decision::DoesNotApply));
    let voices: Vec<&Received> = received.iter().filter(|answer| answer.number == clash.number).collect();
    let adopted = adopt(&before, &clash.targets, &voices);
    assert!(adopted.iter().all(|judged| judged.judgement.decision == Some(Decision::Applies)));
    assert!(work.rounds[0].items.iter().any(|item| item.number == clash.number));
}

#[test]
fn what_must_be_looked_at_is_taken_only_afterwards() {
    let (work, before_looking, received) =
        planned(&[("第2条", ["レ", "要", "条例改正", "来年度中", "", ""])], &Judgements::default());
    assert!(before_looking.takes.is_empty() && before_looking.to_look.len() == 1);
    let looked: Looked =
        received.iter().map(|answer| (answer.file.clone(), answer.sheet.clone(), answer.row)).collect();
    let after = plan(&work, &Judgements::default(), &received, &looked);
    assert_eq!((after.takes.len(), after.to_look.len()), (1, 0));
}

#[test]
fn a_row_for_another_section_is_no_decision() {
    let (_, plan, received) = planned(&[("第2条", ["所管外", "", "", "", "", "税務課へ"])], &Judgements::default());
    assert_eq!((plan.takes.len(), plan.transfers.len()), (0, 1), "{received:?} {plan:?}");
}

#[test]
fn a_further_round_has_numbers_of_its_own() {
    let (desk, work, first) = asked();
    let order = Order::new("2027-01-12".parse().unwrap(), None);
    let second = ask(&desk, &work, &order, None);
    assert_eq!(second.ordinal, 2);
    assert!(first.codes.iter().all(|code| !second.codes.contains(code)));
    assert_eq!(first.items.len(), second.items.len());
}

#[test]
fn the_same_inquiry_gives_the_same_bytes() {
    assert_eq!(books(), books());
}
