//! The desk: filters, order, list, counts, bulk scopes, in portions as in one go.

use ichimai::regulations::Category;
use ichimai::review::{Decision, Filter, Found, Item, Judgement, Listing, Order, Scope, State, overview, select};

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
    assert_eq!(desk.scope(Scope::SameWording, 0, &[]).len(), 2);
    assert_eq!(desk.scope(Scope::RestOfOrdinance, 0, &[]), [target(&sample()[1], Category::InspectionOfRecords)]);
    assert_eq!(desk.scope(Scope::RestOfShown, 0, &[0, 2]), [target(&sample()[2], Category::Visual)]);
}

#[test]
fn portions_give_what_one_go_gives() {
    let whole = desk(sample());
    let mut portions = ichimai::review::Desk::new();
    portions.add(sample());
    let steps: Vec<_> = (0..4).map(|_| portions.classify(1).done).collect();
    assert_eq!(steps, [1, 2, 3, 4]);
    assert_eq!(overview(&portions), overview(&whole));
}

#[test]
fn ordinances_stand_together_under_their_headings() {
    let [first, second, third, _] = <[_; 4]>::try_from(sample()).unwrap();
    let desk = desk(vec![first, third, second]);
    let listing = Listing::new(&desk, select(&desk, &Filter::default(), Order::AsRead));
    let expected = [
        Item::Ordinance { clauses: 2 },
        Item::Clause(0),
        Item::Clause(2),
        Item::Ordinance { clauses: 1 },
        Item::Clause(1),
    ];
    assert_eq!(listing.items(), expected);
    assert_eq!(listing.step(Some(2), true), Some(4));
    assert_eq!(listing.step(Some(1), false), None);
    assert_eq!(listing.position(2), Some(2));
}

#[test]
fn the_next_undecided_clause_is_found_round_the_end() {
    let mut desk = desk(sample());
    desk.judge(&[decided(&sample()[2], Category::Visual, Decision::Applies)]);
    let listing = Listing::new(&desk, select(&desk, &Filter::default(), Order::AsRead));
    assert_eq!(listing.next_undecided(&desk, Some(2)), Some(1));
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
