//! The bill of materials (SBOM): what is in the page, for programs that compare it with lists of known faults.
//!
//! `CycloneDX` 1.6 as JSON, beside the page. It carries no time and no chance number: the same commit and compiler give
//! the same bytes, and the page's own hash ties it to the file that it describes.

use serde_json::{Value, json};

use super::parts::Part;

/// The bill of a page with this version and SHA-256.
pub fn of(parts: &[Part], version: &str, commit: &str, page_hash: &str) -> Result<String, serde_json::Error> {
    let components: Vec<Value> = parts.iter().map(component).collect();
    let own = format!("ichimai@{version}");
    let references: Vec<String> = parts.iter().map(reference).collect();
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "ichimai.html",
                "version": version,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
                "hashes": [{ "alg": "SHA-256", "content": page_hash }],
                "properties": [{ "name": "ichimai:commit", "value": commit }],
            },
        },
        "components": components,
        "dependencies": [{ "ref": own, "dependsOn": references }],
    });
    serde_json::to_string_pretty(&bill).map(|text| text + "\n")
}

fn component(part: &Part) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": reference(part),
        "name": part.name,
        "version": part.version,
        "scope": "required",
        "licenses": [{ "expression": part.licence }],
    });
    if let (Some(checksum), Some(fields)) = (&part.checksum, component.as_object_mut()) {
        fields.insert("hashes".to_owned(), json!([{ "alg": "SHA-256", "content": checksum }]));
        fields.insert("purl".to_owned(), json!(reference(part)));
    }
    component
}

fn reference(part: &Part) -> String {
    match part.checksum {
        Some(_) => format!("pkg:cargo/{}@{}", part.name, part.version),
        None => format!("{}@{}", part.name, part.version),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;
    use crate::page::parts::{checksums, of_page};

    fn bill() -> String {
        of(&of_page(&root()).unwrap(), "0.1.0", "c", &"0".repeat(64)).unwrap()
    }

    #[test]
    fn every_component_of_the_bill_stands_in_the_lock_file_with_its_hash() {
        let bill: Value = serde_json::from_str(&bill()).unwrap();
        let locked = checksums(&std::fs::read_to_string(root().join("Cargo.lock")).unwrap());
        let components = bill["components"].as_array().unwrap();
        assert!(components.len() > 30, "{} components", components.len());
        for component in components.iter().filter(|component| component["name"] != "rust-std") {
            let text = |field: &str| component[field].as_str().unwrap().to_owned();
            let checksum = locked.get(&(text("name"), text("version"))).expect("not locked");
            assert_eq!(component["hashes"][0]["content"], json!(checksum));
            assert_eq!(text("purl"), format!("pkg:cargo/{}@{}", text("name"), text("version")));
        }
    }

    #[test]
    fn the_bill_is_the_same_each_time_and_names_nothing_of_this_machine() {
        let (first, second) = (bill(), bill());
        assert_eq!(first, second);
        assert!(!first.contains(root().to_str().unwrap()) && !first.contains("timestamp"));
    }
}
