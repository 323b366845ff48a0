//! Clauses of one template share a line; what differs is told; one is taken out.

use ichimai::review::{Filter, Listing, Order, Together, differences, select};

use super::{clause, desk};

/// How many lines two clauses take.
fn lines(one: (&str, &str), other: (&str, &str), out: &[u32]) -> usize {
    let desk = desk(vec![clause(one.0, "第5条", one.1), clause(other.0, "第9条", other.1)]);
    let shown = select(&desk, &Filter::default(), Order::AsRead);
    assert_eq!(shown.len(), 2, "{one:?} {other:?}");
    Listing::new(&desk, shown, Together::But { unfolded: &[], out }).len()
}

/// 例規名 and text.
type Titled = (&'static str, &'static str);

/// Pairs from one template: what differs is a number, a name, a place, an office or an era.
const ALIKE: [(Titled, Titled); 8] = [
    (
        ("三郷市墓地条例", "市長は、墓地の使用者に対し、墓地の管理上必要な検査をすることができる。"),
        ("三郷市公園条例", "市長は、公園の使用者に対し、公園の管理上必要な検査をすることができる。"),
    ),
    (
        ("甲規則", "管理者は、毎月1回、設備の点検を行い、その結果を様式第1号に記録しなければならない。"),
        ("乙規則", "管理者は、毎月２回、設備の点検を行い、その結果を様式第12号に記録しなければならない。"),
    ),
    (
        ("甲要綱", "町長は、第五条第二項の台帳を十四日間公衆の縦覧に供しなければならない。"),
        ("乙要綱", "町長は、第十一条第一項の台帳を二十日間公衆の縦覧に供しなければならない。"),
    ),
    (
        ("甲規則", "教育委員会は、必要があるときは、職員に施設に立ち入らせ、設備を検査させることができる。"),
        ("乙規則", "消防長は、必要があるときは、職員に施設に立ち入らせ、設備を検査させることができる。"),
    ),
    (
        ("三郷市告示規則", "公示は、三郷市役所前の掲示場に掲示し、平成9年4月1日から行うものとする。"),
        ("吉川市告示規則", "公示は、吉川市役所前の掲示場に掲示し、令和2年10月1日から行うものとする。"),
    ),
    (
        (
            "三郷市駐車場の設置及び管理に関する条例",
            "駐車場の管理者は、利用料金を駐車場の見やすい場所に掲示しなければならない。",
        ),
        (
            "三郷市温水プールの設置及び管理に関する条例",
            "温水プールの管理者は、利用料金を温水プールの見やすい場所に掲示しなければならない。",
        ),
    ),
    (
        ("甲町条例", "市長は、甲町条例の施行に必要な限度で、職員に事務所に立ち入り、帳簿を検査させることができる。"),
        ("乙町条例", "市長は、乙町条例の施行に必要な限度で、職員に事務所に立ち入り、帳簿を検査させることができる。"),
    ),
    (
        ("甲規則", "町民は、町内の施設において、台帳を毎年４月に閲覧することができるものとする。"),
        ("乙規則", "市民は、市内の施設において、台帳を毎年10月に閲覧することができるものとする。"),
    ),
];

#[test]
fn clauses_of_one_template_share_a_line() {
    for (one, other) in ALIKE {
        assert_eq!(lines(one, other, &[]), 1, "{one:?} {other:?}");
        assert_eq!(lines(one, other, &[1]), 2, "taken out");
        assert!(!differences(one.1, other.1).is_empty());
    }
}

#[test]
fn clauses_that_say_something_else_stand_apart() {
    let inspection = "市長は、墓地の使用者に対し、墓地の管理上必要な検査をすることができる。";
    for other in [
        "市長は、墓地の使用者に対し、墓地の管理上必要な検査をしなければならない。",
        "市長は、墓地の使用者に対し、墓地の管理上必要な検査を毎月することができる。",
        "市長は、墓地の使用者及び職員に対し、墓地の管理上必要な検査をすることができる。",
        "使用者は、墓地の使用者に対し、墓地の管理上必要な検査をすることができる。",
        "市長は、墓地の使用者に対し、墓地の管理上必要な点検をすることができる。",
    ] {
        assert_eq!(lines(("三郷市墓地条例", inspection), ("三郷市墓地条例", other), &[]), 2, "{other}");
    }
    // Too little is left when the numbers are folded.
    assert_eq!(lines(("甲規則", "毎月1回検査する。"), ("乙規則", "毎月2回検査する。"), &[]), 2);
}

#[test]
fn what_differs_is_told_in_the_words_of_both() {
    let told = |one: &str, other: &str| {
        let pairs = differences(one, other).into_iter().map(|(ours, theirs)| format!("{ours}>{theirs}"));
        pairs.collect::<Vec<_>>().join(" ")
    };
    for (one, other, expected) in [
        ("市長は、墓地を検査する。", "市長は、公園を検査する。", "墓地>公園"),
        ("毎月1回、検査する。", "毎月２回、検査する。", "1>2"),
        ("市長は、検査する。", "市長は、毎年、検査する。", ">毎年、"),
        ("市長は、毎年、検査する。", "市長は、検査する。", "毎年、>"),
        ("甲は、乙を点検する。", "丙は、丁を検査する。", "甲>丙 乙>丁 点検>検査"),
        ("検査する。", "検査 する。", ""),
        ("", "検査する。", ">検査する。"),
    ] {
        assert_eq!(told(one, other), expected, "{one} {other}");
    }
    let long = "検査を、".repeat(900);
    assert_eq!(differences(&long, &"点検を、".repeat(900)).len(), 1);
}
