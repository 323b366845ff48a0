//! `cargo xtask core ask …` and `core answers …`: what goes out to the sections and what comes back.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;

use anyhow::{Context, Result, bail};
use ichimai::date::Date;
use ichimai::inquiry::answer::{conflicts, file_json, read_all};
use ichimai::inquiry::book::Binding;
use ichimai::inquiry::deadline::{day_off, known_until};
use ichimai::inquiry::take::{Looked, clash_json, plan};
use ichimai::inquiry::{self, Item, Order, Sent, book};
use ichimai::review::ClauseKey;
use serde_json::json;

use super::read;
use super::work::{Opened, today};

/// The day of the inquiry for a list of what was sent that names none: that of the list in tests/golden/inquiry.
const ASKED: &str = "2026-11-28";

/// Options by name and the files behind them.
pub struct Arguments {
    options: Vec<(String, String)>,
    pub flags: Vec<String>,
    pub files: Vec<String>,
}

impl Arguments {
    /// Splits arguments into options with a value, flags and files.
    ///
    /// # Errors
    /// An unknown option, or one without its value.
    pub fn new(arguments: &[String], valued: &[&str], flags: &[&str]) -> Result<Self> {
        let mut parsed = Self { options: Vec::new(), flags: Vec::new(), files: Vec::new() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.strip_prefix("--") {
                Some(name) if valued.contains(&name) => {
                    let value = rest.next().with_context(|| format!("--{name} needs a value"))?;
                    parsed.options.push((name.to_owned(), value.clone()));
                }
                Some(name) if flags.contains(&name) => parsed.flags.push(name.to_owned()),
                Some(name) => bail!("unknown option --{name}"),
                None => parsed.files.push(argument.clone()),
            }
        }
        Ok(parsed)
    }

    /// The value of an option.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The value of an option that must stand.
    ///
    /// # Errors
    /// It does not.
    pub fn required(&self, name: &str) -> Result<&str> {
        self.option(name).with_context(|| format!("name --{name}"))
    }

    /// A day.
    ///
    /// # Errors
    /// It is none.
    pub fn day(&self, name: &str) -> Result<Option<Date>> {
        self.option(name).map(|day| day.parse().with_context(|| format!("--{name} {day}"))).transpose()
    }

    /// All files, those of folders in the order of their names.
    ///
    /// # Errors
    /// None is named, or one cannot be opened.
    pub fn opened(&self) -> Result<Vec<(String, Vec<u8>)>> {
        if self.files.is_empty() {
            bail!("name at least one file");
        }
        let mut opened = Vec::new();
        for path in &self.files {
            read::gather(Path::new(path), &mut opened)?;
        }
        Ok(opened)
    }
}

/// Runs `core ask`: writes the workbooks and keeps the round in the work file, so that answers to it are known.
///
/// # Errors
/// Options that do not fit, a work file that cannot be read or has no clauses, a folder that cannot be written.
pub fn ask(arguments: &[String]) -> Result<()> {
    let arguments = Arguments::new(arguments, &["work", "out", "deadline", "day", "town"], &["together", "again"])?;
    let path = arguments.required("work")?;
    let mut opened = Opened::read(path)?;
    let desk = opened.desk(true)?;
    let day = match arguments.day("day")? {
        Some(day) => day,
        None => today()?,
    };
    let flag = |name: &str| arguments.flags.iter().any(|flag| flag == name);
    let order = Order { again: flag("again"), ..Order::new(day, arguments.day("deadline")?) };
    let round = inquiry::ask(&desk, &opened.work, &order, None);
    let binding = if flag("together") { Binding::Together } else { Binding::Each };
    let town = arguments.option("town").map_or_else(|| opened.town(), str::to_owned);
    let mut files = book::books(&desk, &opened.work, &round, &town, binding, &mut |_| ControlFlow::Continue(()))?;
    files.push(book::sent(&desk, &opened.work, &round));
    let folder = Path::new(arguments.required("out")?);
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for file in &files {
        std::fs::write(folder.join(&file.name), &file.bytes).with_context(|| file.name.clone())?;
    }
    let mut sections: BTreeMap<&str, usize> = BTreeMap::new();
    for item in &round.items {
        *sections.entry(&item.section).or_default() += 1;
    }
    let told = round.deadline.map(|deadline| {
        json!({
            "day": deadline, "day_off": day_off(deadline).map(|(_, name)| name), "holidays_known_until": known_until(),
        })
    });
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    println!("{}", json!({"files": names, "rows": round.items.len(), "sections": sections, "deadline": told}));
    opened.work.send(round);
    opened.write(path)
}

