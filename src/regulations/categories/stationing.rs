//! 常駐・専任規制 (`stationing`).
//!
//! # 定義
//! (物理的に)常に事業所や現場に留まること、兼任せず専らその任にあたること(1人1現場の紐付け等)を求める規制。
//!
//! # 語
//! 常駐, 駐在, 宿直, 専任, 専従, 専属, 専ら…従事, 常勤の…を置く, 常時…人以上, 兼ねることができない.
//!
//! # 除外
//! 非常勤, 常時勤務を要する職 (definition, pay), 役員・監事・議員 as organs, 専任媒介, things (常時清潔), 常時使用する従業員 as a size of firm.
//!
//! # 迷う例
//! 「常勤の監事」 is organisation, 「常勤の管理者」 is staffing (point 11). 「常時五十人以上の労働者を使用する」 counts heads of a firm.
//!
//! # 出典
//! Definition: national text. Point 11 of the codebook (data/gold/CODEBOOK.md).

use super::super::passage::{Passage, Sentence, Tail};
use super::super::sense::Sense;
use super::super::senses::Senses;
use super::super::tally::{CLEAR, FAINT, LIKELY, TRACE, Tally};
use super::super::words::WordList;

/// Words of this category.
pub const WORDS: &[WordList] = &[
    (
        Sense::Stationed,
        "常駐 駐在させ 駐在し 駐在しなければ 駐在する者を置 駐在する職員 駐在勤務 駐在を命 常置 住(み)込 \
         泊(ま)り込 常に在 在席 常時勤務させ 常時従事させ 詰めさせ 張り付け 現場を離れてはならない \
         持場を離れ その場を離れて 位置を離れ 離れてはならない 常時滞在",
    ),
    (
        Sense::NightDuty,
        "宿直 宿直勤務 日直勤務 当直勤務 宿日直勤務 日宿直 日宿直勤務 当直 日直 夜勤を行う 夜間及び深夜 夜勤職員 不寝番 宿日直 夜勤従業者 夜間の勤務",
    ),
    (Sense::Exclusive, "専任 専従 専属の 専務とし 専門に従事 専担"),
    (Sense::Solely, "専ら もっぱら もつぱら 専らその 主として従事 の職務のみ"),
    (Sense::FullTime, "常勤 常時勤務"),
    (
        Sense::Always,
        "常時 常に 絶えず 開所時間を通じて 営業時間を通じて 提供時間帯を通じて 時間帯を通じて 0時間体制 \
         0時間を通じて",
    ),
    (
        Sense::AlwaysStaffed,
        "常時0人 常時0名 常に0人 常に0名 0人以上常時 常時配置 常時、0人 常時、0名 常時待機 \
         常時勤務する者を置",
    ),
    (Sense::Headcount, "0人以上 0名以上 以上の員数 0人を下 0名を下 0以上とする"),
    (
        Sense::Placement,
        "を置か を置く を置き を配置 配置し 配置する を配属 に置く に従事させ 置くべき 勤務させ \
         選任しなければ を選任 を確保しなければ に当たらせ を設置し を設け を有する 人以上置かれ",
    ),
    (Sense::Assigns, "0人とし 0名とし 0人とする 0名とする のうちから をもつてあて をもってあて 輪番 を命ず が命ず"),
    (Sense::Engage, "従事 職務 その業務に に当たる 業務に当たる 勤務"),
    (
        Sense::Concurrent,
        "兼ねることができない 兼ねてはならない を兼ねる を兼ね 兼ねては 兼務し 兼務す 兼務を 兼務させ 兼任し \
         兼任す 兼任を 兼任させ 兼職を 兼職し と兼ね 兼ぬる 重ねて置 他の職務に従事 他の職を兼 兼ねて行 兼業 \
         0の現場に限",
    ),
    (
        Sense::Organ,
        "役員 監事 議員 理事 取締役 監査役 委員 会長 評議員 代表者 会員 知事 市長 副市長 教育長 大臣 裁判官 \
         執行役 理事長 清算人 総裁 審議官 部長 課長 監督役",
    ),
    (
        Sense::Staff,
        "管理者 従業者 従事者 技術者 職員 看護師 医師 薬剤師 保健師 介護支援専門員 支援員 責任者 主任 指導員 保育士 \
         相談員 取引士 建築士 監督員 現場代理人 作業員 警備員 監視員 統括 専門員 養護 教員 部門 技師 救助員 \
         要員 社員 員数 誘導",
    ),
    (
        Sense::MustBe,
        "でなければならない でなければならぬ をもって充て をもつて充て 者とする。 であるもの ものに限る \
         であること。 とする。ただし 者とし、",
    ),
    (Sense::Employs, "居住する 収容する を使用する を雇用する 使用する事業 使用する者 を使用して 使用従属"),
    (Sense::Care, "居宅 介護 要介護 随時通報 訪問看護"),
    (
        Sense::NotStationing,
        "非常勤 常勤換算 常勤監査 常勤の監事 常勤の監査 常勤の委員 常勤の役員 常勤の理事 常勤役員 \
         常勤の取締役 常勤の会長 常勤の大臣 常勤の特別職 常勤職員の給与 常勤の職員の給与 常勤とする \
         常勤とすることができる 常勤理事 常勤委員 常勤の審査員 常勤の顧問 常勤の参与 \
         常時勤務することを要しない 常時勤務を要しない 常時勤務に服することを要しない 常時勤務を要する職 \
         常時勤務に服することを要する 常時勤務の職 常時勤務の者 常時勤務を要する 常勤を要する職 \
         常時勤務に服しない 常勤を要しない 専属の裁判 非常駐車 常駐車 専属の規定 専任媒介 専属専任 \
         専属的合意 専属管轄 専属告発 専属の管轄 専属団員 専従許可 事業専従者 専従者給与 専従者控除 \
         在籍専従 職員団体の業務に専ら 常置場所 駐在所 駐在員 駐在官 駐在公館 駐在武官 常時使用する従業員 \
         常時使用する労働者 常時雇用する 常時雇用され 常時使用 常時介護 常時監視 常時清潔 常時見守 \
         常時0人以上の労働者を使用 常時0人以上の従業員を使用 常時0人以上の労働者 常時0人以下の \
         常時0人(を超え|未満) 常時0人 常時0人以上を使用 専ら国等 専ら動物 専ら自己 専ら当該目的 \
         専ら公益 専ら住居 専ら居住 専ら貨物 専ら歩行者 専ら自転車 効用を兼ね を兼ねることを妨げない \
         兼ねて整備 兼ねる建築 兼ねる構造 兼ねる施設 専念する義務 職務に専念 職務専念 職務執行 営利企業 \
         兼業の許可 兼業許可 当直手当 宿直手当 日直手当 宿日直手当 専従休暇",
    ),
];

