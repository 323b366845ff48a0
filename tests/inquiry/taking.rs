//! Taking answers over against a work file: the town of tests/golden/inquiry as the page keeps it.

use std::fs;
use std::sync::Arc;

use ichimai::clause::{Clause, Place};
use ichimai::inquiry::answer::{FileAnswers, State, read_next};
use ichimai::inquiry::progress::{Standing, open_targets, progress, standings};
use ichimai::inquiry::take::{Looked, adopt, choose, plan};
use ichimai::inquiry::{Asked, AskedItem, Column, Letter, Received, Round, SECTION, Value, Work};
use ichimai::regulations::Category;
use ichimai::review::work_file::{self, WorkFile};
use ichimai::review::{ClauseKey, Decision, Judgements, Target};
use proptest::prelude::*;

use crate::answers::{folder, sent};

/// The work after the inquiry was sent, with its clauses.
fn sent_work() -> (Work, Vec<Clause>) {
    let sent = sent();
    let mut clauses: Vec<Clause> = Vec::new();
    let mut items = Vec::new();
    let mut work = Work::default();
    for (row, item) in (2_u32..).zip(sent.items()) {
        let clause = Clause {
            title: item.title.as_str().into(),
            article: item.article.clone(),
            caption: item.caption.clone(),
            text: item.text.clone(),
            place: Place { file: "例規.csv".into(), row: Some(row), ..Place::default() },
            ..Clause::default()
        };
        let category = Category::ALL.into_iter().find(|category| category.short_name() == item.category).unwrap();
        let target = Target { clause: ClauseKey::of(&clause), category };
        work.assign(&item.title, &item.section);
        items.push(AskedItem {
            number: item.number,
            section: item.section.clone(),
            title: item.title.clone(),
            article: item.article.clone(),
            caption: item.caption.clone(),
            targets: vec![target],
        });
        if !clauses.iter().any(|other| ClauseKey::of(other) == target.clause) {
            clauses.push(clause);
        }
    }
    let code: Round = items[0].number.round();
    work.send(Asked {
        codes: vec![code],
        ordinal: 1,
        day: "2026-11-28".parse().unwrap(),
        deadline: Some("2026-12-25".parse().unwrap()),
        letter: Letter::default(),
        extensions: std::collections::BTreeMap::new(),
        items,
        withdrawn: false,
    });
    (work, clauses)
}

