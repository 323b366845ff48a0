//! Circles: below every module, what depends on what has one direction. A file and the `mod.rs` above it (or the `x.rs` above
//! `x/`) belong together; two files or folders that lie side by side must not need each other, by whatever way.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::{Modules, Name};
use super::tree::Tree;

/// The rooms that a room needs, each with the files that show it.
type Needs = BTreeMap<Name, BTreeMap<Name, String>>;

/// Complaints about circles between files and folders of the library.
pub fn check(tree: &Tree) -> Vec<String> {
    let sources = tree.below("src/", "rs").filter(|source| !source.path.ends_with("/tests.rs"));
    let modules = Modules::of(sources.map(|source| (source.path.as_str(), source.text.as_str())));
    let edges = modules.edges();
    let above: BTreeSet<Name> = modules.names().filter_map(|name| Some(name.split_last()?.1.to_vec())).collect();
    above.iter().flat_map(|above| circles(above, &edges)).collect()
}

fn circles(above: &[String], edges: &BTreeSet<(Name, Name)>) -> Vec<String> {
    let needs = needs(above, edges);
    let mut complaints = Vec::new();
    for (room, needed) in &needs {
        for (other, shown) in needed.range(room.clone()..) {
            if let Some(back) = needs.get(other).and_then(|needed| needed.get(room)) {
                complaints.push(format!("{shown}, and {back}: the two need each other"));
            }
        }
    }
    complaints
}

/// What the rooms directly below `above` need of each other, by whatever way.
fn needs(above: &[String], edges: &BTreeSet<(Name, Name)>) -> Needs {
    let room =
        |name: &Name| name.starts_with(above).then(|| name.get(..=above.len()).map(<[String]>::to_vec)).flatten();
    let mut needs = Needs::new();
    for (from, to) in edges {
        if let (Some(room), Some(other)) = (room(from), room(to))
            && room != other
        {
            let shown = format!("{} needs {}", from.join("::"), to.join("::"));
            needs.entry(room).or_default().entry(other).or_insert(shown);
        }
    }
    close(&mut needs);
    needs
}

/// Adds what is needed by way of others.
fn close(needs: &mut Needs) {
    loop {
        let mut found = Vec::new();
        for (room, needed) in needs.iter() {
            for (other, shown) in needed {
                for far in needs.get(other).into_iter().flat_map(BTreeMap::keys) {
                    if far != room && !needed.contains_key(far) {
                        found.push((room.clone(), far.clone(), shown.clone()));
                    }
                }
            }
        }
        if found.is_empty() {
            return;
        }
        for (room, far, shown) in found {
            needs.entry(room).or_default().entry(far).or_insert(shown);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(sources: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(sources))
    }

    #[test]
    fn two_folders_that_need_each_other_are_named() {
        let found = complaints(&[
            ("src/page/mod.rs", ""),
            ("src/page/a/mod.rs", "mod x;\npub use x::Thing;"),
            ("src/page/a/x.rs", "use crate::page::b::{self, Other};"),
            ("src/page/b/mod.rs", "use super::a::Thing;\npub struct Other;"),
        ]);
        assert_eq!(found, ["page::a::x needs page::b, and page::b needs page::a::x: the two need each other"]);
    }

    #[test]
    fn a_circle_by_way_of_a_third_is_one_too() {
        let found = complaints(&[
            ("src/a/mod.rs", "use crate::b::B;"),
            ("src/b.rs", "fn f() { crate::c::c(); }"),
            ("src/c.rs", "use crate::a::A as Alias;"),
        ]);
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn two_files_of_one_folder_are_rooms_as_well() {
        let found = complaints(&[
            ("src/a/mod.rs", ""),
            ("src/a/x.rs", "use super::y::Y;\npub struct X;"),
            ("src/a/y.rs", "use super::x::X;\npub struct Y;"),
        ]);
        assert_eq!(found, ["a::x needs a::y, and a::y needs a::x: the two need each other"]);
    }

    #[test]
    fn files_of_one_folder_need_each_other_by_way_of_a_third_but_not_by_way_of_their_mod() {
        let (x, y) = (("src/a/x.rs", "use super::y::Y;"), ("src/a/y.rs", "use super::z::Z;"));
        let third = ("src/a/z.rs", "use super::x::X;\npub struct Z;");
        assert_eq!(complaints(&[("src/a/mod.rs", ""), x, y, third]).len(), 3);
        let y = ("src/a/y.rs", "use super::Z;");
        assert_eq!(complaints(&[("src/a/mod.rs", "mod x;\nuse x::X;\npub struct Z;"), x, y]), [""; 0]);
    }

    #[test]
    fn a_file_and_the_folder_of_its_name_are_one_and_tests_are_no_rooms() {
        let found = complaints(&[
            ("src/a.rs", "mod x;\nuse x::X;\npub struct A;\n#[cfg(test)]\nmod tests;"),
            ("src/a/x.rs", "use super::A;\npub struct X;"),
            ("src/a/tests.rs", "use crate::b::B;"),
            ("src/b.rs", "use crate::a::A;\npub struct B;"),
        ]);
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn a_file_and_the_one_above_it_and_tests_are_none() {
        let found = complaints(&[
            ("src/a/mod.rs", "mod x;\nuse x::X;\npub struct A;"),
            ("src/a/x.rs", "use super::A;\n// use crate::b::B;"),
            ("src/b/mod.rs", "use crate::a::A;\n#[cfg(test)]\nmod tests { use super::*; }"),
        ]);
        assert_eq!(found, [""; 0]);
    }
}
