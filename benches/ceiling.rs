//! How long the grants take: one population, all municipalities, a search for each key typed, a workbook of all municipalities.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ichimai::date::Date;
use ichimai::municipality::{FIRST_POPULATION_DATE, Population, municipalities, search};
use ichimai::subsidy::export::{Making, tables};
use ichimai::subsidy::{ChosenTown, compare, report};
use ichimai::writing::{Properties, workbook};

fn all() -> Vec<ChosenTown> {
    municipalities().iter().filter_map(|town| ChosenTown::of(town, FIRST_POPULATION_DATE)).collect()
}

fn measure(criterion: &mut Criterion) {
    let people = Population::new(15_775);
    criterion.bench_function("report of one population", |bencher| {
        bencher.iter(|| report(black_box(people), None, None));
    });
    criterion.bench_function("compare 1,741 municipalities", |bencher| {
        bencher.iter_batched(all, |entries| compare(entries, None), criterion::BatchSize::LargeInput);
    });
    criterion.bench_function("search by two characters", |bencher| bencher.iter(|| search(black_box("府中"), 20)));
    let comparison = compare(all(), None);
    let made_on = Date::new(2026, 11, 20);
    criterion.bench_function("workbook of 1,741 municipalities", |bencher| {
        bencher.iter(|| {
            let on = made_on?;
            let tables = tables(&comparison, None, None, Making { on, by: "bench" }).ok()?;
            let properties = Properties { title: String::new(), author: String::new(), created: on };
            workbook(&tables, &properties, &mut |_| {}).ok()
        });
    });
}

criterion_group!(benches, measure);
criterion_main!(benches);
