//! Settings of the town: how its legal section writes.

use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::amendments::settings::Settings;
use crate::page::dom::{Dom, by_id, on};

use super::state;

/// Opens the fields.
pub fn open() -> Dom {
    on(&by_id::<Element>("amend-settings")?, "change", |_: &Event| {
        state::set(entered()?);
        Ok(())
    });
    state::store().with(|store| store.watch(|work| show(&work.settings)))
}

fn entered() -> Dom<Settings> {
    Ok(Settings {
        columns: chosen("columns")?,
        method: chosen("method")?,
        after: chosen("after")?,
        numerals: chosen("numerals")?,
        head: by_id::<HtmlInputElement>("amend-head")?.value().trim().to_owned(),
        direction: chosen("direction")?,
        general: chosen("general")?,
    })
}

fn show(settings: &Settings) -> Dom {
    by_id::<HtmlInputElement>("amend-head")?.set_value(&settings.head);
    put("columns", &settings.columns)?;
    put("method", &settings.method)?;
    put("after", &settings.after)?;
    put("numerals", &settings.numerals)?;
    put("direction", &settings.direction)?;
    put("general", &settings.general)
}

/// The value of a field is the identifier of the setting.
fn chosen<T: DeserializeOwned + Default>(name: &str) -> Dom<T> {
    let value = by_id::<HtmlSelectElement>(&format!("amend-{name}"))?.value();
    Ok(serde_json::from_value(serde_json::Value::String(value)).unwrap_or_default())
}

fn put(name: &str, value: &impl Serialize) -> Dom {
    let value = serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned));
    by_id::<HtmlSelectElement>(&format!("amend-{name}"))?.set_value(&value.unwrap_or_default());
    Ok(())
}
