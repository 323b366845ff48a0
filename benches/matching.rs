//! How long a list takes from names to matches.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ichimai::procedures::catalogue::all;
use ichimai::procedures::matching::match_name;

/// Names of a long list: every procedure in several spellings, and what is none of them.
fn names() -> Vec<String> {
    let foreign = ["転入届", "後期高齢者医療被保険者証の再交付", "粗大ごみの申込", "特別児童扶養手当所得状況届"];
    let own = all().iter().flat_map(|procedure| {
        [procedure.name.to_owned(), format!("（1）{}書（令和6年度）", procedure.name), procedure.name.replace('等', "")]
    });
    own.chain(foreign.map(str::to_owned)).collect()
}

fn matching(criterion: &mut Criterion) {
    let names = names();
    let mut group = criterion.benchmark_group("procedures");
    group.throughput(Throughput::Elements(names.len() as u64));
    group.bench_function("match_name", |bencher| {
        bencher.iter(|| names.iter().map(|name| match_name(name, None).candidates().len()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, matching);
criterion_main!(benches);
