//! What was measured where: commit, day, processor, load, programs.

use anyhow::Result;

use crate::command::{Program, root};
use crate::page;

/// Load above which a machine is busy with something else.
const IDLE: f64 = 0.5;

/// One sentence for the head of the table.
pub fn head() -> Result<String> {
    let told = |program: &str, argument: &str| {
        let version = Program::new(program).argument(argument).output().unwrap_or_default();
        version.lines().next().unwrap_or_default().to_owned()
    };
    let browser = |variable: &str, names: &[&str]| {
        let chosen = std::env::var(variable).ok();
        let names = chosen.iter().map(String::as_str).chain(names.iter().copied());
        names.map(|name| told(name, "--version")).find(|version| !version.is_empty()).unwrap_or_default()
    };
    let cores = std::thread::available_parallelism()?;
    let page = std::fs::metadata(root().join("dist/ichimai.html"))?.len();
    Ok(format!(
        "Commit {}, {}; {cores} cores ({}); {}; {}; {}; Node.js {}; {}. Page: {page} bytes. {}",
        page::commit(&root()).get(..10).unwrap_or_default(),
        told("date", "+%Y-%m-%d"),
        processor(),
        browser("CHROMIUM", &["chromium", "google-chrome"]).trim(),
        browser("FIREFOX", &["firefox-esr", "firefox"]).trim(),
        told("rustc", "--version"),
        told("node", "--version"),
        told("python3", "--version"),
        load(),
    ))
}

fn processor() -> String {
    let information = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = information.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or_else(|| std::env::consts::ARCH.to_owned(), |(_, name)| name.trim().to_owned())
}

/// Whether the machine was busy before anything was measured, over the last five minutes.
fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    match text.split(' ').nth(1).and_then(|load| load.parse::<f64>().ok()) {
        Some(load) if load > IDLE => format!("**Loaded** ({load} before the run): upper bounds, not references."),
        Some(_) => "Nothing else ran.".to_owned(),
        None => "Load unknown.".to_owned(),
    }
}
