//! 記録媒体の指定.

use ichimai::regulations::Category::StorageMedia;

use crate::{assert_candidates, assert_checks, assert_no_candidates};

#[test]
fn a_named_medium_prescribed_or_allowed_is_storage_media() {
    assert_candidates(
        StorageMedia,
        &[
            (
                "（台帳の調製）",
                "台帳は、磁気ディスク（これに準ずる方法により一定の事項を確実に記録しておくことができる物を含む。）をもって調製することができる。",
            ),
            ("（提出の方法）", "申請者は、申請書に代えて、フレキシブルディスクを提出することができる。"),
            ("（写しの交付）", "写しの交付は、ＣＤ－ＲＯＭに複写したものを交付する方法により行う。"),
            (
                "（公開の方法）",
                "録音テープ又はビデオテープは、専用機器により再生したものの視聴又は複写したものの交付により公開する。",
            ),
            ("（保存）", "保存期間を経過した文書は、マイクロフィルムに撮影して保存するものとする。"),
            ("（シー・ディー・ロムによる提出）", "調査票は、シー・ディー・ロムにより提出することができる。"),
            ("（納品）", "成果品は、ＣＤ―Ｒ又はDVD－Rに記録し、納品しなければならない。"),
        ],
    );
}

#[test]
fn media_without_a_name_and_back_references_are_not_storage_media() {
    assert_no_candidates(
        StorageMedia,
        &[
            ("（作成の方法）", "議事録は、書面又は電磁的記録をもって作成しなければならない。"),
            ("（電磁的方法）", "市長は、電磁的方法により通知することができる。"),
            ("（撮影の禁止）", "傍聴人は、写真、ビデオ等を撮影してはならない。"),
            (
                "（写しの交付）",
                "何人も、住民票の写し（磁気ディスクをもって調製されている住民票にあっては、記録事項を記載した書類）の交付を請求することができる。",
            ),
        ],
    );
}

#[test]
fn an_unnamed_medium_that_must_be_handed_in_is_worth_a_look() {
    assert_checks(
        StorageMedia,
        &[("（提出）", "申請者は、申請書に記載すべき事項を記録した電磁的記録媒体を提出することができる。")],
    );
}

#[test]
fn data_that_happen_to_stand_on_a_medium_are_not_storage_media() {
    assert_no_candidates(
        StorageMedia,
        &[(
            "（対象）",
            "この規程の対象は、磁気テープその他の媒体に記録されているデータのうち次に掲げるものとする。\n一　個人情報",
        )],
    );
    assert_candidates(
        StorageMedia,
        &[("（原簿）", "登録原簿は、磁気テープをもって調製し、その調製の方法は、省令で定める。")],
    );
}
