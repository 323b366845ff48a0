//! libFuzzer around one target; `ICHIMAI_FUZZ_TARGET` names it (`cargo xtask fuzz` sets it).
#![no_main]

#[path = "../targets/mod.rs"]
mod targets;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

static TARGET: OnceLock<targets::Law> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| {
    let law = TARGET.get_or_init(|| {
        let name = std::env::var("ICHIMAI_FUZZ_TARGET").expect("ICHIMAI_FUZZ_TARGET names the target");
        targets::ALL.iter().find(|target| target.name == name).expect("a target of this name").law
    });
    law(bytes);
});
