//! The desk: filters, order, list, counts, bulk scopes, in portions as in one go.

use ichimai::regulations::Category;
use ichimai::review::{
    CategorySet, Decision, Desk, Filter, Found, Judgement, Listing, Order, Scope, State, Together, overview, select,
};

use super::{ENTRY, PLAIN, clause, decided, desk, sample, target};

fn shown(filter: &Filter) -> Vec<u32> {
    select(&desk(sample()), filter, Order::AsRead)
}

#[test]
fn without_a_wish_every_clause_with_a_category_is_shown() {
    assert_eq!(shown(&Filter::default()), [0, 1, 2]);
}

#[test]
fn each_condition_narrows_the_list() {
    let words = |words: &str| Filter { words: words.to_owned(), ..Filter::default() };
    let cases: [(Filter, &[u32]); 7] = [
        (Filter { categories: vec![Category::Visual], ..Filter::default() }, &[0, 2]),
        (Filter { categories: vec![Category::Visual, Category::InspectionOfRecords], ..Filter::default() }, &[0, 1, 2]),
        (Filter { found: vec![Found::Nothing], ..Filter::default() }, &[3]),
        (Filter { states: vec![State::Applies], ..Filter::default() }, &[]),
        (words("公園"), &[2]),
        (words("第１条　駐車場"), &[0]),
        (Filter { kinds: vec!["規則".to_owned()], ..Filter::default() }, &[]),
    ];
    for (filter, expected) in cases {
        assert_eq!(shown(&filter), expected, "{filter:?}");
    }
}

#[test]
fn category_and_state_must_hold_for_the_same_category() {
    let clauses = vec![clause("条例", "第1条", &format!("{ENTRY}{}", super::VIEW))];
    let mut desk = desk(clauses.clone());
    desk.judge(&[decided(&clauses[0], Category::Visual, Decision::Applies)]);
    let filter = |category, state| Filter { categories: vec![category], states: vec![state], ..Filter::default() };
    assert_eq!(select(&desk, &filter(Category::Visual, State::Applies), Order::AsRead).len(), 1);
    assert_eq!(select(&desk, &filter(Category::InspectionOfRecords, State::Applies), Order::AsRead).len(), 0);
    assert_eq!(select(&desk, &filter(Category::InspectionOfRecords, State::Undecided), Order::AsRead).len(), 1);
}

#[test]
fn the_firmest_come_first_and_what_is_worth_a_look_behind_every_candidate() {
    let gold = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/gold/clauses.jsonl")).unwrap();
    let clauses = gold.lines().map(|line| {
        let labelled: serde_json::Value = serde_json::from_str(line).unwrap();
        clause(labelled["title"].as_str().unwrap(), "第1条", labelled["text"].as_str().unwrap())
    });
    let desk = desk(clauses.collect());
    let shown = select(&desk, &Filter::default(), Order::Firmest);
    let entries: Vec<_> = shown.iter().map(|index| desk.entries()[*index as usize]).collect();
    assert!(entries.is_sorted_by_key(|entry| std::cmp::Reverse(entry.score)));
    let candidates = entries.iter().take_while(|entry| entry.candidates != CategorySet::EMPTY).count();
    assert!(candidates > 300 && candidates < entries.len(), "{candidates} of {}", entries.len());
    assert!(entries[candidates..].iter().all(|entry| entry.candidates == CategorySet::EMPTY));
}

#[test]
fn an_added_category_is_shown_and_counted() {
    let mut desk = desk(sample());
    let added = Judgement { added: Some("規則で定める".to_owned()), ..Judgement::default() };
    desk.judge(&[ichimai::review::Judged { target: target(&sample()[3], Category::Posting), judgement: added }]);
    let filter = Filter { found: vec![Found::Added], ..Filter::default() };
    assert_eq!(select(&desk, &filter, Order::AsRead), [3]);
    assert!(overview(&desk).counts.iter().any(|count| count.found == Found::Added && count.count == 1));
}

#[test]
fn a_decision_on_one_ordinance_leaves_the_same_words_of_another_alone() {
    let mut desk = desk(sample());
    desk.judge(&[decided(&sample()[0], Category::Visual, Decision::Applies)]);
    let filter = Filter { states: vec![State::Applies], ..Filter::default() };
    assert_eq!(select(&desk, &filter, Order::AsRead), [0]);
}

#[test]
fn a_department_given_by_the_officer_is_a_condition() {
    let mut desk = desk(sample());
    let judgement = Judgement { department: "都市整備課".to_owned(), ..Judgement::default() };
    desk.judge(&[ichimai::review::Judged { target: target(&sample()[1], Category::InspectionOfRecords), judgement }]);
    let filter = Filter { departments: vec!["都市整備課".to_owned()], ..Filter::default() };
    assert_eq!(select(&desk, &filter, Order::AsRead), [1]);
}

