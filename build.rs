//! Compiles the facts of `data/` into the crate. A table that contradicts itself stops the build and says where.

#[path = "build/amendments/mod.rs"]
mod amendments;
#[path = "build/day.rs"]
mod day;
#[path = "src/forms.rs"]
mod forms;
#[path = "build/inquiry/mod.rs"]
mod inquiry;
#[path = "build/municipalities.rs"]
mod municipalities;
#[path = "src/numeral.rs"]
#[allow(dead_code, reason = "the crate uses what the build does not")]
mod numeral;
#[path = "build/procedures/mod.rs"]
mod procedures;
#[path = "build/programmes/mod.rs"]
mod programmes;
#[path = "build/readings.rs"]
mod readings;
#[path = "build/register.rs"]
mod register;
#[path = "build/regulations/mod.rs"]
mod regulations;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/procedures/folding");
    println!("cargo::rerun-if-changed=src/amendments/engine");
    println!("cargo::rerun-if-changed=src/numeral.rs");
    println!("cargo::rerun-if-changed=src/regulations");
    println!("cargo::rerun-if-changed=src/inquiry/word.rs");
    println!("cargo::rerun-if-changed=src/forms.rs");

    let towns = municipalities::parse(&fs::read_to_string(root.join("data/municipalities.csv"))?)?;
    fs::write(out.join("municipalities.rs"), municipalities::code(&towns))?;
    let readings = readings::code(&fs::read_to_string(root.join("data/readings.csv"))?, &towns.codes())?;
    fs::write(out.join("readings.rs"), readings)?;

    told_sources(&root.join("data"), &out)?;

    let programmes = programmes::check::check_all(files(&root.join("data/programmes"))?)?;
    fs::write(out.join("programmes.rs"), programmes::code(&programmes))?;

    let groups = programmes::check_groups(files(&root.join("data/groups"))?, &towns.codes())?;
    fs::write(out.join("groups.rs"), programmes::groups_code(&groups))?;

    let tables = procedures::generate(&root.join("data/procedures")).map_err(|wrong| wrong.join("\n"))?;
    fs::write(out.join("procedures.rs"), tables)?;

    let amendments = amendments::generate(&root.join("data/amendments")).map_err(|wrong| wrong.join("\n"))?;
    fs::write(out.join("amendments.rs"), amendments.tables)?;
    fs::write(out.join("amendments.txt"), amendments.records)?;
    let engine = code_of(&root.join("src/regulations"))?;
    let knowledge = regulations::generate(&root.join("data/regulations"), &engine).map_err(|wrong| wrong.join("\n"))?;
    fs::write(out.join("regulations_names.rs"), knowledge.names)?;
    fs::write(out.join("regulations_groups.rs"), knowledge.groups)?;
    fs::write(out.join("regulations.rs"), knowledge.tables)?;
    fs::write(out.join("regulations_words.bin"), knowledge.words)?;
    fs::write(out.join("regulations_forms.bin"), knowledge.forms)?;
    fs::write(out.join("regulations_stems.bin"), knowledge.stems)?;
    fs::write(out.join("regulations_examples.rs"), knowledge.examples)?;
    let tables = inquiry::generate(&root.join("data/inquiry")).map_err(|wrong| wrong.join("\n"))?;
    fs::write(out.join("inquiry.rs"), tables)?;
    Ok(())
}

/// The sources of `data/sources.toml`: checked with what they stand for, and those that the code names.
fn told_sources(data: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let register = fs::read_to_string(data.join("sources.toml"))?;
    let sources = regulations::sources::read(&register).map_err(|wrong| wrong.join("\n"))?;
    let mut held = Vec::new();
    below(data, "", &mut held)?;
    register::check(&register, &held, &[]).map_err(|wrong| wrong.join("\n"))?;
    let constants = [
        ("populations", "population_source.rs"),
        ("reading_source", "reading_source.rs"),
        ("counting_rule", "counting_source.rs"),
        ("procedure_names", "names_source.rs"),
    ];
    for (id, file) in constants {
        let constant = regulations::sources::constant(&sources, id).map_err(|wrong| wrong.join("\n"))?;
        fs::write(out.join(file), constant)?;
    }
    Ok(())
}

/// The TOML files of a folder by name, so that the same data give the same code.
fn files(folder: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<PathBuf>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let read = |path: PathBuf| Ok((path.display().to_string(), fs::read_to_string(&path)?));
    paths.into_iter().map(read).collect()
}

/// The files below a folder, as paths from `data/`.
fn below(folder: &Path, name: &str, found: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{name}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            below(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(())
}

/// The code of a folder, to see what it asks the data for.
fn code_of(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&fs::read_to_string(path)?);
        }
    }
    Ok(code)
}