const STAYING: Senses = Senses::of(&[Sense::Stationed, Sense::NightDuty]);

/// Judges the sentences of a clause.
pub fn judge(passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        staying(sentence, tally);
        exclusive(passage, sentence, tally);
        staffed(sentence, tally);
        concurrent(sentence, tally);
    }
}

/// 常駐, 宿直; who is on duty at night and when, not what else such a person does or who is spared.
fn staying(sentence: &Sentence, tally: &mut Tally) {
    let staffing = sentence.meets(Senses::of(&[Sense::Placement, Sense::MustBe, Sense::Headcount, Sense::Assigns]));
    for token in sentence.of_any(STAYING) {
        let strength = match token.tail {
            _ if token.sense == Sense::Stationed => CLEAR,
            _ if staffing => LIKELY,
            Tail::Does | Tail::Causes | Tail::Undergoes | Tail::Manner => LIKELY,
            _ => FAINT,
        };
        tally.hit(sentence, strength, "人が現場に留まることを定めている", &[token]);
    }
}

/// 専任, 専ら従事, 常勤 as a staffing standard (point 11).
fn exclusive(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    let staffing =
        sentence.has(Sense::Staff) && sentence.meets(Senses::of(&[Sense::Placement, Sense::Headcount, Sense::MustBe]));
    for token in sentence.of(Sense::Exclusive) {
        let strength = match token.tail {
            Tail::Describes if !sentence.has(Sense::Placement) => FAINT,
            _ if staffing || passage.listed_duty(sentence) => CLEAR,
            _ => LIKELY,
        };
        tally.hit(sentence, strength, "専任・専従の者を求めている", &[token]);
    }
    for token in sentence.of(Sense::Solely) {
        let Some(engage) = sentence.after(token, Senses::of(&[Sense::Engage]), 40) else {
            tally.hit(sentence, TRACE, "専らという語がある", &[token]);
            continue;
        };
        let strength = if sentence.has(Sense::Staff) { CLEAR } else { LIKELY };
        tally.hit(sentence, strength, "専らその職務に従事する者を求めている", &[token, engage]);
    }
    for token in sentence.of(Sense::FullTime) {
        let strength = match () {
            () if sentence.near(token, Sense::Organ, 12) => TRACE,
            () if staffing && passage.has_duty(sentence) => CLEAR,
            () if staffing => LIKELY,
            () => TRACE,
        };
        tally.hit(sentence, strength, "常勤の者を置くことを求めている", &[token]);
    }
}

/// 常時…人以上を配置.
fn staffed(sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of(Sense::AlwaysStaffed) {
        if sentence.has(Sense::Employs) {
            tally.discount(sentence, token, "使用する者の数をいう語です");
        } else if sentence.has(Sense::Staff) || sentence.has(Sense::Placement) {
            tally.hit(sentence, CLEAR, "常時人を置くことを定めている", &[token]);
        } else {
            tally.hit(sentence, FAINT, "常時の人数に触れている", &[token]);
        }
    }
    for token in sentence.of(Sense::Always) {
        let people = Senses::of(&[Sense::Placement, Sense::Headcount]);
        if let Some(other) =
            sentence.after(token, people, 30).filter(|_| sentence.meets(Senses::of(&[Sense::Staff, Sense::Engage])))
        {
            tally.hit(sentence, LIKELY, "常に人を置くことを定めている", &[token, other]);
        }
    }
}

/// 兼ねることができない; organs of bodies are not meant (point 11).
fn concurrent(sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of(Sense::Concurrent) {
        if !sentence.has(Sense::Forbid) && !sentence.has(Sense::Staff) {
            continue;
        }
        let strength = match () {
            () if sentence.has(Sense::Organ) => FAINT.saturating_sub(20),
            () if sentence.has(Sense::Forbid) => CLEAR,
            () => TRACE,
        };
        tally.hit(sentence, strength, "他の職を兼ねることを制限している", &[token]);
    }
}