#[test]
fn bulk_scopes_reach_what_their_buttons_say() {
    let mut desk = desk(sample());
    desk.judge(&[decided(&sample()[0], Category::Visual, Decision::Applies)]);
    let scope = |scope, shown: &[u32]| desk.scope(scope, 0, shown, &|_| CategorySet::ALL);
    // What is entered for many reaches what is decided, too.
    let all = |scope, shown: &[u32]| desk.in_scope(scope, 0, shown, &|_| CategorySet::ALL).len();
    assert!(all(Scope::RestOfOrdinance, &[]) > scope(Scope::RestOfOrdinance, &[]).len());
    assert_eq!((all(Scope::SameWording, &[]), all(Scope::RestOfShown, &[]), all(Scope::Clause, &[0])), (2, 0, 0));
    assert_eq!(desk.in_scope(Scope::RestOfShown, 0, &[0, 2], &|_| CategorySet::EMPTY), []);
    assert_eq!(scope(Scope::SameWording, &[]).len(), 2);
    assert_eq!(scope(Scope::RestOfOrdinance, &[]), [target(&sample()[1], Category::InspectionOfRecords)]);
    assert_eq!(scope(Scope::RestOfShown, &[0, 2]), [target(&sample()[2], Category::Visual)]);
}

#[test]
fn a_bulk_decision_reaches_only_what_the_filter_asks_for() {
    let mut clauses = sample();
    clauses.push(clause("書面", "第9条", &format!("{ENTRY}{}", super::VIEW)));
    let all: Vec<u32> = (0..u32::try_from(clauses.len()).unwrap()).collect();
    let mut desk = desk(clauses);
    desk.judge(&[decided(&sample()[0], Category::Visual, Decision::Applies)]);
    let mut reached = 0;
    for category in Category::ALL {
        for states in [vec![], vec![State::Undecided], vec![State::Applies]] {
            let filter = Filter { categories: vec![category], states, ..Filter::default() };
            let shown = select(&desk, &filter, Order::AsRead);
            let targets = desk.scope(Scope::RestOfShown, 0, &shown, &|entry| filter.shown_of(entry));
            assert!(targets.iter().all(|target| target.category == category), "{targets:?}");
            let of_all = desk.scope(Scope::RestOfShown, 0, &all, &|entry| filter.shown_of(entry));
            assert_eq!(targets, of_all, "what the list does not show, the filter does not ask for");
            reached += targets.len();
        }
    }
    assert!(reached > 0);
}

#[test]
fn portions_give_what_one_go_gives() {
    let whole = desk(sample());
    let mut portions = Desk::new();
    portions.add(sample());
    let steps: Vec<_> = (0..4).map(|_| portions.classify(1).done).collect();
    assert_eq!(steps, [1, 2, 3, 4]);
    assert_eq!(overview(&portions), overview(&whole));
}

fn listing(desk: &Desk, together: Together<'_>) -> Listing {
    Listing::new(desk, select(desk, &Filter::default(), Order::AsRead), together)
}

fn lines(listing: &Listing) -> Vec<&[u32]> {
    (0..listing.len()).map(|line| listing.line(line)).collect()
}

#[test]
fn ordinances_stand_together() {
    let [first, second, third, _] = <[_; 4]>::try_from(sample()).unwrap();
    let listing = listing(&desk(vec![first, third, second]), Together::Apart);
    assert_eq!(lines(&listing), [[0], [2], [1]]);
    assert_eq!(listing.step(Some(1), true), Some(2));
    assert_eq!(listing.step(Some(2), true), None);
    assert_eq!(listing.step(Some(0), false), None);
    assert_eq!(listing.position(2), Some(1));
    assert!(listing.line(3).is_empty());
}

#[test]
fn clauses_of_one_form_share_a_line_until_it_is_unfolded() {
    let again = [clause("公園規則", "第9条", ENTRY), clause("公園規則", "第10条", ENTRY)];
    let desk = desk([vec![clause("条例", "第1条", ENTRY)], sample(), again.to_vec()].concat());
    let apart = listing(&desk, Together::Apart);
    let folded = listing(&desk, Together::But { unfolded: &[], out: &[] });
    assert_eq!(folded.shown(), apart.shown());
    let first = folded.line(0);
    assert!(first.len() >= 3, "{first:?}");
    assert_eq!(lines(&folded).concat().len(), apart.len(), "each clause stands on one line");
    for index in first {
        assert_eq!(folded.position(*index), Some(0));
    }
    let unfolded = listing(&desk, Together::But { unfolded: &[first[0]], out: &[] });
    assert_eq!(lines(&unfolded)[..first.len()].concat(), first, "they stand where the line stood");
}

