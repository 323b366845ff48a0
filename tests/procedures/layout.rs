//! What the columns of a list hold is guessed and shown.

use ichimai::procedures::layout::{Use, guess, previews};
use ichimai::procedures::list::sheet_of_text;

fn uses(text: &str) -> (Option<u32>, Vec<Use>) {
    let layout = guess(&sheet_of_text(text));
    (layout.header, layout.columns)
}

#[test]
fn columns_are_found_by_header_and_content() {
    use Use::{Connection, Context, Department, Name, State, Unused};
    for (text, header, columns) in [
        ("妊娠届\n現況届", None, vec![Name]),
        ("手続名\n妊娠届", Some(1), vec![Name]),
        (
            "No.\t分野\t手続名\t公開状況\t接続\t担当課\n1\t子育て\t妊娠届\t○\t特定通信\t健康課",
            Some(1),
            vec![Unused, Context, Name, State, Connection, Department],
        ),
        ("妊娠届\t○\n消滅届\t×", None, vec![Name, State]),
        ("○\t妊娠届\n×\t消滅届", None, vec![State, Name]),
        ("手続名\t手数料\nり災証明\tなし\n妊娠届\tあり", Some(1), vec![Name, Unused]),
        ("手続名\tマイナポータル\tLoGoフォーム\nり災証明\t\t○\n妊娠届\t○\t", Some(1), vec![Name, State, State]),
        ("妊娠届\t○\t負担割合証再交付\t×\n消滅届\t○\t高額介護サービス費\t○", None, vec![Name, State, Name, State]),
        ("標準名称\t本市の名称\n妊娠の届出\t妊娠届\n受給事由消滅の届出\t消滅届", Some(1), vec![Name, Unused]),
        ("転入届\n転出届", None, vec![Name]),
    ] {
        assert_eq!(uses(text), (header, columns), "{text}");
    }
}

#[test]
fn each_column_is_shown_with_its_header_and_first_cells() {
    let sheet = sheet_of_text("手続名\t状況\n妊娠届\t○\n消滅届\t");
    let shown = previews(&sheet, &guess(&sheet));
    assert_eq!(
        (shown[0].header.as_str(), shown[0].cells.as_slice()),
        ("手続名", ["妊娠届".into(), "消滅届".into()].as_slice())
    );
    assert_eq!((shown[1].header.as_str(), shown[1].cells.len(), shown[1].used), ("状況", 1, Use::State));
}
