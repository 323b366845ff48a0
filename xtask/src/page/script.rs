//! Scripts that wasm-bindgen writes, shortened: nobody reads them in the page, and what they can reach is scanned before.

use anyhow::{Result, ensure};
use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;

/// The script without blanks and comments and with short names within it; what it declares at its top keeps its name.
///
/// # Errors
/// It is no correct script.
pub fn shortened(script: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::script()).parse();
    ensure!(parsed.diagnostics.is_empty(), "the glue is no correct script: {:?}", parsed.diagnostics);
    let mut program = parsed.program;
    let compress = Some(CompressOptions::smallest());
    let minified =
        Minifier::new(MinifierOptions { compress, ..MinifierOptions::default() }).minify(&allocator, &mut program);
    let options = CodegenOptions::minify();
    Ok(Codegen::new().with_options(options).with_scoping(minified.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_within_are_short_and_those_at_the_top_and_of_properties_stay() {
        let script = "let binding = (function (exported) {\n  // why\n  function open(argument) { return argument.location + argument.location; }\n  exported.open = open;\n  return exported;\n})({ __proto__: null });\n";
        let short = shortened(script).unwrap();
        assert!(short.len() < script.len() * 2 / 3, "{short}");
        assert!(
            ["let binding=", ".location", ".open", "__proto__:null"].iter().all(|kept| short.contains(kept)),
            "{short}"
        );
        assert!(shortened("let = ;").is_err());
    }
}
