//! The fields of the filter and the order: what they say is what the list shows.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::amendments::settings::Settings;
use crate::api::border::Written;
use crate::api::review::{AmendmentStanding, Asking, Selected, Way};
use crate::inquiry;
use crate::page::announce::announce;
use crate::page::dom::{
    Dom, append, by_id, clear, field, fill, find, find_all, focus, lay, on_own, on_press, on_submit, on_within, reveal,
    set_text, slot,
};
use crate::page::{task, trouble};
use crate::regulations::Category;
use crate::review::{Filter, Found, Order, Overview, Standing, State};
use crate::yen::notation::grouped;

use super::{list, row, state};

/// Pause after a letter before the list is asked, in milliseconds.
const PAUSE: u32 = 150;

thread_local! {
    static TYPING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Opens the fields.
pub fn open() -> Dom {
    let place: Element = by_id("review-filters")?;
    checkboxes()?;
    let asked: Element = by_id("filter-inquiry")?;
    for name in std::iter::once(NEVER).chain(inquiry::progress::Standing::ALL.map(inquiry::progress::Standing::name)) {
        field::option(&asked, name, name)?;
    }
    super::inquiry::store().watch(|work| reveal(&by_id("filter-inquiry-field")?, !work.rounds.is_empty()))?;
    on_within(&place, "change", "input[type=\"checkbox\"], select", |_: &Event, _| apply());
    head_of_list()?;
    on_own("filter-words", "input", |_: &Element| TYPING.set(Some(Timeout::new(PAUSE, apply))))?;
    for button in ["filter-reset", "review-empty-reset"] {
        on_press(button, || set(&Filter::default()))?;
    }
    on_press("review-without", || {
        for input in find_all(&by_id("filter-found")?, "input")? {
            field::tick(&input, true);
        }
        apply();
        Ok(())
    })?;
    on_press("review-rest", go_to_rest)?;
    on_press("review-renew", apply)?;
    on_submit("review-filters", || ())?;
    state::overview().watch(show)?;
    state::ledger().watch(|_| offer_renewal())?;
    state::selected().watch(show_count)
}

/// Shows everything and goes to the next undecided clause.
fn go_to_rest() -> Dom {
    forget()?;
    task::begin(async {
        list::renew().await?;
        focus(&by_id("review-list")?)?;
        list::step(Way::Undecided);
        Ok(())
    });
    Ok(())
}

/// Listens to the head of the list: order, clauses of one form, and the way to the filter on a narrow screen.
fn head_of_list() -> Dom {
    on_own("filter-order", "change", |_: &Element| apply())?;
    on_own("list-together", "change", |together: &HtmlInputElement| {
        state::selection().with_borrow_mut(|selection| {
            selection.together = together.checked();
            selection.unfolded.clear();
            selection.out.clear();
        });
        apply();
    })?;
    for (button, pane) in [("filters-open", "filters"), ("filters-close", "list")] {
        on_press(button, move || {
            list::show_pane(pane)?;
            focus(&by_id(if pane == "list" { "filters-open" } else { "filters-close" })?)
        })?;
    }
    Ok(())
}

/// A decision may take a clause out of a filter by decisions: it stays until the officer has the list made anew.
fn offer_renewal() -> Dom {
    let by_state = state::selection()
        .with_borrow(|selection| !selection.filter.states.is_empty() || selection.amendments.is_some());
    reveal(&by_id("review-renew")?, by_state)
}

/// How many clauses the list shows, and how many more it could show.
fn show_count(selected: &Selected) -> Dom {
    let sentence = format!("{}条項を表示", grouped(i64::from(selected.clauses)));
    set_text("review-count", &sentence)?;
    reveal(&by_id("review-renew")?, false)?;
    let without: Element = by_id("review-without")?;
    let count = grouped(i64::from(selected.without_category));
    without.set_text_content(Some(&format!("候補のない{count}条項も表示")));
    reveal(&without, selected.without_category > 0)?;
    reveal(&by_id("review-list")?, selected.clauses > 0)?;
    reveal(&by_id("review-empty-list")?, selected.clauses == 0)
}

/// A name that the column is wide enough for.
const fn filter_name(category: Category) -> &'static str {
    match category {
        Category::Visual => "目視",
        Category::OnsiteAudit => "実地監査",
        Category::Periodic => "定期検査・点検",
        Category::Stationing => "常駐・専任",
        Category::Training => "対面講習",
        Category::Posting => "書面掲示",
        Category::InspectionOfRecords => "往訪閲覧・縦覧",
        Category::StorageMedia => "記録媒体の指定",
    }
}

