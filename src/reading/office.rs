//! Office files in a ZIP: the main part, and the parts that another names (ECMA-376 part 2).

use super::archive::Archive;
use super::limits::Limits;
use super::note::Reason;
use super::xml::{self, Step, Xml};

/// A relation from one part to another.
pub(super) struct Relation {
    pub id: String,
    /// The last word of its type.
    pub kind: String,
    /// Path of the part that it names.
    pub part: String,
}

/// The main part: by the relations of the package, else the part that is named as one.
pub(super) fn main_part(archive: &mut Archive<'_>, limits: &Limits) -> Option<String> {
    let related = relations(archive, "", limits).unwrap_or_default().into_iter();
    let main = related.into_iter().find(|relation| relation.kind == "officeDocument").map(|relation| relation.part);
    main.filter(|part| archive.place(part).is_some()).or_else(|| {
        let named = ["workbook.xml", "document.xml", "presentation.xml", "workbook.bin"];
        let is_named = |path: &&str| path.rsplit('/').next().is_some_and(|base| named.contains(&base));
        archive.paths().filter(is_named).min_by_key(|path| path.len()).map(str::to_owned)
    })
}

/// The relations of a part, or of the package itself where `part` is empty.
///
/// # Errors
/// What keeps the part from being unzipped or read; a part without relations has none.
pub(super) fn relations(archive: &mut Archive<'_>, part: &str, limits: &Limits) -> Result<Vec<Relation>, Reason> {
    let (folder, base) = part.rsplit_once('/').unwrap_or(("", part));
    let path = if folder.is_empty() { format!("_rels/{base}.rels") } else { format!("{folder}/_rels/{base}.rels") };
    let Some(bytes) = archive.part(&path, None)? else {
        return Ok(Vec::new());
    };
    let text = xml::decode(bytes);
    let mut stream = Xml::new(&text, limits);
    let mut relations = Vec::new();
    while let Some(step) = stream.step()? {
        if let Step::Open(element) = step
            && element.name() == "Relationship"
            && element.attribute("TargetMode").is_none_or(|mode| mode != "External")
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            let kind = element.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id: id.into_owned(), kind, part: resolve(folder, &target) });
        }
    }
    Ok(relations)
}

/// A target path relative to the folder of the part that names it, or absolute with a leading separator.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (from, target) = target.strip_prefix('/').map_or((folder, target.as_str()), |absolute| ("", absolute));
    let mut path: Vec<&str> = from.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            _ => path.push(name),
        }
    }
    path.join("/")
}

/// The part of a kind that a main part names; where its relations do not, the one of the usual name beside it.
pub(super) fn related(archive: &Archive<'_>, main: &str, relations: &[Relation], kind: &str, usual: &str) -> String {
    let named = relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.part.clone());
    named.filter(|part| archive.place(part).is_some()).unwrap_or_else(|| {
        main.rsplit_once('/').map_or_else(|| usual.to_owned(), |(folder, _)| format!("{folder}/{usual}"))
    })
}
