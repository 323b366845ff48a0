//! 対面講習規制 (`training`).
//!
//! # 定義
//! 資格等の講習を対面で行うこと、受けることを求める規制。
//!
//! # 語
//! 講習, 研修, 教習, 教育, 訓練, 実習 with 受ける, 受けさせる, 行う, 実施する, 修了した.
//!
//! # 除外
//! Benefits and bodies named after training (訓練等給付費, 教育委員会, 登録講習機関), fees, school lessons, services (機能訓練), policy to promote.
//!
//! # 迷う例
//! Content, manner or place of a statutory course counts (point 23); its fees, registration and books do not. 努める of one specific
//! training counts, a policy does not (point 22).
//!
//! # 出典
//! Definition: wording of this tool (本ツールの説明). Points 10, 20, 22, 23 of the codebook (data/gold/CODEBOOK.md).

use super::super::passage::{Passage, Sentence, Tail, Token};
use super::super::sense::Sense;
use super::super::senses::Senses;
use super::super::tally::{CLEAR, FAINT, LIKELY, TRACE, Tally};
use super::super::words::WordList;

/// Words of this category.
pub const WORDS: &[WordList] = &[
    (Sense::Course, "講習 講習会 技能講習 更新講習 実務講習 講習の課程 教習"),
    (Sense::Seminar, "研修 研修会 実務研修 更新研修 実務修習 認定研修 専門研修 初任者研修"),
    (Sense::Attend, "受講"),
    (Sense::Education, "教育"),
    (
        Sense::StaffEducation,
        "特別の教育 特別教育 安全衛生教育 安全教育 衛生教育 教育訓練 保安教育 従業者教育 再教育 教育及び訓練 \
         教育、訓練 教育・訓練 必要な教育 防災教育 防火教育 教育、研修 教育又は訓練 教育研修 職員の教育 \
         社員教育 従業員教育",
    ),
    (Sense::Drill, "訓練 演習 教養訓練"),
    (
        Sense::EmergencyDrill,
        "避難訓練 消火訓練 防災訓練 防火訓練 通報訓練 救出訓練 救助訓練 避難及び消火 消防訓練 必要な訓練 \
         実地訓練 通信訓練 避難の訓練 総合訓練 訓練及び研修 研修及び訓練 操練 非常訓練 実技訓練 机上訓練 \
         安全訓練 緊急訓練 救急訓練",
    ),
    (Sense::Practice, "実習 実地研修 実地教育 実地修練 臨床研修 実地講習 実務教育"),
    (
        Sense::Completed,
        "を修了した を修了し 修了者 の課程を修了 を修めた を終了した者 を終えた者 修了証明書の交付を受け \
         を修了する を修了す 修了した者",
    ),
    (Sense::Equal, "修了した者と同等"),
    (Sense::Vocational, "職業訓練 職業能力開発 雇用保険 求職者 自立支援教育訓練 更生訓練 職業安定"),
    (
        Sense::Ordered,
        "を受けるよう命 を受けるべきことを命 を受けることを命 を受けさせ を受けるよう努め を受けなければ を受けるものと",
    ),
    (
        Sense::TrainingBody,
        "講習機関 研修機関 講習実施機関 教習機関 研修実施機関 登録講習機関 講習登録機関 教習所 研修所 \
         訓練施設 指定研修機関 教習実施機関 修習機関 講習事務 研修事務 講習業務 研修業務",
    ),
    (
        Sense::NotTraining,
        "訓練等給付 教育委員会 教育長 教育訓練給付 職業訓練 機能訓練 自立訓練 学校教育 更生訓練費 研修費 \
         受講料 受講手当 訓練手当 訓練給付金 受講給付金 教育訓練経費 教育訓練講座 教育訓練施設 教育訓練休暇 \
         教育公務員 教育職員 教育機関 教育行政 教育部 教育課 教育費 教育次長 教育基本法 教育課程 教育上 \
         教育・保育 教育研究 教育施設 教育財産 社会教育 義務教育 生涯学習 特別支援教育 高等教育 家庭教育 \
         教育事務 教育関係 教育効果 教育庁 教育者 教育に関する事務 教育局 教育相談 教育扶助 教育資金 \
         教育総務 教育区 教育文化 教育目標 教育職 教育支援 教育センター 教育内容 幼児教育 就学前教育 \
         矯正教育 教育的 教育活動 教育計画 教育を受ける権利 情操教育 法教育 道徳教育 環境教育 日本語教育 \
         食育 教育振興 人権教育 性教育 平和教育 視能訓練士 訓練士 訓練課程 訓練校 訓練生 訓練科 訓練指導員 \
         訓練期間 訓練用 指導員訓練 訓練を受けた日 訓練協会 言語訓練 生活訓練 歩行訓練 家事訓練 研修員 \
         研修生 研修医 研修報告 研修結果報告 研修修了証 研修課題 研修不参加 研修課 研修旅行 海外派遣研修 \
         海外研修 研修室 研修センター 研修館 研修施設 研修計画書 研修休 研修手当 講習料 講習手数料 \
         講習科目の免除 講習実施計画書 受講申込書 受講申請 受講者名簿 実習生 実習室 実習費 実習場 技能実習 \
         技能実習生 実習科 研修参加費 研修等参加 学校給食 教育福祉 自己教育 在外教育 保育・教育 私立学校 \
         法科大学院 更新研修を修了しているものとみな",
    ),
];