/// Runs `core answers`.
///
/// # Errors
/// Options that do not fit, a list or a file that cannot be opened.
pub fn answers(arguments: &[String]) -> Result<()> {
    let arguments = Arguments::new(arguments, &["sent", "asked", "work", "out"], &["take"])?;
    match (arguments.option("sent"), arguments.option("work")) {
        (Some(_), None) => against_list(&arguments),
        (None, Some(path)) => against_work(&arguments, path),
        _ => bail!("name either --sent or --work"),
    }
}

fn against_list(arguments: &Arguments) -> Result<()> {
    let sent = sent(arguments)?;
    let files = read_all(&arguments.opened()?, &sent, &mut |_| ControlFlow::Continue(()));
    let among = conflicts(&files);
    let object = json!({"files": files.iter().map(file_json).collect::<Vec<_>>(), "conflicts": among});
    println!("{object}");
    Ok(())
}

fn against_work(arguments: &Arguments, path: &str) -> Result<()> {
    let mut opened = Opened::read(path)?;
    let sent = opened.work.sent();
    let files = read_all(&arguments.opened()?, &sent, &mut |_| ControlFlow::Continue(()));
    let received: Vec<_> = files.iter().flat_map(|file| opened.work.received(file)).collect();
    let plan = plan(&opened.work, &opened.judgements, &received, &Looked::new());
    let clauses: BTreeSet<_> = opened.file.clauses.iter().flatten().map(ClauseKey::of).collect();
    let index = opened.work.index();
    let gone = received.iter().filter(|answer| {
        let targets = index.get(&answer.number).map_or(&[][..], |(_, item)| &item.targets);
        !clauses.is_empty() && !targets.iter().any(|target| clauses.contains(&target.clause))
    });
    let changed: BTreeSet<String> = gone.map(|answer| answer.number.to_string()).collect();
    let object = json!({
        "files": files.iter().map(file_json).collect::<Vec<_>>(),
        "conflicts": plan.conflicts.iter().map(clash_json).collect::<Vec<_>>(),
        "taken": plan.takes.len(),
        "unchanged": plan.unchanged,
        "to_confirm": plan.to_look.iter().map(|answer| answer.number).collect::<Vec<_>>(),
        "inconsistent": plan.inconsistent,
        "older": plan.older,
        "transfers": plan.transfers.iter().map(|answer| json!({"number": answer.number, "to": answer.transfer})).collect::<Vec<_>>(),
        "changed_since": changed,
    });
    if arguments.flags.iter().any(|flag| flag == "take") {
        for judged in plan.takes.into_iter().flat_map(|take| take.judged) {
            opened.judgements.set(judged.target, judged.judgement);
        }
        opened.work.keep(received);
        opened.write(arguments.required("out")?)?;
    }
    println!("{object}");
    Ok(())
}

/// The list of what was sent: an array of items, or an object with the day of the inquiry.
fn sent(arguments: &Arguments) -> Result<Sent> {
    let path = arguments.required("sent")?;
    let text = std::fs::read_to_string(path).with_context(|| path.to_owned())?;
    let value: serde_json::Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).with_context(|| path.to_owned())?;
    let named = value.get("asked").and_then(serde_json::Value::as_str).map(str::to_owned);
    let items = value.get("items").cloned().unwrap_or(value);
    let items: Vec<Item> = serde_json::from_value(items).with_context(|| path.to_owned())?;
    let asked = match arguments.day("asked")? {
        Some(day) => day,
        None => named.as_deref().unwrap_or(ASKED).parse()?,
    };
    Ok(Sent::new(asked, items))
}
