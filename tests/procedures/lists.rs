//! Lists as towns keep them: workbooks' rows, pasted cells, headings, several columns.

use ichimai::procedures::answer::Answer;
use ichimai::procedures::catalogue::Number;
use ichimai::procedures::choices::Choices;
use ichimai::procedures::layout::{Layout, Use};
use ichimai::procedures::list::{ListedName, read, sheet_of_text};
use ichimai::procedures::standing::Settings;
use ichimai::procedures::state::Availability;
use ichimai::reading::table::open_simply;

use crate::{entries, numbers};

fn found(entries: &[std::sync::Arc<ListedName>]) -> Vec<(u32, Vec<Number>)> {
    entries.iter().map(|entry| (entry.input.row, entry.found.procedures().to_vec())).collect()
}

#[test]
fn every_line_with_content_gets_one_entry_with_its_row() {
    let list = entries("妊娠届\n\n転入届\r\n  \nり災証明\n");
    assert_eq!(found(&list), [(1, numbers(&[15])), (3, vec![]), (5, numbers(&[27]))]);
}

#[test]
fn a_heading_settles_the_names_below_it() {
    let list = entries("【児童手当】\n現況届\n認定請求\n【介護保険】\n再交付申請\n■児童扶養手当\n現況届");
    assert_eq!(list[0].found.reason(), "見出しとして読みました。");
    assert_eq!(list[1].found.procedures(), numbers(&[10]));
    assert_eq!(list[4].found.candidates(), numbers(&[20, 21]));
    assert_eq!(list[6].found.procedures(), numbers(&[14]));
}

#[test]
fn a_blank_field_means_the_one_above() {
    let list = entries("分野\t手続名\n児童手当\t認定請求\n\t現況届\n国民健康保険\t被保険者証の再交付申請");
    let numbers_found: Vec<Vec<Number>> = list.iter().map(|entry| entry.found.procedures().to_vec()).collect();
    assert_eq!(numbers_found, [numbers(&[1]), numbers(&[10]), vec![]]);
}

#[test]
fn of_several_state_columns_the_strongest_counts() {
    let list = entries("手続名\tマイナポータル\tLoGoフォーム\nり災証明\t\t○\n妊娠届\t○\t○\n消滅届\t\t");
    let states: Vec<Availability> = list.iter().map(|entry| entry.input.state.as_ref().unwrap().read).collect();
    assert_eq!(states, [Availability::GeneralSystemOnly, Availability::Published, Availability::Unknown]);
}

#[test]
fn lists_laid_side_by_side_keep_their_states_apart() {
    let list = entries("妊娠届\t○\t負担割合証再交付\t×\n消滅届\t準備中\t高額介護サービス費\t○");
    let states: Vec<(Vec<Number>, Availability)> = list
        .iter()
        .map(|entry| (entry.found.procedures().to_vec(), entry.input.state.as_ref().unwrap().read))
        .collect();
    assert_eq!(
        states,
        [
            (numbers(&[15]), Availability::Published),
            (numbers(&[20]), Availability::NotStarted),
            (numbers(&[4]), Availability::InPreparation),
            (numbers(&[22]), Availability::Published),
        ]
    );
}

#[test]
fn the_officer_can_change_what_a_column_holds() {
    let sheet = sheet_of_text("妊娠届\t消滅届\n認定請求\tり災証明");
    let layout = Layout { header: Some(1), columns: vec![Use::Unused, Use::Name] };
    assert_eq!(found(&read(&sheet, &layout, &Choices::default())), [(2, numbers(&[27]))]);
}

#[test]
fn a_file_with_titles_above_is_read_from_its_header_on() {
    let bytes = "手続オンライン化の状況,,\n令和6年8月,,\nNo.,手続名,状況\n1,妊娠届,○\n2,り災証明,国のクラウド型被災者支援システム\n";
    let table = open_simply("list.csv", bytes.as_bytes());
    let sheet = &table.sheets[0];
    let list = read(sheet, &ichimai::procedures::layout::guess(sheet), &Choices::default());
    assert_eq!(found(&list), [(4, numbers(&[15])), (5, numbers(&[27]))]);
    assert_eq!(list[1].input.state.as_ref().unwrap().read, Availability::NationalDisasterSystem);
}

/// The state of each row of a list.
fn states(text: &str) -> Vec<Option<Availability>> {
    entries(text).iter().map(|entry| entry.input.state.as_ref().map(|state| state.read)).collect()
}