fn checkboxes() -> Dom {
    let categories: Element = by_id("filter-categories")?;
    for category in Category::ALL {
        checkbox(&categories, "category", category.id(), filter_name(category))?;
    }
    let found: Element = by_id("filter-found")?;
    for way in Found::ALL {
        checkbox(&found, "found", way.name(), way.name())?;
    }
    let states: Element = by_id("filter-states")?;
    for state in State::ALL {
        let label = checkbox(&states, "state", state.name(), "")?;
        row::state_chip(&slot(&label, "name")?, state)?;
    }
    Ok(())
}

fn checkbox(place: &Element, kind: &str, value: &str, name: &str) -> Dom<Element> {
    let label = lay("filter-choice", place)?;
    let input: HtmlInputElement = find(&label, "input")?;
    input.set_attribute("data-filter", kind)?;
    input.set_value(value);
    fill(&label, "name", name)?;
    slot::<Element>(&label, "count")?.set_attribute("data-count", &format!("{kind}-{value}"))?;
    Ok(label)
}

/// Shows what the fields ask for.
pub fn apply() {
    match read() {
        Ok(filter) => state::selection().with_borrow_mut(|selection| selection.filter = filter),
        Err(error) => return trouble::report(Err(error)),
    }
    task::begin(async {
        list::renew().await.and_then(|()| {
            let count = state::selected().read(|selected| selected.clauses);
            announce(&format!("{}条項を表示しています。", grouped(i64::from(count))))
        })
    });
}

/// Fills the fields by a filter and shows it.
pub fn set(filter: &Filter) -> Dom {
    fill_in(filter)?;
    apply();
    Ok(())
}

/// Empties the fields for another collection.
pub fn forget() -> Dom {
    fill_in(&Filter::default())?;
    state::selection().with_borrow_mut(|selection| {
        (selection.filter, selection.amendments, selection.inquiry) = (Filter::default(), None, Asking::Any);
    });
    Ok(())
}

/// Fills the fields by a filter and by a state of the inquiry, and shows it.
pub fn set_asked(filter: &Filter, asking: Asking) -> Dom {
    fill_in(filter)?;
    let value = match asking {
        Asking::Any => "*",
        Asking::Never => NEVER,
        Asking::In(standing) => standing.name(),
    };
    field::set("filter-inquiry", value)?;
    apply();
    Ok(())
}

/// The clauses of which nobody was asked.
const NEVER: &str = "未照会";

fn asking(value: &str) -> Asking {
    let standing = inquiry::progress::Standing::ALL.into_iter().find(|standing| standing.name() == value);
    match standing {
        Some(standing) => Asking::In(standing),
        None if value == NEVER => Asking::Never,
        None => Asking::Any,
    }
}

fn fill_in(filter: &Filter) -> Dom {
    let place: Element = by_id("review-filters")?;
    for input in find_all(&place, "input[data-filter]")? {
        let value = field::value_of(&input);
        let wanted = match input.get_attribute("data-filter").as_deref() {
            Some("category") => filter.categories.iter().any(|category| category.id() == value),
            Some("found") => filter.found.iter().any(|found| found.name() == value),
            _ => filter.states.iter().any(|state| state.name() == value),
        };
        field::tick(&input, wanted);
    }
    field::set("filter-inquiry", "*")?;
    field::set("filter-words", &filter.words)?;
    field::set("filter-amendment", "*")?;
    let first = |names: &[String]| names.first().map_or_else(|| "*".to_owned(), |name| format!("={name}"));
    field::set("filter-kind", &first(&filter.kinds))?;
    field::set("filter-department", &first(&filter.departments))?;
    let yes_no = |wish: Option<bool>| wish.map_or("*", |wish| if wish { "yes" } else { "no" });
    field::set("filter-basis", yes_no(filter.basis))?;
    field::set("filter-digital", yes_no(filter.digital))?;
    field::set("filter-standing", filter.standings.first().map_or("*", |standing| standing.name()))
}

