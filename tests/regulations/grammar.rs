//! How an act goes on is told by verb and ending, whatever the spelling.

use ichimai::regulations::entries::Ending;
use ichimai::regulations::fold::folded;
use ichimai::regulations::names::Tail;
use ichimai::regulations::tables::{ENDINGS, TAIL_NAMES};
use ichimai::regulations::tail::Tails;

fn tail(text: &str) -> Tail {
    Tails::new().of(text)
}

#[test]
fn every_ending_of_a_verb_tells_what_becomes_of_the_act() {
    for (form, endings) in [
        (
            Tail::Does,
            "を行わなければならない。 を行う。 を行い、 を行わねばならない。 を行なうものとする。 をおこなうこと。 を行ふヘシ。 \
            が行われなければならない。 を実施しなければならない。 が実施されなければならない。 を遂行する。 を経なければ されなければならない。 せねばならない。 \
            を継続して行う。 を、それぞれ、実施する。 すべき時期 をなすものとする。",
        ),
        (
            Tail::Causes,
            "を行わせなければならない。 を実施させることができる。 を受けさせる。 を受講させなければならない。 せしめる。 を命じなければならない。 \
            を義務付ける。 を課する。",
        ),
        (
            Tail::Undergoes,
            "を受けなければならない。 を受講しなければならない。 を受けるものとする。 を受けるべきこと。 を修了した者 を修了しなければ",
        ),
        (Tail::Past, "を行った後 が行われた日 を実施した者 を受けさせたとき された"),
        (Tail::Not, "を行わないとき を受けないで を実施しなかった者 せず、 が行われないとき を受けず、"),
        (Tail::Intends, "を受けようとする者 しようとする者"),
        (
            Tail::Asked,
            "を申し込む。 を申し出なければならない。 を要請することができる。 を委嘱する。 を求めなければならない。",
        ),
        (Tail::Describes, "を行う者 を実施する施設 を受ける者"),
        (Tail::When, "を行う場合 を受ければ を実施すれば を受けるとき"),
    ] {
        for ending in endings.split_whitespace() {
            assert_eq!(tail(ending), form, "{ending}");
        }
    }
}

/// The verbs of an entry of grammar.toml.
fn listed<'a>(entry: &'a toml::Value, row: &str) -> Vec<&'a str> {
    let list = entry.get(row).and_then(toml::Value::as_array);
    list.into_iter().flatten().filter_map(toml::Value::as_str).collect()
}

#[test]
fn every_verb_is_found_in_every_ending() {
    let grammar =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/regulations/grammar.toml")).unwrap();
    let grammar: toml::Value = toml::from_str(&grammar).unwrap();
    let tails = Tails::new();
    for entry in grammar["verbs"].as_array().unwrap() {
        for (row, must) in [("suru", "しなければ"), ("ichidan", "なければ")] {
            for verb in listed(entry, row) {
                let stem = if must.starts_with('し') {
                    verb.trim_end_matches("する").trim_end_matches("ずる")
                } else {
                    verb.trim_end_matches('る')
                };
                for particle in listed(entry, "particles") {
                    let said = format!("{particle}{stem}{must}");
                    let found = tails.verb(&folded(&said)).unwrap();
                    let form = TAIL_NAMES[found.tail as usize];
                    assert_eq!(
                        (form, found.length),
                        (entry["active"].as_str().unwrap(), folded(&said).len()),
                        "{said}"
                    );
                }
            }
        }
    }
    assert!(ENDINGS.iter().any(|(ending, ..)| *ending == Ending::Negative));
}
