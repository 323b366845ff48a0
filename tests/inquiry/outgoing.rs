//! What goes out: one book for all sections, 再照会, what each section would be asked, 所管課 from lists.

use std::ops::ControlFlow;

use ichimai::inquiry::answer::read;
use ichimai::inquiry::book::{self, Binding};
use ichimai::inquiry::progress::{self, Standing, by_clause};
use ichimai::inquiry::take::{Looked, plan};
use ichimai::inquiry::{Order, Time, Work, ask, shares};
use ichimai::review::{Decision, Desk, Judged, Judgement, State, Target};

use super::round_trip::{asked, day, desk, filled, rows};

#[test]
fn one_book_for_all_names_the_section_of_each_row_and_is_read_back() {
    let (desk, work, round) = asked();
    let mut told = Vec::new();
    let mut watch = |written: book::Written| {
        told.push((written.done, written.of));
        ControlFlow::Continue(())
    };
    let files = book::books(&desk, &work, &round, "見本町", Binding::Together, &mut watch).unwrap();
    assert_eq!(told, [(0, 2), (1, 2), (2, 2)]);
    assert_eq!(files[0].name, "照会票_見本町_全課_20261128.xlsx");
    let sheet = rows(&files[0].bytes, "照会票");
    assert_eq!(sheet[4][..3], ["照会番号", "所管課", "例規名"]);
    let sections: Vec<&str> = sheet[5..].iter().map(|row| row[1].as_str()).collect();
    assert!(sections.contains(&"建設課") && sections.contains(&""), "{sections:?}");
    // The columns to fill in moved by one; each answer is that of its row's section.
    let received = filled(&work, &files[0].bytes, 1, &[("第2条", ["非該当", "", "", "", "", ""])]);
    assert_eq!((received.len(), received[0].section.as_str()), (1, "建設課"));
}

#[test]
fn writing_stops_where_it_is_told_to() {
    let (desk, work, round) = asked();
    for binding in [Binding::Each, Binding::Together] {
        let files = book::books(&desk, &work, &round, "", binding, &mut |_| ControlFlow::Break(())).unwrap();
        assert_eq!(files, []);
    }
}

#[test]
fn shares_tell_what_the_books_hold() {
    let (desk, work, round) = asked();
    let order = Order::new(round.day, None);
    let shares = shares(&desk, &work, &order, None);
    assert_eq!(shares.iter().map(|share| share.rows).sum::<usize>(), round.items.len());
    let targets: usize = round.items.iter().map(|item| item.targets.len()).sum();
    assert_eq!(shares.iter().map(|share| share.targets).sum::<usize>(), targets);
    // Another body is not asked, and what nobody is in charge of comes last.
    assert_eq!(shares.iter().map(|share| share.section.as_str()).collect::<Vec<_>>(), ["建設課", ""]);
    let one = Order { sections: vec!["建設課".to_owned()], ..order.clone() };
    assert!(ask(&desk, &work, &one, None).items.iter().all(|item| item.section == "建設課"));
    assert_eq!(ask(&desk, &work, &order, Some(&[])).items, []);
}

/// A section answers one row, the officer takes it, another answer cannot be read.
fn answered() -> (Desk, Work) {
    let (mut desk, mut work, round) = asked();
    let files = book::books(&desk, &work, &round, "", Binding::Each, &mut |_| ControlFlow::Continue(())).unwrap();
    let typed = [("第2条", ["非該当", "", "", "", "", ""]), ("第9条", ["どちらとも", "", "", "", "", ""])];
    let received = filled(&work, &files[0].bytes, 0, &typed);
    let plan = plan(&work, desk.judgements(), &received, &Looked::new());
    work.keep(received);
    let judged: Vec<Judged> = plan.takes.into_iter().flat_map(|take| take.judged).collect();
    assert!(!judged.is_empty());
    desk.judge(&judged);
    (desk, work)
}

#[test]
fn asking_again_leaves_out_what_was_answered_and_tells_the_former_answer() {
    let (desk, mut work) = answered();
    let again = Order { again: true, ..Order::new(day("2027-01-15"), None) };
    let round = ask(&desk, &work, &again, None);
    let articles: Vec<&str> = round.items.iter().map(|item| item.article.as_str()).collect();
    assert!(!articles.contains(&"第2条") && articles.contains(&"第9条"), "{articles:?}");
    assert!(round.items.len() < work.rounds[0].items.len() && round.ordinal == 2);
    assert!(round.codes.iter().all(|code| !work.rounds[0].codes.contains(code)));
    // Numbers of the first round are still known beside those of the second.
    let first = work.rounds[0].items[0].number;
    work.send(round);
    assert!(work.index().contains_key(&first));
}

#[test]
fn a_clause_says_the_most_urgent_of_its_states() {
    let (mut desk, work) = answered();
    let key = |article: &str| {
        let place = desk.clauses().iter().position(|clause| clause.article == article).unwrap();
        desk.entries()[place].key
    };
    let (view, long) = (key("第2条"), key("第9条"));
    let standings = by_clause(&work, &progress::standings(&work, desk.judgements(), Some(day("2026-12-01"))));
    assert_eq!(standings.get(&view), Some(&Standing::Answered));
    assert_eq!(standings.get(&long), Some(&Standing::NotUnderstood));
    // Another decision than the answer is a conflict.
    let category = work.rounds[0].items.iter().flat_map(|item| &item.targets).find(|target| target.clause == view);
    let judgement = Judgement { decision: Some(Decision::Applies), ..Judgement::default() };
    desk.judge(&[Judged { target: Target { clause: view, category: category.unwrap().category }, judgement }]);
    let standings = by_clause(&work, &progress::standings(&work, desk.judgements(), Some(day("2027-02-01"))));
    assert_eq!(standings.get(&view), Some(&Standing::Conflict));
    assert!(standings.values().any(|standing| *standing == Standing::Overdue));
}

#[test]
fn times_are_completed_and_other_words_stay() {
    for (typed, kept) in [
        ("令和9年3月", "2027-03"),
        ("R9.3", "2027-03"),
        ("2027/3", "2027-03"),
        ("令和9年度", "FY2027"),
        ("未定", "未定"),
        ("2027-03", "2027-03"),
        ("3月議会のあと", "3月議会のあと"),
        ("", ""),
    ] {
        assert_eq!(Time::completed(typed, day("2026-11-28")), kept, "{typed}");
        assert_eq!(Time::completed(kept, day("2026-11-28")), kept);
    }
}

#[test]
fn a_decided_clause_is_asked_about_only_where_that_is_wished() {
    let (desk, work) = desk();
    let order = Order { states: vec![State::Applies], ..Order::new(day("2026-11-28"), None) };
    assert_eq!(ask(&desk, &work, &order, None).items, []);
    assert!(read("x.csv", b"", &work.sent()).error.is_some());
}
