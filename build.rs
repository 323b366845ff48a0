//! Compiles the facts of `data/` into the crate. A table that contradicts itself stops the build and says where.

#[path = "build/municipalities.rs"]
mod municipalities;
#[path = "build/procedures/mod.rs"]
mod procedures;
#[path = "build/programmes/mod.rs"]
mod programmes;

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

    let towns = municipalities::parse(&fs::read_to_string(root.join("data/municipalities.csv"))?)?;
    fs::write(out.join("municipalities.rs"), municipalities::code(&towns))?;

    let programmes = programmes::check::check_all(files(&root.join("data/programmes"))?)?;
    fs::write(out.join("programmes.rs"), programmes::code(&programmes))?;

    let groups = programmes::check_groups(files(&root.join("data/groups"))?, &towns.codes())?;
    fs::write(out.join("groups.rs"), programmes::groups_code(&groups))?;

    let tables = procedures::generate(&root.join("data/procedures")).map_err(|wrong| wrong.join("\n"))?;
    fs::write(out.join("procedures.rs"), tables)?;
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
