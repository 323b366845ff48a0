//! 所管課 of all ordinances: the table, and a list of them from a file or from what was pasted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::api::border::{Ask, Compact, Written};
use crate::api::procedures::ListSource;
use crate::api::review::with;
use crate::inquiry::assignment::{Assigned, Ordinance, ordinances, take_list, titles};
use crate::inquiry::{Assignment, Section};
use crate::reading::table;

/// All ordinances with their 所管課.
#[derive(Debug, Serialize, Deserialize)]
pub struct Departments;

/// The view 所管課.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DepartmentsView {
    /// In the order of reading.
    pub ordinances: Vec<Ordinance>,
    /// All names of sections that are known, for completing what is typed.
    pub names: BTreeSet<String>,
}

impl Ask for Departments {
    const NAME: &'static str = "departments";
    type Output = Compact<DepartmentsView>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| {
            let ordinances = ordinances(&session.desk, &session.inquiry);
            let used = session.desk.entries().iter().map(|entry| entry.department).collect::<BTreeSet<_>>();
            let names = used.into_iter().map(|name| session.desk.departments().name(name).to_string());
            let known = session.inquiry.sections.iter().map(|section| section.name.clone());
            let names = names.chain(known).filter(|name| !name.is_empty()).collect();
            DepartmentsView { ordinances, names }
        })))
    }
}

/// Reads a list of 例規名 and 所管課 against what lies on the desk; nothing is set yet.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadDepartments {
    /// Its name.
    pub name: String,
    /// A file or pasted text.
    pub from: ListSource,
}

/// What a list says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ListTaken {
    /// What was matched and what was not.
    pub assigned: Assigned,
    /// 所管課 of all ordinances, with those of the list.
    pub ordinances: BTreeMap<String, Assignment>,
    /// All sections, with those of the list.
    pub sections: Written<Vec<Section>>,
}

impl Ask for ReadDepartments {
    const NAME: &'static str = "read_departments";
    type Output = Compact<ListTaken>;

    fn answer(self) -> Result<Self::Output, String> {
        let table = match self.from {
            ListSource::File(bytes, _) => table::open_simply(&self.name, &bytes.read()),
            ListSource::Text(text) => table::open_simply(&self.name, text.as_bytes()),
        };
        Ok(Compact(with(|session| {
            let mut work = session.inquiry.clone();
            let assigned = take_list(&table.sheets, &titles(&session.desk), &mut work);
            ListTaken { assigned, ordinances: work.ordinances, sections: Written(work.sections) }
        })))
    }
}
