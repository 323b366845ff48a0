//! What follows the name of an act (行為の語尾): 「検査させ」, 「検査を受け」, 「検査の結果」, 「検査機関」.
//!
//! Takes the text behind a word, gives [`Tail`]. The tail tells whether the clause lays the act down or only mentions
//! it. Brackets between the word and its tail are skipped; in a list (「検査、点検又は調査を行う」) the last word decides.

use super::fold::{Folded, fold};

/// How an act continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tail {
    /// 検査する, 検査を行う
    Does,
    /// 検査させる, 検査を行わせる
    Causes,
    /// 検査を受ける
    Undergoes,
    /// 検査を申請する, 閲覧を請求する
    Asked,
    /// 閲覧に供する
    Offered,
    /// 検査により
    By,
    /// 検査は, 検査の方法
    Manner,
    /// 検査の種類, 研修の区分
    Kinds,
    /// 検査の結果
    Result,
    /// 検査した, 検査に合格した
    Past,
    /// 検査機関, 検査員
    Body,
    /// 検査証, 検査書
    Paper,
    /// 検査手数料
    Fee,
    /// 検査を要しない, 掲示を行わない
    Not,
    /// 講習を行う者, 検査に必要な用具: the act only describes something else
    Describes,
    /// 検査を行う場合, 検査をするため
    When,
    /// 検査を受けようとする
    Intends,
    /// 検査計画
    Plan,
    /// 検査に関する, 検査に係る
    About,
    /// 検査、… 検査又は…: decided by the next word of the list.
    Listed,
    /// 査察対象物: part of a longer name.
    Compound,
    /// Anything else.
    #[default]
    Other,
}

impl Tail {
    /// The act is only mentioned: its results, papers, fees and bodies, its absence, or something that it describes.
    #[must_use]
    pub const fn only_mentions(self) -> bool {
        matches!(
            self,
            Self::Result
                | Self::Past
                | Self::Paper
                | Self::Fee
                | Self::Body
                | Self::Not
                | Self::Describes
                | Self::Compound
        )
    }
}

