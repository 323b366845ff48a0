//! A module by its sections and functions.

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Sizes in bytes.
#[derive(Debug, Default)]
pub struct Module {
    /// Every function with its name, as Rust writes it.
    pub functions: Vec<(String, usize)>,
    /// The data section.
    pub data: usize,
    /// What is neither a function's body nor data nor names.
    pub rest: usize,
    /// The module without its names.
    pub all: usize,
}

impl Module {
    /// Reads a module that has its name section.
    ///
    /// # Errors
    /// It is no module, or has no names.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let (mut module, mut bodies, mut names, mut imported, mut custom) = (Self::default(), vec![], vec![], 0, 0);
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
                Payload::DataSection(section) => module.data = section.range().len(),
                Payload::CustomSection(section) => {
                    custom += section.range().len();
                    if let KnownCustom::Name(section) = section.as_known() {
                        for part in section {
                            if let Name::Function(functions) = part? {
                                names = functions.into_iter().collect::<Result<Vec<_>, _>>()?;
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        anyhow::ensure!(!names.is_empty(), "the module has no names");
        for name in names {
            let Some(index) = (name.index as usize).checked_sub(imported) else { continue };
            let body = bodies.get(index).context("a name of no function")?;
            module.functions.push((format!("{:#}", rustc_demangle::demangle(name.name)), *body));
        }
        module.all = bytes.len() - custom;
        module.rest = module.all - module.data - bodies.iter().sum::<usize>();
        Ok(module)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One function of two bytes named `f`, and five bytes of data.
    const SMALL: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x05\x03\x01\0\x01\x0a\x04\x01\x02\0\x0b\
        \x0b\x08\x01\0\x41\0\x0b\x02ab\0\x0b\x04name\x01\x04\x01\0\x01f";

    #[test]
    fn functions_and_data_are_weighed_and_names_are_not() {
        let module = Module::read(SMALL).unwrap();
        assert_eq!(module.functions, [("f".to_owned(), 2)]);
        assert_eq!((module.data, module.all), (8, SMALL.len() - 11));
        assert_eq!(module.rest, module.all - 2 - 8);
    }

    #[test]
    fn a_module_without_names_is_refused() {
        assert!(Module::read(&SMALL[..SMALL.len() - 13]).is_err());
    }
}
