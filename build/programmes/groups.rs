//! `data/groups/*.toml`: towns that procure together, each member a code and a name of the table of municipalities.

use std::fmt::Write as _;

use serde::Deserialize;

use super::check::{Refused, check_source};
use super::code::source;
use super::schema::Source;

/// A file of `data/groups`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    groups: Vec<Group>,
    source: Source,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    /// `352071 下松市`: both must be those of one municipality.
    members: Vec<String>,
}

/// Reads the files, given as name and text, and checks every member against the codes and names of the table.
pub fn check_groups(files: Vec<(String, String)>, towns: &[(String, String)]) -> Result<Vec<Groups>, Refused> {
    let mut all = Vec::new();
    for (file, text) in files {
        let groups: Groups = toml::from_str(&text)
            .map_err(|error| Refused::Syntax { file: file.clone(), message: error.to_string() })?;
        check_source(&file, &groups.source)?;
        let known = |member: &String| towns.iter().any(|(code, name)| *member == format!("{code} {name}"));
        if let Some(name) = groups.groups.iter().flat_map(|group| &group.members).find(|member| !known(member)) {
            return Err(Refused::UnknownMember { file, name: name.clone() });
        }
        all.push(groups);
    }
    Ok(all)
}

/// The Rust code of `GROUPS`.
pub fn groups_code(files: &[Groups]) -> String {
    let mut out = String::from("static GROUPS: &[Group] = &[\n");
    for file in files {
        for group in &file.groups {
            let codes = group.members.iter().filter_map(|member| member.split_once(' '));
            let mut members = String::new();
            for (code, _) in codes {
                let _ = write!(members, "Code::from_table({}), ", code.trim_start_matches('0'));
            }
            let source = source(&file.source);
            let source = source.trim_end_matches(", ");
            let _ = writeln!(out, "    Group {{ name: {:?}, members: &[{members}], source: {source} }},", group.name);
        }
    }
    out.push_str("];\n");
    out
}
