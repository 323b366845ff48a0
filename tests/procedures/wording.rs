//! States as offices write them in a list.

use std::collections::BTreeSet;

use ichimai::procedures::state::{Availability, Connection};
use ichimai::procedures::wording::{availability, connection};

#[test]
fn states_are_read_as_offices_write_them() {
    use Availability::{
        GeneralSystemOnly, InPreparation, MunicipalDisasterSystem, NationalDisasterSystem, NoScheme, NotStarted,
        Partial, Published, Unknown,
    };
    for (state, wordings) in [
        (
            Published,
            "〇 ○ ◯ ◎ ● ✓ レ 済 済み 対応済 対応済み 公開済 公開中 公開済（マイナポータル） 実施中 導入済 可 オンライン可 可能 実施 済 オンライン化済 あり ぴったりサービス ﾋﾟｯﾀﾘｻｰﾋﾞｽ マイナポータル ○（R5.4～） 対応",
        ),
        (Partial, "一部 一部公開 一部対応 一部のみ公開 公開済（一部） ○（一部） ○一部 ◎一部のみ"),
        (
            GeneralSystemOnly,
            "LoGoフォーム ＬｏＧｏフォーム 汎用 汎用電子申請のみ 汎用電子申請システム 電子申請サービスで公開済 Graffer e-TUMO しんせいくん 県の電子申請 かんたん申請 やまぐち電子申請サービス",
        ),
        (InPreparation, "準備中 作成中 公開予定 予定 R7.3公開予定 調整中 着手済"),
        (NotStarted, "未 未対応 未着手 未公開 × ✕ ×（検討中） 未実施 検討中 予定なし 不可 窓口のみ 対応なし"),
        (NoScheme, "制度なし 該当なし 対象外 該当無し"),
        (NationalDisasterSystem, "クラウド型被災者支援システム 国の被災者支援システムを利用"),
        (MunicipalDisasterSystem, "自治体の被災者支援システム 自治体被災者支援ｼｽﾃﾑを利用"),
        (Unknown, "- － ― △ なし 無 ？ 不明 確認中 A 12 マイナポータル以外"),
    ] {
        for written in wordings.split(' ') {
            assert_eq!(availability(written, "状況").read, state, "{written}");
        }
    }
}

#[test]
fn a_blank_cell_says_nothing() {
    assert_eq!(availability("　", "状況").read, Availability::Unknown);
}

#[test]
fn the_wording_is_kept_where_it_is_not_known() {
    let read = availability(" 要相談 ", "状況");
    assert_eq!((read.read, read.written.as_str()), (Availability::Unknown, "要相談"));
}

#[test]
fn a_mark_means_what_its_column_says() {
    for (header, state) in [
        ("マイナポータル", Availability::Published),
        ("オンライン化", Availability::Published),
        ("汎用電子申請システム", Availability::GeneralSystemOnly),
        ("LoGoフォーム", Availability::GeneralSystemOnly),
        ("一部公開", Availability::Partial),
        ("準備中", Availability::InPreparation),
        ("未対応", Availability::NotStarted),
        ("制度なし", Availability::NoScheme),
        ("国のクラウド型被災者支援システム", Availability::NationalDisasterSystem),
    ] {
        assert_eq!(availability("○", header).read, state, "{header}");
    }
    assert_eq!(availability("対応済", "電子申請サービス").read, Availability::GeneralSystemOnly);
}

#[test]
fn connections_are_read_as_the_documents_write_them() {
    for (way, wordings) in [
        (
            Connection::EndToEnd,
            "エンドトゥエンド エンドトゥエンド接続 エンド・ツー・エンド End-to-End 基幹システムまで 基幹連携済 特定通信・基幹システムまで接続済 自動連携",
        ),
        (
            Connection::Dedicated,
            "特定通信 特定通信まで マイナンバー系まで特定通信 特定通信（基幹システムは未接続） 申請管理システムまで",
        ),
        (Connection::Manual, "手入力 RPA ＲＰＡ 手入力又はRPA等 (マイナンバー系へ手入力又はRPA等)"),
        (Connection::NotConnected, "未接続 未 接続なし 基幹未接続 基幹システムとは未連携"),
        (Connection::Unknown, "- ○ 不明 済 検討中 エンドトゥエンド検討中 基幹接続予定"),
    ] {
        for written in wordings.split(' ') {
            assert_eq!(connection(written, "接続").read, way, "{written}");
        }
    }
    assert_eq!(connection("○", "特定通信").read, Connection::Dedicated);
    assert_eq!(connection("済", "申請管理システム接続").read, Connection::Dedicated);
    assert_eq!(connection("○", "エンドトゥエンド接続").read, Connection::EndToEnd);
    assert_eq!(connection("済", "基幹システムとの接続").read, Connection::EndToEnd);
}

#[test]
fn every_state_and_connection_has_a_name_of_its_own() {
    let states: BTreeSet<_> = Availability::ALL.iter().map(|state| state.name()).collect();
    let connections: BTreeSet<_> = Connection::ALL.iter().map(|connection| connection.name()).collect();
    assert_eq!((states.len(), connections.len()), (Availability::ALL.len(), Connection::ALL.len()));
}