/// The work file that the tests of the page open; written anew where it differs and `UPDATE_GOLDEN` is set.
#[test]
fn the_work_file_of_the_golden_town_is_as_it_was() {
    let (work, clauses) = sent_work();
    let sections =
        [(SECTION.to_owned(), serde_json::to_string(&work).unwrap()), ("review".to_owned(), "[]".to_owned())];
    let file = WorkFile {
        saved: "2026-11-28T09:00".to_owned(),
        edition: "0.2.0".to_owned(),
        sections: sections.into(),
        clauses: Some(clauses),
        ..WorkFile::default()
    };
    let text = work_file::write(file).unwrap();
    let path = folder().join("work.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), text);
}

fn files() -> Vec<FileAnswers> {
    let (sent, mut seen) = (sent_work().0.sent(), std::collections::BTreeSet::new());
    let mut names: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let name = |path: &std::path::PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let sheets = names.iter().filter(|path| name(path).starts_with(|first: char| first.is_ascii_digit()));
    let sheets = sheets.filter(|path| !name(path).contains(".expected."));
    sheets.flat_map(|path| read_next(&name(path), &fs::read(path).unwrap(), &sent, &mut seen)).collect()
}

fn taken(work: &Work, received: &[Received]) -> (Work, Judgements) {
    let mut judgements = Judgements::default();
    let plan = plan(work, &judgements, received, &Looked::new());
    for judged in plan.takes.into_iter().flat_map(|take| take.judged) {
        judgements.set(judged.target, judged.judgement);
    }
    let mut work = work.clone();
    work.keep(received.iter().cloned());
    (work, judgements)
}

#[test]
fn the_rows_of_each_section_add_up_before_and_after_taking_over() {
    let (work, _) = sent_work();
    let received: Vec<Received> = files().iter().flat_map(|file| work.received(file)).collect();
    let (after, judgements) = taken(&work, &received);
    let late = Some("2027-01-15".parse().unwrap());
    for (work, judgements) in [(&work, &Judgements::default()), (&after, &judgements)] {
        let sections = progress(work, judgements, late);
        assert_eq!(sections.iter().map(|section| section.rows).sum::<usize>(), 38);
        for section in sections {
            let parts = section.answered + section.unclear + section.conflicts + section.transfers + section.open;
            assert_eq!(parts, section.rows, "{}", section.section);
            assert_eq!(section.overdue > 0, section.open > 0, "{}", section.section);
        }
    }
}

#[test]
fn taking_the_same_files_again_changes_nothing() {
    let (work, _) = sent_work();
    let received: Vec<Received> = files().iter().flat_map(|file| work.received(file)).collect();
    let (after, judgements) = taken(&work, &received);
    let again = plan(&after, &judgements, &received, &Looked::new());
    assert_eq!(again.takes, []);
    let mut twice = after.clone();
    twice.keep(received);
    assert_eq!(twice.answers, after.answers);
}

#[test]
fn a_conflict_that_the_officer_leaves_as_it_stands_is_settled_and_not_asked_about_again() {
    let (work, _) = sent_work();
    let received: Vec<Received> = files().iter().flat_map(|file| work.received(file)).collect();
    let (mut after, mut judgements) = taken(&work, &received);
    let clash = plan(&after, &judgements, &received, &Looked::new()).conflicts.into_iter().next().unwrap();
    let standing = |work: &Work, judgements: &Judgements| standings(work, judgements, None)[&clash.number];
    assert_eq!(standing(&after, &judgements), Standing::Conflict);
    let [taken, others @ ..] = clash.answers.as_slice() else { panic!("{clash:?}") };
    for judged in adopt(&judgements, &clash.targets, &[taken]) {
        judgements.set(judged.target, judged.judgement);
    }
    after.settle(others);
    assert_eq!(standing(&after, &judgements), Standing::Answered);
    let again = plan(&after, &judgements, &received, &Looked::new());
    assert!(again.conflicts.iter().all(|other| other.number != clash.number));
    after.keep(received);
    assert_eq!(standing(&after, &judgements), Standing::Answered);
}

#[test]
fn what_is_decided_by_hand_leaves_what_was_not_understood_and_the_account_adds_up() {
    for mut file in files() {
        let (rows, words) = (file.rows_read(), file.not_understood.len());
        while let Some(place) = file.unknown.iter().position(|row| row.proposal.is_some()) {
            let number = file.unknown[place].proposal.unwrap();
            file.accept(place, number);
            assert_eq!(file.rows_read(), rows, "{}", file.name);
        }
        if let Some(place) = file.not_understood.iter().position(|word| word.column == Column::Decision) {
            let word = file.not_understood[place].clone();
            file.understand(place, Value::Decision(Decision::ToCheck));
            assert_eq!(file.not_understood.len(), words - 1);
            let row = file.rows.iter().find(|row| (row.row, &row.sheet) == (word.row, &word.sheet)).unwrap();
            assert_eq!(row.state, State::Answered, "{}", file.name);
            assert_eq!(row.given[&Column::Decision].typed, word.typed);
        }
        let states = [State::Answered, State::Unclear, State::Partial, State::Unanswered];
        let counted: usize = states.iter().map(|state| file.count(*state)).sum();
        assert_eq!(counted + file.unknown.len(), rows, "{}", file.name);
    }
}

proptest! {
    #[test]
    fn an_answer_is_kept_once_and_stays_settled(order in proptest::collection::vec((0_usize..4, any::<bool>()), 0..12)) {
        let (work, _) = sent_work();
        let received: Vec<Received> = files_once().iter().take(4).cloned().collect();
        let mut kept = Work { answers: Arc::default(), ..work };
        for (place, settled) in &order {
            kept.keep([Received { settled: *settled, ..received[*place].clone() }]);
        }
        for (place, answer) in received.iter().enumerate() {
            let own: Vec<bool> = kept.answers.iter().filter(|other| other.is_same(answer)).map(|other| other.settled).collect();
            let wanted: Vec<bool> = order.iter().filter(|(other, _)| *other == place).map(|(_, settled)| *settled).collect();
            prop_assert_eq!(own, if wanted.is_empty() { vec![] } else { vec![wanted.contains(&true)] });
        }
    }
}

fn files_once() -> &'static [Received] {
    static ONCE: std::sync::OnceLock<Vec<Received>> = std::sync::OnceLock::new();
    ONCE.get_or_init(|| files().iter().flat_map(|file| sent_work().0.received(file)).collect())
}

