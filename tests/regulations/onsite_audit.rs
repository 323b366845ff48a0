//! 実地監査規制.

use ichimai::regulations::Category::{OnsiteAudit, Visual};

use crate::{assert_candidates, assert_checks, assert_no_candidates};

#[test]
fn entry_to_inspect_books_is_an_on_site_audit_and_visual() {
    let cases = [
        (
            "（立入検査）",
            "知事は、必要があると認めるときは、その職員に、事業者の事務所に立ち入り、帳簿、書類その他の物件を検査させることができる。",
        ),
        (
            "（報告及び検査）",
            "市長は、指定管理者に対し、業務又は経理の状況に関し報告を求め、又は職員に事務所に立ち入らせ、業務若しくは財産の状況若しくは帳簿書類（その作成に代えて電磁的記録の作成がされている場合における当該電磁的記録を含む。）を検査させることができる。",
        ),
        ("", "主務大臣ハ当該官吏ヲシテ営業所ニ臨検シ業務ノ状況又ハ帳簿書類ヲ検査セシムルコトヲ得"),
        ("（検査）", "委員は、当該団体の事務所その他必要な場所に臨み、会計に関する帳簿を検査することができる。"),
    ];
    assert_candidates(OnsiteAudit, &cases);
    assert_candidates(Visual, &cases);
}

#[test]
fn audits_on_the_spot_are_found_without_entry() {
    assert_candidates(
        OnsiteAudit,
        &[
            ("（指導監査）", "市長は、社会福祉法人に対し、指導監査を実施するものとする。"),
            (
                "（実地検査）",
                "市長は、補助事業者に対し、補助事業の遂行の状況に関し報告を求め、又は職員に実地検査をさせることができる。",
            ),
            ("（実地監査）", "監査委員は、必要があると認めるときは、実地監査を行うことができる。"),
            ("（実地調査）", "市長は、受託者の業務の処理の状況について、実地に調査することができる。"),
            ("（検査）", "会計管理者は、指定金融機関の公金の出納事務について、実地に検査しなければならない。"),
        ],
    );
}

#[test]
fn on_the_spot_surveys_of_land_and_things_are_visual_only() {
    let cases = [
        ("（実地調査）", "農業委員会は、農地の利用の状況について実地調査を行うものとする。"),
        ("（実地検査）", "工事の検査は、設計書及び図面に基づき実地検査により行う。"),
    ];
    assert_candidates(Visual, &cases);
    assert_no_candidates(OnsiteAudit, &cases);
}

#[test]
fn organs_and_desk_work_are_no_on_site_audits() {
    assert_no_candidates(
        OnsiteAudit,
        &[
            ("（監査委員）", "監査委員の定数は、二人とする。"),
            ("（監査）", "監事は、組合の財産の状況を監査し、その結果を総会に報告しなければならない。"),
            (
                "（決算審査）",
                "監査委員は、決算及び証書類の審査を終えたときは、意見を付けて市長に提出しなければならない。",
            ),
            (
                "（罰則）",
                "第十二条第一項の規定による帳簿書類の検査を拒み、妨げ、又は忌避した者は、五万円以下の過料に処する。",
            ),
            (
                "（立入検査）",
                "市長は、帳簿書類の提出を求め、又はその職員に工場に立ち入り、機械を検査させることができる。",
            ),
        ],
    );
}

#[test]
fn books_inspected_with_no_site_are_worth_a_look() {
    assert_checks(OnsiteAudit, &[("（検査）", "大臣は、受託者に対し、業務に関する帳簿書類を検査することができる。")]);
}

#[test]
fn the_nearest_object_decides_what_is_inspected_on_the_spot() {
    assert_candidates(
        OnsiteAudit,
        &[
            ("（検査）", "市長は、施設に立ち入り、設備若しくは業務に関し検査をさせることができる。"),
            (
                "（調査）",
                "認定を受けた者は、製品の製造管理又は品質管理の方法について、実地の調査を受けなければならない。",
            ),
        ],
    );
    assert_no_candidates(
        OnsiteAudit,
        &[
            (
                "（立入り）",
                "組合は、業務の遂行に必要な限度において、他人の土地に立ち入り、測量又は実地調査をさせることができる。",
            ),
            ("（監査）", "監査役は、取締役の職務の執行を監査し、監査報告を作成しなければならない。"),
            ("（通知）", "大臣は、職員に実地監査をさせたときは、その旨を通知しなければならない。"),
        ],
    );
}
