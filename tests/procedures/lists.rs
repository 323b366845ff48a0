//! Lists as towns keep them: workbooks' rows, pasted cells, headings, several columns.

use ichimai::procedures::catalogue::Number;
use ichimai::procedures::choices::Choices;
use ichimai::procedures::layout::{Layout, Use};
use ichimai::procedures::list::{Entry, read, sheet_of_text};
use ichimai::procedures::state::Availability;
use ichimai::reading::table::open_simply;

use crate::{entries, numbers};

fn found(entries: &[std::sync::Arc<Entry>]) -> Vec<(u32, Vec<Number>)> {
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