/// The same rows asked once more on another day, under numbers of their own.
fn asked_again(work: &Work, day: &str) -> Asked {
    let first = &work.rounds[0];
    let code: Round = "B00".parse().unwrap();
    let code = (0..work.rounds.len()).fold(code, |code, _| code.next());
    let number = |place: usize| ichimai::inquiry::Number::new(code, u16::try_from(place).unwrap()).unwrap();
    let items = first.items.iter().enumerate();
    Asked {
        codes: vec![code],
        ordinal: u16::try_from(work.sent_rounds().count() + 1).unwrap(),
        day: day.parse().unwrap(),
        items: items.map(|(place, item)| AskedItem { number: number(place), ..item.clone() }).collect(),
        withdrawn: false,
        ..first.clone()
    }
}

/// An answer to the row with this place of a round.
fn answer(round: &Asked, place: usize, decision: Decision) -> Received {
    let given = ichimai::inquiry::answer::Given {
        value: Value::Decision(decision),
        typed: decision.name().to_owned(),
        cell: "I2".to_owned(),
        confirm: false,
    };
    Received {
        number: round.items[place].number,
        given: [(Column::Decision, given)].into(),
        not_understood: Vec::new(),
        erased: Vec::new(),
        transfer: None,
        state: State::Answered,
        ..files_once()[0].clone()
    }
}

proptest! {
    /// Books may have been handed out before their making was undone: whatever is undone and done again, every number that was
    /// ever given stays known with its clause, none is given twice, and only what stands counts as asked.
    #[test]
    fn no_number_that_was_given_is_ever_forgotten(steps in proptest::collection::vec(0_u8..5, 1..24)) {
        let (first, _) = sent_work();
        let (mut states, mut at, mut now) = (vec![first.clone()], 0, first);
        let mut given = now.index().into_iter().map(|(number, (_, item))| (number, item.clone())).collect::<std::collections::BTreeMap<_, _>>();
        for step in steps {
            match step {
                0 | 1 => {
                    let round = asked_again(&now, "2026-12-01");
                    for item in &round.items {
                        prop_assert!(given.insert(item.number, item.clone()).is_none(), "{} given twice", item.number);
                    }
                    let mut next = now.clone();
                    next.send(round);
                    states.truncate(at + 1);
                    states.push(next.clone());
                    (at, now) = (at + 1, next.after(&now));
                }
                2 | 3 if at > 0 => {
                    at -= 1;
                    now = states[at].clone().after(&now);
                }
                _ if at + 1 < states.len() => {
                    at += 1;
                    now = states[at].clone().after(&now);
                }
                _ => {}
            }
            let index = now.index();
            prop_assert_eq!(index.len(), given.len());
            for (number, item) in &given {
                prop_assert_eq!(index[number].1, item);
            }
            let live = |work: &Work| work.sent_rounds().map(|round| round.codes.clone()).collect::<Vec<_>>();
            prop_assert_eq!(live(&now), live(&states[at]));
            prop_assert_eq!(now.sent().items().len(), given.len());
        }
    }
}

