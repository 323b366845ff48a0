//! ZIPs and folders: every member is read or told, by its own name.

use std::collections::BTreeMap;

use ichimai::reading::note::{Cap, Reason, Unread};

use crate::zip_bytes::zipped;
use crate::{codes, golden, read_one};

#[test]
fn a_zip_with_japanese_names_as_windows_writes_it() {
    let reading = read_one("reiki.zip", &golden("reiki.zip"));
    let mut clauses: BTreeMap<&str, usize> = BTreeMap::new();
    for clause in &reading.clauses {
        *clauses.entry(&clause.place.file).or_default() += 1;
    }
    let expected = [
        ("reiki.zip/例規/規則/一覧表.csv", 240),
        ("reiki.zip/例規/条例/見本町駐車場設置条例.txt", 15),
        ("reiki.zip/例規/条例/駐車場等設置条例.html", 19),
    ];
    assert_eq!(
        clauses.into_iter().collect::<Vec<_>>(),
        expected.into_iter().collect::<BTreeMap<_, _>>().into_iter().collect::<Vec<_>>()
    );
    assert_eq!(reading.notes.len(), 1);
    assert_eq!(&*reading.notes[0].file, "reiki.zip/例規/図面.pdf");
    assert_eq!(reading.account.files.len(), 5);
}

#[test]
fn what_is_not_read_is_told_by_its_kind() {
    let ole = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 504], &name, &[0; 512]].concat()
    };
    let unread = |kind: Unread| Reason::UnreadKind { kind };
    let cases = [
        ("a.pdf", b"%PDF-1.7\n".to_vec(), unread(Unread::Pdf)),
        ("a.doc", ole("WordDocument"), unread(Unread::Doc)),
        ("a.jtd", ole("DocumentText"), unread(Unread::Ichitaro)),
        ("a.jtd", ole("Something"), unread(Unread::Ichitaro)),
        ("a.ppt", ole("PowerPoint Document"), unread(Unread::Presentation)),
        ("a.xlsx", ole("EncryptedPackage"), Reason::Encrypted),
        ("a.rtf", b"{\\rtf1 a}".to_vec(), unread(Unread::Rtf)),
        ("a.png", b"\x89PNG\r\n\x1A\n\0\0".to_vec(), unread(Unread::Picture)),
        ("a.jpg", b"\xFF\xD8\xFF\xE0".to_vec(), unread(Unread::Picture)),
        ("a.7z", b"7z\xBC\xAF\x27\x1C".to_vec(), unread(Unread::Archive)),
        ("a.lzh", b"\x20\x00-lh5-aaaa".to_vec(), unread(Unread::Archive)),
        ("a.exe", b"MZ\0\0\x01\0\0\0\x02\x03\0\0\x01\0\0\0\0\0".to_vec(), unread(Unread::Binary)),
        ("a.txt", Vec::new(), Reason::Empty),
        ("a.csv", vec![0; 100_000], Reason::Empty),
        ("a.txt", b" \r\n\t".to_vec(), Reason::Empty),
    ];
    for (name, bytes, expected) in cases {
        let reading = read_one(name, &bytes);
        assert_eq!(reading.notes.iter().map(|note| note.reason.clone()).collect::<Vec<_>>(), [expected], "{name}");
        assert_eq!(reading.account.read(), 0, "{name}");
    }
}

#[test]
fn a_zip_in_a_zip_is_told_and_the_rest_is_read() {
    let inner = zipped(&[("甲.txt", "甲条例\n第1条　掲示する。\n".as_bytes())]);
    let outer = zipped(&[("内.zip", &inner), ("乙.txt", "乙条例\n第1条　掲示する。\n".as_bytes())]);
    let reading = read_one("外.zip", &outer);
    assert_eq!(reading.clauses.len(), 1);
    assert_eq!(reading.notes.len(), 1);
    assert!(matches!(reading.notes[0].reason, Reason::Limit { cap: Cap::ArchiveDepth, limit: 1, .. }));
}

#[test]
fn workbooks_and_documents_in_a_zip_are_read() {
    let files = ["list.xls", "list.xlsx", "list.ods", "parking_plain.docx", "egov_323AC0000000048.xml"];
    let bytes: Vec<Vec<u8>> = files.iter().map(|name| golden(name)).collect();
    let members: Vec<(&str, &[u8])> = files.iter().zip(&bytes).map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let reading = read_one("a.zip", &zipped(&members));
    assert_eq!(reading.clauses.len(), 3 + 3 + 3 + 15 + 77);
}

#[test]
fn an_empty_zip_is_read_without_clauses() {
    let reading = read_one("a.zip", &zipped(&[]));
    assert_eq!((reading.clauses.len(), codes(&reading).len()), (0, 0));
    assert_eq!(reading.account.files.len(), 1);
}

#[test]
fn an_encrypted_member_is_told_and_the_others_are_read() {
    let mut bytes = zipped(&[
        ("乙.txt", "乙条例\n第1条　掲示する。\n".as_bytes()),
        ("甲.txt", "甲条例\n第1条　掲示する。\n".as_bytes()),
    ]);
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let header = bytes.windows(4).rposition(|window| window == signature).unwrap();
        bytes[header + flags] |= 1;
    }
    let reading = read_one("a.zip", &bytes);
    assert_eq!(reading.clauses.len(), 1);
    assert_eq!(codes(&reading), ["encrypted"]);
    assert_eq!(&*reading.notes[0].file, "a.zip/甲.txt");
}
