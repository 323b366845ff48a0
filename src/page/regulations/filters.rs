//! The fields of the filter and the order: what they say is what the list shows.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, MouseEvent};

use crate::amendments::settings::Settings;
use crate::api::border::Written;
use crate::api::review::{AmendmentStanding, Asking, Selected, Way};
use crate::inquiry;
use crate::page::announce::announce;
use crate::page::dom::{Dom, append, by_id, clear, fill, find, find_all, focus, on, on_within, reveal, slot, template};
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
        append(&asked, "option", name)?.set_attribute("value", name)?;
    }
    super::inquiry::store().with(|store| {
        store.watch(|work| reveal(&by_id::<Element>("filter-inquiry-field")?, !work.rounds.is_empty()))
    })?;
    on_within(&place, "change", "input[type=\"checkbox\"], select", |_: &Event, _| {
        apply();
        Ok(())
    });
    head_of_list()?;
    on(&by_id::<Element>("filter-words")?, "input", |_: &Event| {
        TYPING.with(|typing| *typing.borrow_mut() = Some(Timeout::new(PAUSE, apply)));
        Ok(())
    });
    for button in ["filter-reset", "review-empty-reset"] {
        on(&by_id::<Element>(button)?, "click", |_: &MouseEvent| set(&Filter::default()));
    }
    on(&by_id::<Element>("review-without")?, "click", |_: &MouseEvent| {
        for input in find_all(&by_id::<Element>("filter-found")?, "input")? {
            input.unchecked_ref::<HtmlInputElement>().set_checked(true);
        }
        apply();
        Ok(())
    });
    on(&by_id::<Element>("review-rest")?, "click", |_: &MouseEvent| go_to_rest());
    on(&by_id::<Element>("review-renew")?, "click", |_: &MouseEvent| {
        apply();
        Ok(())
    });
    on(&place, "submit", |event: &Event| {
        event.prevent_default();
        Ok(())
    });
    state::overview().with(|store| store.watch(|overview| show(overview.as_ref())))?;
    state::ledger().with(|store| store.watch(|_| offer_renewal()))?;
    state::selected().with(|store| store.watch(show_count))
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
    on(&by_id::<Element>("filter-order")?, "change", |_: &Event| {
        apply();
        Ok(())
    });
    let together: HtmlInputElement = by_id("list-together")?;
    on(&together.clone(), "change", move |_: &Event| {
        state::selection().with(|selection| {
            let mut selection = selection.borrow_mut();
            selection.together = together.checked();
            selection.unfolded.clear();
            selection.out.clear();
        });
        apply();
        Ok(())
    });
    for (button, pane) in [("filters-open", "filters"), ("filters-close", "list")] {
        on(&by_id::<Element>(button)?, "click", move |_: &MouseEvent| {
            list::show_pane(pane)?;
            focus(&by_id::<Element>(if pane == "list" { "filters-open" } else { "filters-close" })?)
        });
    }
    Ok(())
}

/// A decision may take a clause out of a filter by decisions: it stays until the officer has the list made anew.
fn offer_renewal() -> Dom {
    let by_state = state::selection().with(|selection| {
        let selection = selection.borrow();
        !selection.filter.states.is_empty() || selection.amendments.is_some()
    });
    reveal(&by_id::<Element>("review-renew")?, by_state)
}

/// How many clauses the list shows, and how many more it could show.
fn show_count(selected: &Selected) -> Dom {
    let sentence = format!("{}条項を表示", grouped(i64::from(selected.clauses)));
    by_id::<Element>("review-count")?.set_text_content(Some(&sentence));
    reveal(&by_id::<Element>("review-renew")?, false)?;
    let without: Element = by_id("review-without")?;
    let count = grouped(i64::from(selected.without_category));
    without.set_text_content(Some(&format!("候補のない{count}条項も表示")));
    reveal(&without, selected.without_category > 0)?;
    reveal(&by_id::<Element>("review-list")?, selected.clauses > 0)?;
    reveal(&by_id::<Element>("review-empty-list")?, selected.clauses == 0)
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
    let label = template("filter-choice")?;
    let input: HtmlInputElement = find(&label, "input")?;
    input.set_attribute("data-filter", kind)?;
    input.set_value(value);
    fill(&label, "name", name)?;
    slot::<Element>(&label, "count")?.set_attribute("data-count", &format!("{kind}-{value}"))?;
    place.append_child(&label)?;
    Ok(label)
}

