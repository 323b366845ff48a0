//! The inquiry as it is measured: books for the sections, and all of them read back as answers.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use ichimai::clause::Clause;
use ichimai::date::Date;
use ichimai::inquiry::answer::{FileAnswers, Given, State, read};
use ichimai::inquiry::book::{self, Binding, File};
use ichimai::inquiry::take::{Looked, plan};
use ichimai::inquiry::{Asked, Column, Order, Received, Value, Work, ask};
use ichimai::municipality::FIRST_POPULATION_DATE;
use ichimai::review::{Decision, Desk, Judgements};
use serde_json::Value as Json;

use super::{by_calamine, fastest, told};

/// A town with clauses on the desk, every ordinance in one of so many sections.
struct Town {
    desk: Desk,
    work: Work,
    order: Order,
}

impl Town {
    fn new(clauses: &[Clause], sections: usize) -> Self {
        let (mut desk, mut work) = (Desk::new(), Work::default());
        desk.add(clauses.to_vec());
        desk.classify(usize::MAX);
        let titles: BTreeSet<&str> = clauses.iter().map(|clause| &*clause.title).collect();
        for (place, title) in titles.into_iter().enumerate() {
            work.assign(title, &format!("第{}課", place % sections + 1));
        }
        desk.assign(work.assigned());
        Self { desk, work, order: Order::new(day(), None) }
    }

    fn ask(&self) -> Asked {
        ask(&self.desk, &self.work, &self.order, None)
    }

    fn books(&self, round: &Asked, binding: Binding) -> Vec<File> {
        let watch = &mut |_| ControlFlow::Continue(());
        let books = book::books(&self.desk, &self.work, round, "見本町", binding, watch).unwrap_or_default();
        books.into_iter().filter(|file| file.name.starts_with("照会票")).collect()
    }
}

const fn day() -> Date {
    FIRST_POPULATION_DATE
}

/// A sheet with every row decided.
fn answered(mut file: FileAnswers) -> FileAnswers {
    for row in &mut file.rows {
        let value = Value::Decision(Decision::DoesNotApply);
        let given = Given { value, typed: "非該当".to_owned(), cell: String::new(), confirm: false };
        row.given.insert(Column::Decision, given);
        row.state = State::Answered;
    }
    file
}

/// Books and answers of a town of this size.
pub fn figures(size: &str, clauses: &[Clause], sections: usize) -> Vec<Json> {
    let mut town = Town::new(clauses, sections);
    let round = town.ask();
    let (rows, books) = (round.items.len(), town.books(&round, Binding::Each));
    let asked = fastest(|| town.ask().items.len());
    let each = fastest(|| town.books(&round, Binding::Each).len());
    let together = fastest(|| town.books(&round, Binding::Together).len());
    town.work.send(round);
    let sent = town.work.sent();
    let answers = fastest(|| books.iter().map(|file| read(&file.name, &file.bytes, &sent).rows.len()).sum::<usize>());
    let cells = fastest(|| books.iter().map(|file| by_calamine(&file.bytes)).sum::<usize>());
    let files = books.iter().map(|file| answered(read(&file.name, &file.bytes, &sent)));
    let received: Vec<Received> = files.flat_map(|file| town.work.received(&file)).collect();
    let (judgements, looked) = (Judgements::default(), Looked::new());
    let planned = fastest(|| plan(&town.work, &judgements, &received, &looked).takes.len());
    let size = format!("{size}: {rows} rows to {} sections", books.len());
    vec![
        told(&format!("{size}, one book each"), each, "the rows found", asked),
        told(&format!("{size}, one book for all"), together, "the rows found", asked),
        told(&format!("{size}, books read as answers"), answers, "calamine", cells),
        told(&format!("{size}, planned"), planned, "the rows found", asked),
    ]
}
