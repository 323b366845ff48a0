//! How fast clauses are classified, beside bare matching of the same words over the same text.
//!
//! `cargo bench --bench classification`. The text: the city list of tests/golden repeated to 100,000 clauses, each
//! repetition with other numerals, so that no two are alike.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use daachorse::CharwiseDoubleArrayAhoCorasick;
use ichimai::clause::Clause;
use ichimai::regulations::vocabulary::Vocabulary;
use ichimai::regulations::{Classifier, Workspace};

const CLAUSES: usize = 100_000;

fn clauses() -> Vec<Clause> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/city_ordinances.csv");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .filter_map(Result::ok)
        .collect();
    let field = |row: &csv::StringRecord, place: usize| row.get(place).unwrap_or("").to_owned();
    rows.iter()
        .cycle()
        .take(CLAUSES)
        .enumerate()
        .map(|(number, row)| Clause {
            title: field(row, 1).into(),
            caption: field(row, 3),
            text: field(row, 4).replace('1', &(number / rows.len()).to_string()),
            ..Clause::default()
        })
        .collect()
}

fn classification(criterion: &mut Criterion) {
    let clauses = clauses();
    let mut group = criterion.benchmark_group("100,000 clauses");
    group.sample_size(10);
    let classifier = Classifier::new();
    group.bench_function("classified", |bench| {
        let mut space = Workspace::default();
        bench.iter(|| clauses.iter().map(|clause| classifier.classify_with(clause, &mut space).len()).sum::<usize>());
    });
    group.bench_function("own matcher, bare", |bench| {
        bench.iter(|| clauses.iter().map(|clause| classifier.count_words(&clause.text)).sum::<usize>());
    });
    let mut spellings = Vocabulary::spellings();
    spellings.sort();
    spellings.dedup();
    if let Ok(reference) = CharwiseDoubleArrayAhoCorasick::<u32>::new(&spellings) {
        group.bench_function("daachorse charwise, bare", |bench| {
            bench.iter(|| {
                clauses.iter().map(|clause| reference.find_overlapping_iter(&clause.text).count()).sum::<usize>()
            });
        });
    }
    group.finish();
    criterion.bench_function("vocabulary built", |bench| bench.iter(|| black_box(Classifier::new())));
}

criterion_group!(benches, classification);
criterion_main!(benches);
