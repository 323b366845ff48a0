//! The page's Content-Security-Policy: the strictest that runs.
//!
//! Nothing may be loaded or sent; the scripts and the style in the file are named by their hashes, so that nothing
//! added later runs; wasm may be compiled; the worker may be made from a blob of the page's own script.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The policy for a page with these inline scripts and styles.
pub fn policy(scripts: &[&str], styles: &[&str]) -> String {
    [
        "default-src 'none'".to_owned(),
        format!("script-src {} 'wasm-unsafe-eval'", sources(scripts)),
        format!("style-src {}", sources(styles)),
        "worker-src blob:".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types ichimai-worker".to_owned(),
    ]
    .join("; ")
}

fn sources(texts: &[&str]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| format!("'sha256-{}'", hash(text))).collect();
    quoted.join(" ")
}

fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_only_the_scripts_and_styles_that_it_names() {
        let policy = policy(&["a()"], &["p{}"]);
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"));
        assert!(policy.contains(&hash("a()")) && policy.contains(&hash("p{}")));
        for forbidden in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "connect-src", "data:", "*"] {
            assert!(!policy.contains(forbidden), "{forbidden} in {policy}");
        }
    }

    #[test]
    fn a_hash_is_the_base64_of_the_sha_256_of_the_text() {
        assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
