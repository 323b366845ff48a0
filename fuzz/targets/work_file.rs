//! The work file: what is refused is refused with a reason, and what is opened is written again to the same.

use ichimai::review::Fingerprint;
use ichimai::review::Judgements;
use ichimai::review::work_file::{self, FORMAT, VERSION};

/// Bytes as a file, and the same bytes as the content of one whose check is right.
pub fn opened(bytes: &[u8]) {
    reopened(bytes);
    if let Ok(content) = std::str::from_utf8(bytes)
        && let Ok(content) = serde_json::from_str::<&serde_json::value::RawValue>(content)
    {
        let check = Fingerprint::of_bytes(content.get().as_bytes());
        let file =
            format!(r#"{{"format":"{FORMAT}","version":{VERSION},"check":"{check}","content":{}}}"#, content.get());
        reopened(file.as_bytes());
    }
}

fn reopened(bytes: &[u8]) {
    let Ok(file) = work_file::read(bytes) else { return };
    for section in file.sections.values() {
        // Judgements of any form are taken or refused, never a trap.
        let _ = serde_json::from_str::<Judgements>(section);
    }
    let written = work_file::write(file.clone()).expect("sections that were read are JSON");
    assert_eq!(work_file::read(written.as_bytes()), Ok(file), "written and read again");
}