const SCHOOL: Senses = Senses::of(&[Sense::School]);
const TRAININGS: Senses = Senses::of(&[
    Sense::Course,
    Sense::Seminar,
    Sense::StaffEducation,
    Sense::Drill,
    Sense::EmergencyDrill,
    Sense::Practice,
    Sense::Education,
]);

/// Judges the sentences of a clause.
pub fn judge(passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        for token in sentence.of_any(TRAININGS) {
            training(passage, sentence, token, tally);
        }
        for token in sentence.of(Sense::Attend) {
            let strength = match token.tail {
                tail if tail.only_mentions() || tail == Tail::When => TRACE,
                _ if sentence.has(Sense::Benefit) => FAINT,
                _ if sentence.has(Sense::Fee) || sentence.has(Sense::Reports) || sentence.has(Sense::Applying) => FAINT,
                Tail::Does | Tail::Causes if sentence.has(Sense::Duty) || sentence.has(Sense::Effort) => CLEAR,
                Tail::Asked | Tail::Causes if sentence.has(Sense::Power) => LIKELY,
                _ => FAINT,
            };
            tally.hit(sentence, strength, "講習・研修の受講を定めている", &[token]);
        }
    }
}

fn training(passage: &Passage, sentence: &Sentence, token: &Token, tally: &mut Tally) {
    if matches!(token.tail, Tail::Body | Tail::Fee) {
        tally.discount(sentence, token, "講習・研修の機関や費用の名です");
        return;
    }
    let completed = sentence
        .after(token, Senses::of(&[Sense::Completed]), 60)
        .filter(|done| !sentence.between_any(token, done, TRAININGS));
    let lessons = token.sense == Sense::Education
        && (sentence.has_or_head(Sense::School) || passage.title_has(SCHOOL))
        && !passage.title_has(TRAININGS);
    let scheme = sentence.has(Sense::State) || passage.title_has(Senses::of(&[Sense::Vocational, Sense::Benefit]));
    let strength = match strength(sentence, token, completed.is_some()) {
        strength if lessons || scheme => strength.min(TRACE),
        strength if sentence.has(Sense::Policy) => strength.min(FAINT),
        strength => strength,
    };
    match completed {
        Some(done) => tally.hit(sentence, strength, "講習・研修の修了を条件としている", &[token, done]),
        None => tally.hit(sentence, strength, "講習・研修・訓練を行う又は受けることを定めている", &[token]),
    }
}

/// Points 10, 20, 22 and 23.
fn strength(sentence: &Sentence, token: &Token, completed: bool) -> u8 {
    let duty = sentence.has(Sense::Duty);
    let effort = sentence.has_or_head(Sense::Effort);
    let general = token.sense == Sense::Education;
    let ordered = sentence.after(token, Senses::of(&[Sense::Ordered]), 60).is_some();
    match token.tail {
        Tail::Not | Tail::Describes | Tail::Result | Tail::Paper => TRACE,
        Tail::Kinds => FAINT,
        Tail::Manner | Tail::Listed if sentence.has(Sense::Sorts) => FAINT,
        _ if administrative(sentence, token.tail, completed) => TRACE,
        Tail::Undergoes | Tail::Causes | Tail::Does if general => LIKELY,
        Tail::Manner if general && sentence.has(Sense::Performs) => LIKELY,
        Tail::Undergoes | Tail::Causes | Tail::Does => CLEAR,
        // 「教育」 alone says little.
        _ if general => {
            if duty && sentence.has(Sense::Staff) {
                FAINT
            } else {
                TRACE
            }
        }
        _ if completed && sentence.has(Sense::Equal) => FAINT,
        _ if completed || ordered => CLEAR,
        Tail::Manner | Tail::Intends if !sentence.has(Sense::Reports) => LIKELY,
        Tail::Listed if sentence.has(Sense::Performs) => LIKELY,
        Tail::Other | Tail::About | Tail::Plan if duty && !effort && sentence.has(Sense::Plan) => LIKELY,
        _ if sentence.head_has(Sense::Plan) && sentence.head_has(Sense::Duty) && !effort => LIKELY,
        _ if duty || sentence.head_has(Sense::Duty) => FAINT,
        _ => TRACE,
    }
}

/// Fees, registration, notice and books of training bodies, certificates of completion.
fn administrative(sentence: &Sentence, tail: Tail, completed: bool) -> bool {
    let duty = sentence.has(Sense::Duty);
    let body = sentence.has(Sense::TrainingBody);
    sentence.has(Sense::Certify)
        || sentence.has(Sense::Fee) && !(duty && matches!(tail, Tail::Does | Tail::Causes))
        || !duty && sentence.has(Sense::Revokes)
        || !duty && !completed && sentence.has_or_head(Sense::Register)
        || sentence.head_has(Sense::TrainingBody) && !sentence.head_has(Sense::Duty)
        || body && sentence.meets(Senses::of(&[Sense::Notice, Sense::Register, Sense::Reports]))
}
