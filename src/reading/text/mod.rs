//! Texts: the lines of plain text, HTML, DOCX and 法令標準XML, ready for [`super::ordinance`].

pub(crate) mod docx;
pub(crate) mod egov;
pub(crate) mod html;
pub(crate) mod plain;
pub(crate) mod wrapped;