/// Shows what the fields ask for.
pub fn apply() {
    match read() {
        Ok(filter) => state::selection().with(|selection| selection.borrow_mut().filter = filter),
        Err(error) => return trouble::report(Err(error)),
    }
    task::begin(async {
        list::renew().await.and_then(|()| {
            let count = state::selected().with(|store| store.read(|selected| selected.clauses));
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
    state::selection().with(|selection| {
        let mut selection = selection.borrow_mut();
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
    by_id::<HtmlSelectElement>("filter-inquiry")?.set_value(value);
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
        let input: HtmlInputElement = input.unchecked_into();
        let value = input.value();
        input.set_checked(match input.get_attribute("data-filter").as_deref() {
            Some("category") => filter.categories.iter().any(|category| category.id() == value),
            Some("found") => filter.found.iter().any(|found| found.name() == value),
            _ => filter.states.iter().any(|state| state.name() == value),
        });
    }
    by_id::<HtmlSelectElement>("filter-inquiry")?.set_value("*");
    by_id::<HtmlInputElement>("filter-words")?.set_value(&filter.words);
    by_id::<HtmlSelectElement>("filter-amendment")?.set_value("*");
    let first = |names: &[String]| names.first().map_or_else(|| "*".to_owned(), |name| format!("={name}"));
    by_id::<HtmlSelectElement>("filter-kind")?.set_value(&first(&filter.kinds));
    by_id::<HtmlSelectElement>("filter-department")?.set_value(&first(&filter.departments));
    let yes_no = |wish: Option<bool>| wish.map_or("*", |wish| if wish { "yes" } else { "no" });
    by_id::<HtmlSelectElement>("filter-basis")?.set_value(yes_no(filter.basis));
    by_id::<HtmlSelectElement>("filter-digital")?.set_value(yes_no(filter.digital));
    by_id::<HtmlSelectElement>("filter-standing")?
        .set_value(filter.standings.first().map_or("*", |standing| standing.name()));
    Ok(())
}

fn read() -> Dom<Filter> {
    let place: Element = by_id("review-filters")?;
    let mut filter = Filter { words: by_id::<HtmlInputElement>("filter-words")?.value(), ..Filter::default() };
    for input in find_all(&place, "input[data-filter]:checked")? {
        let value = input.unchecked_ref::<HtmlInputElement>().value();
        match input.get_attribute("data-filter").as_deref() {
            Some("category") => filter.categories.extend(Category::from_id(&value)),
            Some("found") => filter.found.extend(Found::ALL.into_iter().find(|found| found.name() == value)),
            _ => filter.states.extend(State::ALL.into_iter().find(|state| state.name() == value)),
        }
    }
    let chosen = |id: &str| by_id::<HtmlSelectElement>(id).map(|select| select.value());
    let named = |value: String| value.strip_prefix('=').map(str::to_owned).into_iter().collect::<Vec<_>>();
    let yes_no = |value: String| match value.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    filter.kinds = named(chosen("filter-kind")?);
    filter.departments = named(chosen("filter-department")?);
    filter.basis = yes_no(chosen("filter-basis")?);
    filter.digital = yes_no(chosen("filter-digital")?);
    let standing = chosen("filter-standing")?;
    filter.standings = Standing::ALL.into_iter().filter(|other| other.name() == standing).collect();
    let order = match chosen("filter-order")?.as_str() {
        "title" => Order::Title,
        "department" => Order::Department,
        "firmest" => Order::Firmest,
        _ => Order::AsRead,
    };
    let amendments = wanted(&chosen("filter-amendment")?);
    let asked = asking(&chosen("filter-inquiry")?);
    state::selection().with(|selection| {
        let mut selection = selection.borrow_mut();
        (selection.order, selection.amendments, selection.inquiry) = (order, amendments, asked);
    });
    Ok(filter)
}

/// What the filter by drafts asks for; the values of the field are the names of the standings.
fn wanted(value: &str) -> Option<(AmendmentStanding, Written<Settings>)> {
    Some((AmendmentStanding::from_name(value)?, Written(state::drafts().settings)))
}

fn show(overview: Option<&Overview>) -> Dom {
    let Some(overview) = overview else { return Ok(()) };
    let place: Element = by_id("review-filters")?;
    let of_category = |category: Category| {
        let counts = overview.counts.iter().filter(|count| count.category == category);
        counts.map(|count| count.count).sum::<u32>()
    };
    let categories = Category::ALL.map(|category| (format!("category-{}", category.id()), of_category(category)));
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
    reveal(&by_id::<Element>("filter-amendment-field")?, applying || amendments.value() != "*")?;
    reveal(&by_id::<Element>("filter-standing-field")?, !overview.standings.is_empty())
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
    append(&select, "option", "すべて")?.set_attribute("value", "*")?;
    for name in names {
        let label = if name.is_empty() { without } else { name };
        append(&select, "option", label)?.set_attribute("value", &format!("={name}"))?;
    }
    select.set_value(if wanted.contains(&chosen) { &chosen } else { "*" });
    Ok(())
}
