//! Classification: the examples of data/regulations, the laws that hold for all clauses, the refusals of the build.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "../shared/altered.rs"]
mod altered;
mod article;
mod build_refusals;
#[path = "../../build/register.rs"]
mod build_register;
#[path = "../../build/regulations/mod.rs"]
mod build_regulations;
mod catalogue;
#[path = "../../build/day.rs"]
mod day;
mod evidence;
mod examples;
mod folding;
mod grammar;
mod laws;
mod register;
mod snapshot;
mod spelled;
mod whole_ordinance;

use std::sync::LazyLock;

use ichimai::regulations::Classifier;

/// Built once for all tests.
static CLASSIFIER: LazyLock<Classifier> = LazyLock::new(Classifier::new);