fn read() -> Dom<Filter> {
    let place: Element = by_id("review-filters")?;
    let mut filter = Filter { words: field::value("filter-words")?, ..Filter::default() };
    for input in find_all(&place, "input[data-filter]:checked")? {
        let value = field::value_of(&input);
        match input.get_attribute("data-filter").as_deref() {
            Some("category") => filter.categories.extend(Category::from_id(&value)),
            Some("found") => filter.found.extend(Found::ALL.into_iter().find(|found| found.name() == value)),
            _ => filter.states.extend(State::ALL.into_iter().find(|state| state.name() == value)),
        }
    }
    let named = |value: String| value.strip_prefix('=').map(str::to_owned).into_iter().collect::<Vec<_>>();
    let yes_no = |value: String| match value.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    filter.kinds = named(field::value("filter-kind")?);
    filter.departments = named(field::value("filter-department")?);
    filter.basis = yes_no(field::value("filter-basis")?);
    filter.digital = yes_no(field::value("filter-digital")?);
    let standing = field::value("filter-standing")?;
    filter.standings = Standing::ALL.into_iter().filter(|other| other.name() == standing).collect();
    let order = match field::value("filter-order")?.as_str() {
        "title" => Order::Title,
        "department" => Order::Department,
        "firmest" => Order::Firmest,
        _ => Order::AsRead,
    };
    let amendments = wanted(&field::value("filter-amendment")?);
    let asked = asking(&field::value("filter-inquiry")?);
    state::selection().with_borrow_mut(|selection| {
        (selection.order, selection.amendments, selection.inquiry) = (order, amendments, asked);
    });
    Ok(filter)
}

/// What the filter by drafts asks for; the values of the field are the names of the standings.
fn wanted(value: &str) -> Option<(AmendmentStanding, Written<Settings>)> {
    Some((AmendmentStanding::from_name(value)?, Written(state::drafts().settings)))
}

fn show(overview: &Overview) -> Dom {
    let place: Element = by_id("review-filters")?;
    let categories = Category::ALL
        .map(|category| (format!("category-{}", category.id()), overview.count(Some(category), None, None)));
    let found = overview.found.iter().map(|(found, count)| (format!("found-{}", found.name()), *count));
    let states = overview.states.iter().map(|(state, count)| (format!("state-{}", state.name()), *count));
    for (name, count) in categories.into_iter().chain(found).chain(states) {
        let slot: Element = find(&place, &format!("[data-count=\"{name}\"]"))?;
        slot.set_text_content(Some(&grouped(i64::from(count))));
    }
    let kinds: Vec<&str> = overview.kinds.iter().map(|count| &*count.name).collect();
    names("filter-kind", &kinds, "（種別なし）")?;
    let departments: Vec<&str> = overview.departments.iter().map(|count| &*count.name).collect();
    names("filter-department", &departments, "（所管なし）")?;
    let applying = overview.states.iter().any(|(state, count)| *state == State::Applies && *count > 0);
    let amendments: HtmlSelectElement = by_id("filter-amendment")?;
    reveal(&by_id("filter-amendment-field")?, applying || amendments.value() != "*")?;
    reveal(&by_id("filter-standing-field")?, !overview.standings.is_empty())
}

/// Fills a choice of names, keeping what is chosen.
pub fn names(id: &str, names: &[&str], without: &str) -> Dom {
    let select: HtmlSelectElement = by_id(id)?;
    let values: Vec<String> =
        find_all(&select, "option")?.iter().filter_map(|option| option.get_attribute("value")).collect();
    let wanted: Vec<String> =
        std::iter::once("*".to_owned()).chain(names.iter().map(|name| format!("={name}"))).collect();
    if values == wanted {
        return Ok(());
    }
    let chosen = select.value();
    clear(&select);
    field::option(&select, "*", "すべて")?;
    for name in names {
        let label = if name.is_empty() { without } else { name };
        append(&select, "option", label)?.set_attribute("value", &format!("={name}"))?;
    }
    select.set_value(if wanted.contains(&chosen) { &chosen } else { "*" });
    Ok(())
}
