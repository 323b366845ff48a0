//! Settings of the town: how its legal section writes.

use web_sys::{Element, HtmlSelectElement};

use crate::amendments::settings::{Named, Settings};
use crate::page::dom::{Dom, by_id, field, on_own};

use super::state;

/// Opens the fields.
pub fn open() -> Dom {
    on_own("amend-settings", "change", |_: &Element| entered().map(state::set))?;
    state::store().watch(|work| show(work.settings.clone().into()))
}

/// The value of a field is the name of the setting.
fn entered() -> Dom<Settings> {
    let mut named = Named::default();
    for (name, setting) in fields(&mut named) {
        *setting = by_id::<HtmlSelectElement>(name)?.value().into();
    }
    named.head = field::value("amend-head")?.trim().to_owned().into();
    Ok(named.try_into().unwrap_or_default())
}

fn show(mut named: Named) -> Dom {
    field::set("amend-head", &named.head)?;
    for (name, setting) in fields(&mut named) {
        by_id::<HtmlSelectElement>(name)?.set_value(setting);
    }
    Ok(())
}

type Field<'a> = (&'static str, &'a mut std::borrow::Cow<'static, str>);

fn fields(named: &mut Named) -> [Field<'_>; 6] {
    [
        ("amend-columns", &mut named.columns),
        ("amend-method", &mut named.method),
        ("amend-after", &mut named.after),
        ("amend-numerals", &mut named.numerals),
        ("amend-direction", &mut named.direction),
        ("amend-general", &mut named.general),
    ]
}