#[test]
fn an_answer_to_a_round_whose_making_was_undone_finds_its_clause_and_the_round_can_be_sent_after_all() {
    let (before, _) = sent_work();
    let mut made = before.clone();
    let round = asked_again(&made, "2026-12-01");
    made.send(round.clone());
    let mut undone = before.after(&made);
    assert_eq!((undone.rounds.len(), undone.sent_rounds().count()), (2, 1));
    let planned = plan(&undone, &Judgements::default(), &[answer(&round, 3, Decision::Applies)], &Looked::new());
    assert_eq!(planned.takes[0].judged[0].target, round.items[3].targets[0]);
    assert_eq!(progress(&undone, &Judgements::default(), None).iter().map(|section| section.rows).sum::<usize>(), 38);
    undone.reinstate(1);
    assert_eq!(undone, made);
    let text = serde_json::to_string(&made).unwrap();
    assert!(!text.contains("withdrawn") && serde_json::from_str::<Work>(&text).unwrap() == made);
}

#[test]
fn of_two_rounds_taken_together_the_later_stands_and_the_earlier_is_shown_against_it() {
    let (mut work, _) = sent_work();
    let second = asked_again(&work, "2026-12-01");
    work.send(second.clone());
    let first = work.rounds[0].clone();
    let none = Judgements::default();
    for order in [[0, 1], [1, 0]] {
        let both = [answer(&first, 5, Decision::DoesNotApply), answer(&second, 5, Decision::Applies)];
        let received = order.map(|place| both[place].clone());
        let planned = plan(&work, &none, &received, &Looked::new());
        assert_eq!(planned.takes.iter().map(|take| take.number).collect::<Vec<_>>(), [second.items[5].number]);
        assert_eq!(planned.conflicts.iter().map(|clash| clash.number).collect::<Vec<_>>(), [first.items[5].number]);
        assert_eq!(planned.conflicts[0].now.decision, Some(Decision::Applies));
        assert_eq!(planned.older, [first.items[5].number]);
    }
    let same = [answer(&first, 5, Decision::Applies), answer(&second, 5, Decision::Applies)];
    let planned = plan(&work, &none, &same, &Looked::new());
    assert_eq!((planned.takes.len(), planned.conflicts.len(), planned.unchanged), (1, 0, 1));
}

#[test]
fn one_answer_is_taken_or_none_and_the_others_are_asked_about_no_more() {
    let (mut work, _) = sent_work();
    let round = work.rounds[0].clone();
    let answers =
        [answer(&round, 5, Decision::Applies), Received { row: 99, ..answer(&round, 5, Decision::DoesNotApply) }];
    work.keep(answers.iter().cloned());
    let (number, targets) = (round.items[5].number, &round.items[5].targets);
    let none = Judgements::default();
    assert_eq!(standings(&work, &none, None)[&number], Standing::Conflict);
    for taken in [None, answers.first(), answers.last()] {
        let (mut decided, mut judgements) = (work.clone(), none.clone());
        let judged = choose(&mut decided, &judgements, targets, &answers, taken);
        assert_eq!(judged.len(), usize::from(taken.is_some()) * targets.len());
        for judged in judged {
            judgements.set(judged.target, judged.judgement);
        }
        let wanted = taken.and_then(|answer| match &answer.given[&Column::Decision].value {
            Value::Decision(decision) => Some(*decision),
            _ => None,
        });
        assert_eq!(judgements.of(&targets[0]).decision, wanted);
        assert_eq!(standings(&decided, &judgements, None)[&number], Standing::Answered);
    }
}

#[test]
fn what_the_officer_wishes_to_ask_again_is_asked_until_it_was() {
    let (mut work, _) = sent_work();
    let targets = work.rounds[0].items[7].targets.clone();
    let mut judgements = Judgements::default();
    for item in &work.rounds[0].items {
        for target in &item.targets {
            let decided = ichimai::review::Judgement { decision: Some(Decision::Applies), ..Default::default() };
            judgements.set(*target, decided);
        }
    }
    let today = "2026-12-01".parse().unwrap();
    assert!(open_targets(&work, &judgements, today).is_empty());
    work.wish(&targets, true);
    assert_eq!(open_targets(&work, &judgements, today).into_iter().collect::<Vec<_>>(), targets);
    let mut sent = work.clone();
    sent.send(asked_again(&work, "2026-12-01"));
    assert!(sent.wished.is_empty());
    assert_eq!(work.clone().after(&sent).wished.into_iter().collect::<Vec<_>>(), targets);
    work.wish(&targets, false);
    assert!(work.wished.is_empty());
}