/// Spellings of each tail. The longest that fits wins.
const TAILS: &[(Tail, &str)] = &[
    (
        Tail::Does,
        "する し し、 し又 し若 し及 し並 しな しよ しう し得 しつつ しておか しておく しておき している \
         しているこ して、 して行 して公 してしな してする できる をする をし、 をしな をしよ をしつ をなす \
         をなし を行う を行い を行な を行なう を行わな を行お を行つて行 を実施 を実施する を執行 を執行する \
         を開始 を開催 を開催する に努め を励行 に当た に従事 を怠 をすべ すべ すること し、又 等を行 \
         等を行う 等をする 等を実施する 等をし 等を実施 等しな 等する その他の措置を を定期 を毎 を計画 \
         を設け の機会を を徹底 を施 に参加させ に参加し の措置 をおこな し公 しても しまた を必要とする \
         した上 し」 して周知 を担当 を命ず を指示 を企画 とする。 を要す を要し を義務 を適切に を確実に を継続的に を十分に を的確に を定期的に \
         を適宜 を随時 を必要に応じ を十分 を臨時に を適時 を年 を少なくとも を0 を月 を週 を日 \
         に付さなければ に付する を拒否 を停止 を中止 を禁 を制限 を許 を拒む を拒んではならない \
         を拒むことが を拒否してはならない を拒否することが した後でなければ した上でなければ を受けた後でなければ \
         を行った後でなければ を行つた後でなければ に合格しなければ に合格した後でなければ に合格したもの でなければ を経た後でなければ を経なければ をしておか \
         が行われなければ が行なわれなければ",
    ),
    (
        Tail::Causes,
        "させ させる を受けさせる を行わせる を行なわせる をさせる を行わせ を行なわせ をさせ せしめ せしむ \
         を実施させ を命じ に従事させ をおこなわせ 等をさせ 等させ に供させ さす",
    ),
    (
        Tail::Undergoes,
        "を受け を受ける を受講する を受けた者で を受けた者を を受けた者又は を受けた者のうち を受けた者であ を受講した者を を受講した者又は を全て受講した者 をすべて受講した者 \
         を受講した者で を修了した 等を受け に応じ を受く に服 を受講 に立ち会 に立会 に協力 を受けさせ",
    ),
    (
        Tail::Asked,
        "を求め を依頼 を請求 を申請 の申請 の請求 の申出 を申し出 の申込 を希望 の求め の要求 を要求 を委託 \
         を委任 を嘱託 の予約 又は謄写の請求 若しくは謄写の請求 及び謄写の請求 し、又は謄写 し、若しくは謄写 \
         を委嘱 したい旨 を申込",
    ),
    (Tail::Intends, "を受けようとする を受講しようとする を受けようとした をしようとする しようとする をしようと"),
    (Tail::Offered, "に供 に備え させるため の用に供 できるよう することができる状態 に付し の便"),
    (
        Tail::By,
        "により によっ によつ による 等により 等によ をもって をもつて をして の上、 のうえ をした上 した上 \
         場所 をも考慮 その他の方法 その他適 その他の適 その他の適切な方法 その他適当な方法 その他適切な方法 \
         その他所定の その他の公衆 等の方法 その他所定 その他公衆",
    ),
    (
        Tail::Manner,
        "は は、 の方法 の基準 の項目 の時期 の日 の期日 の立会 の対象 の場所 の期間 期間 の手続 については \
         にあっては にあつては に当たっては に当たつては においては に際して のため必要 \
         のために必要 の回数 の時間 時間 日時 の内容 の科目 の承認 の許可 の範囲 の実施 場所 の実施に当 \
         の要領 において の停止 の禁止 の拒否 の中止 の制限 の開始 には、 には 等は、 の実施計画 科目 事項 \
         の開始の日 等に当 のため、 の義務 の必要 に先立 の執行 の計画 を適用 の課程 の周知 の実施方法 \
         の告示 時刻 期日 回数 経路 順路 日程 方法は 方法について の時刻 の経路",
    ),
    (Tail::Kinds, "の種類 の区分 の体系 の目的 の種別 の名称"),
    (
        Tail::Result,
        "の結果 結果 の成績 成績 の記録 記録 の成果 の効力 に要する費用 に要した の状況 状況 の後 後 の終了 が終わ が済 が完 までの間 終了 完了 \
         が終了 を終え を終了 を完了 が完了 の完了 の報告 済 の所見 の有効期間 の際 の日から の日まで の日後 の支障 時間後 時間外 時間終了",
    ),
    (
        Tail::Past,
        "した の終わった の終つた の済んだ の完了した を行った を行つた を行なつた を行なった を実施した を施行した を執行した をした を受けた に合格 の合格 を経た \
         された に供した に供された されて で知り得 により知り得 で得た により得た の可否 を受けて \
         を行って を行つて を行なって を行なつて 済み 等を行った を終えた が行われ が行なわれ \
         に供することを開始 に供しようとするとき を受けてい を受講した の受講者 受講者 を受けている た者 \
         た場合 たとき た職員 させたとき をさせたとき させた場合 をさせた場合 を行わせた させた後 させた者",
    ),
    (
        Tail::Body,
        "機関 員 官 所 院 室 課 班 業務 事務 事業者 委員 会社 士 センター 団体 協会 部 局 施設 会 者 資格 \
         本部 組織 体制 事業 館",
    ),
    (
        Tail::Paper,
        "書 証 報告書 通知書 調書 成績書 請求書 届 記録簿 依頼書 証明書 結果書 票 済証 表 簿 札 名簿 台帳 \
         様式 通知 カード 申込書 申請書 修了証 章",
    ),
    (
        Tail::Fee,
        "手数料 料 費 手当 の費用 に要する経費 の料金 に関する料金 のための費用 に係る手数料 の委託料 旅費 \
         給付 補助",
    ),
    (
        Tail::Not,
        "をすることができない することができない を受くることを免除 を受けることを免除 を受けることができないと を行わない を行なわない をしない しない を要しない を受けることを要しない を受けないで を省略 \
         の省略 をしてはならない してはならない を行うことを要しない を除く を取りやめ を取り止め をやめ \
         を拒み を拒んだ を受けるときは、当該 を免除 の免除",
    ),
    (
        Tail::Describes,
        "を行おうとする を実施しようとする を受けようとする者その他 を受講しようとする者その他 をする者 \
         する者 する職員 をする職員 に必要な に必要な施設 に必要な用具 に必要な設備 に必要な機械 に必要な器具 \
         に必要な組織 に必要な費用 に必要な経費 に必要な限度 の実施に必要な限度 を行うのに必要 \
         を行うために必要 に資する の必要があると認める に従事する者 に供する施設 のために指名 を担当する者 \
         を修習中 に関する業務 に関する事務 に係る業務 に係る事務 に関する情報 に関する資料 に係る手続 \
         を目的とする の用に供する 用 する施設 する機能 する設備 する装置 する機械 に使用する に用いる",
    ),
    (Tail::Plan, "計画 規程 要領 マニュアル 実施計画 基準"),
    (
        Tail::About,
        "の実施に関する事項 の実施に関し必要 に関する に関し に係る について につき のための のために 等に関する その他 等",
    ),
    (Tail::Listed, "、 又は 若しくは 及び 並びに や と その他の 等の 又 し、若しくは し、又は"),
];