#[test]
fn a_mark_with_a_general_system_beside_it_is_not_the_portal() {
    use Availability::{GeneralSystemOnly, NoScheme, NotStarted, Partial, Published, Unknown};
    for header in ["システム", "受付方法", "公開先", "利用システム", "申請方法", "受付システム名"]
    {
        let list = format!(
            "手続名\tオンライン化\t{header}\n妊娠届\t○\tマイナポータル\n児童手当認定請求\t○\tLoGoフォーム\n\
             額改定請求\t済\tしんせいくん\n消滅届\t対応済\te-Tumo\n未支払請求\t○（一部）\tぴったりサービス・LoGoフォーム\n\
             現況届（児童手当）\t×\tLoGoフォーム\n負担割合証再交付\t可\t県の電子申請\n高額介護サービス費\t○\tXYZポータル\n\
             住宅改修費\t制度なし\tマイナポータル\n福祉用具購入費\t○\tGraffer"
        );
        let expected = [
            Published,
            GeneralSystemOnly,
            GeneralSystemOnly,
            GeneralSystemOnly,
            Partial,
            NotStarted,
            GeneralSystemOnly,
            Unknown,
            NoScheme,
            GeneralSystemOnly,
        ];
        assert_eq!(states(&list), expected.map(Some), "{header}");
    }
}

#[test]
fn a_list_with_only_the_place_of_reception_has_its_states_from_there() {
    use Availability::{GeneralSystemOnly, NotStarted, Published, Unknown};
    let list = "手続名\t受付方法\n妊娠届\tマイナポータル\n消滅届\tLoGoフォーム\n認定請求\t窓口\n現況届\t\nり災証明\tぴったりサービス";
    assert_eq!(states(list), [Published, GeneralSystemOnly, NotStarted, Unknown, Published].map(Some));
}

#[test]
fn states_are_found_under_headings_that_do_not_say_so() {
    use Availability::{GeneralSystemOnly, InPreparation, NotStarted, Partial, Published, Unknown};
    for (list, expected) in [
        ("手続名\tR6\tR7\n妊娠届\t○\t○\n消滅届\t×\t○\nり災証明\t×\t×", [Published, Published, NotStarted]),
        (
            "手続名\t導入時期\n妊娠届\tR4.10導入済\n消滅届\tR7.4予定\nり災証明\tR5.2",
            [Published, InPreparation, Unknown],
        ),
        (
            "手続名\t方法\n妊娠届\tぴったりサービス\n消滅届\tスマート申請\nり災証明\t来庁のみ",
            [Published, GeneralSystemOnly, NotStarted],
        ),
        (
            "手続名\t受付チャネル\t対応状況\n妊娠届\tマイナポータル\t◎\n消滅届\t電子申請サービス\t○\nり災証明\t窓口・郵送\t△",
            [Published, GeneralSystemOnly, Unknown],
        ),
        (
            "手続名\t電子申請の可否\t電子申請URL\n妊娠届\t可\thttps://myna.go.jp/a\n消滅届\t可\thttps://logoform.jp/form/a\nり災証明\t可（一部）\thttps://www.town.example.jp/a",
            [Published, GeneralSystemOnly, Partial],
        ),
        (
            "手続名\t本人確認\t状態\n妊娠届\t○\tR7予定\n消滅届\t○\t準備中\nり災証明\t○\t◎",
            [InPreparation, InPreparation, Published],
        ),
    ] {
        assert_eq!(states(list), expected.map(Some), "{list}");
    }
    assert_eq!(states("手続名\t本人確認\t添付書類\n妊娠届\t○\tあり\n消滅届\t×\tなし"), [None, None]);
}

#[test]
fn the_columns_of_the_list_itself_stay_with_each_name() {
    let list = entries("手続名\t所管課\t状況\tシステム\n妊娠届\t健康課\t○\tマイナポータル\n消滅届\t\t○\t");
    let own: Vec<_> =
        list.iter().map(|entry| (entry.input.department.as_deref(), entry.input.system.as_deref())).collect();
    assert_eq!(own, [(Some("健康課"), Some("マイナポータル")), (None, None)]);
}

#[test]
fn what_is_to_be_done_names_the_section_that_the_list_has() {
    let list = entries("手続名\t所管課\t状況\n妊娠届\t健康課\t未\n現況届\t\t未\nり災証明\t防災課\t済");
    let answer = Answer::new(list, &Settings::default());
    let sections: Vec<String> = answer.completeness.to_do.iter().map(|one| answer.departments(one.number)).collect();
    assert_eq!(sections.iter().filter(|section| !section.is_empty()).collect::<Vec<_>>(), ["健康課"]);
}
