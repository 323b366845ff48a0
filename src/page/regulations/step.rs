//! The words for a step of the history: its name on the buttons that undo it or do it again (「判定「該当」」, 「見直し時期の入力」),
//! and what is told once that was done.

use crate::review::{Aspect, Scope, State, Step};

/// The name of a step, with how many judgements it changed where it was more than one.
pub fn name(step: &Step<'_>) -> String {
    let name = match step.scope {
        Scope::Answers => "回答の採用".to_owned(),
        Scope::Merged => "作業ファイルの統合".to_owned(),
        Scope::CarriedOver => "前の例規名からの引き継ぎ".to_owned(),
        Scope::Departments => "所管課の変更".to_owned(),
        Scope::Sent => "照会票の作成".to_owned(),
        Scope::Reviewed => "見直しの内容".to_owned(),
        Scope::Clause | Scope::RestOfOrdinance | Scope::SameWording | Scope::RestOfShown => own(step),
    };
    if step.count > 1 { format!("{name}{}件", step.count) } else { name }
}

fn own(step: &Step<'_>) -> String {
    let field = match step.aspect {
        Aspect::Choice => return choice(step),
        Aspect::Time => "見直し時期",
        Aspect::Department => "所管課",
        Aspect::Basis => "根拠法令",
        Aspect::Remarks => "備考",
        Aspect::Note => "判定者メモ",
    };
    format!("{field}の入力")
}

fn choice(step: &Step<'_>) -> String {
    let Some((before, after)) = step.first else { return "変更".to_owned() };
    match (&before.added, &after.added) {
        (None, Some(_)) => return "区分の追加".to_owned(),
        (Some(_), None) => return "追加した区分の取り外し".to_owned(),
        _ => {}
    }
    if before.decision == after.decision {
        return "見直しの選択".to_owned();
    }
    format!("判定「{}」", State::of(after.decision).name())
}

/// What outlives a step, told with it.
pub const fn told_too(scope: Scope) -> &'static str {
    match scope {
        Scope::Sent => "渡した照会票の番号は控えたままで、戻った回答は読み取れます。",
        _ => "",
    }
}

/// What is told of a step once it was undone or done again.
pub fn told(scope: Scope, count: usize) -> String {
    match scope {
        Scope::Departments => "所管課".to_owned(),
        Scope::Sent => "照会票の作成".to_owned(),
        Scope::Answers => format!("回答の取り込み、{count}件の判定"),
        Scope::Merged => format!("作業ファイルの統合、{count}件の判定"),
        Scope::Reviewed => format!("{count}件の見直しの内容"),
        Scope::Clause | Scope::RestOfOrdinance | Scope::SameWording | Scope::RestOfShown | Scope::CarriedOver => {
            format!("{count}件の判定")
        }
    }
}