/// The tails, ready for look-up.
#[derive(Debug, Clone)]
pub struct Tails {
    /// Sorted by spelling; the longest of the same beginning last.
    entries: Vec<(Vec<Folded>, Tail)>,
}

/// No tail is longer than this many folded characters.
const LONGEST: usize = 20;

impl Tails {
    /// Folds and sorts the table.
    #[must_use]
    pub fn new() -> Self {
        let mut entries: Vec<(Vec<Folded>, Tail)> = TAILS
            .iter()
            .flat_map(|(tail, spellings)| {
                spellings.split_whitespace().map(move |spelling| (super::automaton::folded(spelling), *tail))
            })
            .collect();
        entries.sort_by(|a, b| order(&a.0, &b.0));
        entries.dedup_by(|a, b| a.0 == b.0);
        Self { entries }
    }

    /// The tail at the beginning of this text.
    #[must_use]
    pub fn of(&self, text: &str) -> Tail {
        let mut letters = [Folded::Nothing; LONGEST];
        let length = read(text, &mut letters);
        let letters = letters.get(..length).unwrap_or(&[]);
        let first = letters.first().copied().unwrap_or(Folded::Nothing);
        let begin = self.entries.partition_point(|(spelling, _)| rank(spelling.first().copied()) < rank(Some(first)));
        self.entries
            .get(begin..)
            .unwrap_or(&[])
            .iter()
            .take_while(|(spelling, _)| spelling.first() == Some(&first))
            .filter(|(spelling, _)| letters.starts_with(spelling))
            .max_by_key(|(spelling, _)| spelling.len())
            .map_or(unknown(first), |(spelling, tail)| {
                continued(*tail, spelling, letters.get(spelling.len()..).unwrap_or(&[]))
            })
    }
}

fn unknown(first: Folded) -> Tail {
    match first {
        Folded::Letter('\u{4E00}'..='\u{9FFF}') => Tail::Compound,
        _ => Tail::Other,
    }
}

/// What a verb in its dictionary form is followed by where the sentence goes on as a rule (「検査を行うものとする」), folded.
const RULE_FOLLOWS: &str = "こと ものと もののほか よう 。 、 へき へし へからす へく 必要かあるときは、 期間 時間 場所 方法 箇所 義務 とともに 等に 等の方法 ほか ときかあ は、 又は 若しくは 及ひ 者を置 に足りる ものてなけれは か、 」 日 回数 時期";
/// What it is followed by where it is a circumstance (「検査を行う場合」), folded.
const CIRCUMSTANCE_FOLLOWS: &str = "場合 とき ため 際 に当 にあた につい に必要 前に 後 に先立 のに";

/// A verb in its dictionary form lays the act down only where the sentence goes on as a rule; before 場合・とき・ため it is a
/// circumstance, before any other noun it describes (「検査を行う者」).
fn continued(tail: Tail, spelling: &[Folded], rest: &[Folded]) -> Tail {
    let dictionary_form = matches!(spelling.last(), Some(Folded::Letter('る' | 'う')))
        && matches!(tail, Tail::Does | Tail::Causes | Tail::Undergoes | Tail::Asked);
    let follows = |words: &str| words.split_whitespace().any(|word| begins(rest, word));
    if !dictionary_form || rest.is_empty() || follows(RULE_FOLLOWS) {
        tail
    } else if follows(CIRCUMSTANCE_FOLLOWS) {
        Tail::When
    } else {
        Tail::Describes
    }
}

/// Whether the letters begin with a word.
fn begins(letters: &[Folded], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|character| letters.next() == Some(&fold(character)))
}

impl Default for Tails {
    fn default() -> Self {
        Self::new()
    }
}

fn rank(letter: Option<Folded>) -> (u8, char) {
    match letter {
        None | Some(Folded::Nothing) => (0, '\0'),
        Some(Folded::Digit) => (1, '\0'),
        Some(Folded::Letter(character)) => (2, character),
    }
}

fn order(one: &[Folded], other: &[Folded]) -> std::cmp::Ordering {
    one.iter().map(|letter| rank(Some(*letter))).cmp(other.iter().map(|letter| rank(Some(*letter))))
}

/// Reads folded characters outside brackets.
fn read(text: &str, letters: &mut [Folded; LONGEST]) -> usize {
    let mut depth = 0_usize;
    let mut length = 0;
    for character in text.chars().take(400) {
        match fold(character) {
            Folded::Nothing => {}
            Folded::Letter('(') => depth += 1,
            Folded::Letter(')') => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            letter => {
                if let Some(slot) = letters.get_mut(length) {
                    *slot = letter;
                    length += 1;
                } else {
                    break;
                }
            }
        }
    }
    length
}