#[test]
fn a_form_is_its_caption_its_categories_and_its_evidence_not_the_name_of_the_place() {
    let of = |title: &str, caption: &str, text: &str| ichimai::clause::Clause {
        caption: caption.to_owned(),
        ..clause(title, "第14条", text)
    };
    let hall = "市長は、会館の管理上必要があるときは、職員に施設に立ち入らせ、検査させることができる。";
    let centre = hall.replace("会館", "センター");
    let clauses =
        vec![of("会館規則", "立入り", hall), of("センター規則", "立入り", &centre), of("別の規則", "検査", &centre)];
    let desk = desk(clauses);
    assert_eq!(lines(&listing(&desk, Together::But { unfolded: &[], out: &[] })), [&[0, 1][..], &[2]]);
}

#[test]
fn a_form_is_open_while_one_of_its_clauses_is() {
    let (one, other) = (clause("条例", "第1条", ENTRY), clause("規則", "第1条", ENTRY));
    let mut desk = desk(vec![one.clone(), other.clone()]);
    desk.judge(&[decided(&one, Category::Visual, Decision::Applies)]);
    assert_eq!(listing(&desk, Together::But { unfolded: &[], out: &[] }).next_undecided(&desk, None), Some(0));
    desk.judge(&[decided(&other, Category::Visual, Decision::Applies)]);
    assert_eq!(listing(&desk, Together::But { unfolded: &[], out: &[] }).next_undecided(&desk, None), None);
}

#[test]
fn the_next_undecided_clause_is_found_round_the_end() {
    let mut desk = desk(sample());
    desk.judge(&[decided(&sample()[2], Category::Visual, Decision::Applies)]);
    assert_eq!(listing(&desk, Together::Apart).next_undecided(&desk, Some(2)), Some(0));
}

#[test]
fn every_order_shows_the_same_clauses() {
    let desk = desk(sample());
    for order in Order::ALL {
        let mut shown = select(&desk, &Filter::default(), order);
        shown.sort_unstable();
        assert_eq!(shown, [0, 1, 2], "{order:?}");
    }
    assert_eq!(select(&desk, &Filter::default(), Order::Title), [2, 0, 1]);
}

#[test]
fn the_counts_add_up() {
    let mut desk = desk(sample());
    desk.judge(&[decided(&clause("駐車場条例", "", PLAIN), Category::Visual, Decision::Applies)]);
    let overview = overview(&desk);
    assert_eq!((overview.clauses, overview.classified, overview.flagged, overview.ordinances), (4, 4, 3, 2));
    let pairs: u32 = overview.counts.iter().map(|count| count.count).sum();
    assert_eq!(overview.undecided_pairs, pairs);
    assert_eq!(overview.kept, 1);
}

#[test]
fn each_number_of_the_overview_is_what_its_filter_shows() {
    let clauses = vec![clause("条例", "第1条", &format!("{ENTRY}{}", super::VIEW)), clause("条例", "第2条", PLAIN)];
    let mut desk = desk([clauses.clone(), sample()].concat());
    desk.judge(&[
        decided(&clauses[0], Category::Visual, Decision::Applies),
        decided(&sample()[2], Category::Visual, Decision::ToCheck),
    ]);
    let overview = overview(&desk);
    let shown = |filter: Filter| u32::try_from(select(&desk, &filter, Order::AsRead).len()).unwrap();
    for (state, count) in &overview.states {
        assert_eq!(shown(Filter { states: vec![*state], ..Filter::default() }), *count, "{state:?}");
    }
    for (found, count) in &overview.found {
        assert_eq!(shown(Filter { found: vec![*found], ..Filter::default() }), *count, "{found:?}");
    }
    for kind in &overview.kinds {
        assert_eq!(shown(Filter { kinds: vec![kind.name.to_string()], ..Filter::default() }), kind.flagged);
    }
    for department in &overview.departments {
        let of = |states| Filter { departments: vec![department.name.to_string()], states, ..Filter::default() };
        assert_eq!(shown(of(Vec::new())), department.flagged);
        assert_eq!(shown(of(vec![State::Undecided])), department.undecided);
    }
    for count in &overview.counts {
        let filter = Filter {
            categories: vec![count.category],
            found: vec![count.found],
            states: vec![count.state],
            kinds: vec![count.kind.to_string()],
            ..Filter::default()
        };
        assert_eq!(shown(filter), count.count, "{count:?}");
    }
    assert_eq!(shown(Filter::default()), overview.flagged);
}
