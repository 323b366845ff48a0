//! The header row and what the columns hold.

use ichimai::reading::table::{Role, open_simply};

use crate::golden;

#[test]
fn the_header_is_found_below_titles() {
    for (name, row, roles) in [
        ("city_ordinances.csv", 1, vec![Role::Kind, Role::Title, Role::Article, Role::Caption, Role::Text]),
        ("office_list.xlsx", 4, vec![Role::Id, Role::Title, Role::Article, Role::Text, Role::Department]),
        ("office_list_cp932.csv", 1, vec![Role::Id, Role::Title, Role::Article, Role::Text, Role::Department]),
        (
            "list.xls",
            4,
            vec![Role::Id, Role::Title, Role::Article, Role::Text, Role::Department, Role::Other, Role::Population],
        ),
    ] {
        let header = open_simply(name, &golden(name)).sheets[0].header();
        assert_eq!(header.row, Some(row), "{name}");
        assert_eq!(header.columns, roles, "{name}");
    }
}

#[test]
fn lists_of_the_other_tools_are_understood() {
    let cases = [
        (
            "code6,pref,gun,name,kind\n011002,北海道,,札幌市,市\n",
            vec![Role::Code, Role::Prefecture, Role::Other, Role::Municipality, Role::Kind],
        ),
        ("市町村名,人口（人）\n三郷市,142000\n", vec![Role::Municipality, Role::Population]),
        ("No.,手続の名称,オンライン化の状況\n1,児童手当の認定請求,済\n", vec![Role::Id, Role::Procedure, Role::State]),
    ];
    for (text, roles) in cases {
        let header = open_simply("a.csv", text.as_bytes()).sheets[0].header();
        assert_eq!(header.row, Some(1), "{text}");
        assert_eq!(header.columns, roles, "{text}");
    }
}

#[test]
fn a_list_without_header_is_understood_by_its_content() {
    let text = "三郷市文書規程,第3条,文書は、書面により市長に提出しなければならないものとする。\n三郷市公印規則,第4条,公印は、公印取扱主任が金庫に保管しなければならないものとする。\n";
    let header = open_simply("a.csv", text.as_bytes()).sheets[0].header();
    assert_eq!(header.row, None);
    assert_eq!(header.columns, [Role::Title, Role::Article, Role::Text]);
}

#[test]
fn a_list_of_bare_names_has_no_header() {
    let sheet = &open_simply("a.csv", "三郷市\n府中市\n森町\n".as_bytes()).sheets[0];
    let header = sheet.header();
    assert_eq!(header.row, None);
    assert_eq!(sheet.body(&header).count(), 3);
}
