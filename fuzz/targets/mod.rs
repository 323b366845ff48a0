//! The targets of fuzzing: laws that hold for any bytes. libFuzzer looks for bytes that break one (`fuzz/src`), and
//! every test run replays the cases that it kept (`tests/fuzzing`).

mod amendments;
mod answers;
mod classifier;
mod names;
mod numbers;
mod readers;
mod work_file;

/// A law: returns for every input, and panics where it is broken.
pub type Law = fn(&[u8]);

/// One target.
pub struct Target {
    /// Its name, on the command line and as the name of its cases.
    pub name: &'static str,
    /// What must hold.
    pub law: Law,
}

/// All targets.
pub const ALL: [Target; 18] = [
    Target { name: "delimited", law: readers::delimited },
    Target { name: "xlsx", law: readers::xlsx },
    Target { name: "xls", law: readers::xls },
    Target { name: "ods", law: readers::ods },
    Target { name: "docx", law: readers::docx },
    Target { name: "zip", law: readers::zip },
    Target { name: "html", law: readers::html },
    Target { name: "law_xml", law: readers::law_xml },
    Target { name: "plain", law: readers::plain },
    Target { name: "dressed", law: readers::dressed },
    Target { name: "json_lines", law: readers::json_lines },
    Target { name: "work_file", law: work_file::opened },
    Target { name: "numbers", law: numbers::read },
    Target { name: "towns", law: names::towns },
    Target { name: "procedures", law: names::procedures },
    Target { name: "classifier", law: classifier::classified },
    Target { name: "answers", law: answers::read_back },
    Target { name: "amendments", law: amendments::applied },
];
