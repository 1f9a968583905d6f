//! The wording of what is printed for facts: one pattern for each kind of sentence, clause or label.
//!
//! The patterns stand in `stdlib/wording/sentences.txt`, `name = words`, with a slot in braces for each part of the
//! fact; an office puts lines of its own in the place of some. What goes into a slot, and which pattern fits, is decided
//! by the sentences; nothing here knows the plan. A pattern has to keep all its slots: one that left a slot out would
//! lose part of the fact.

use std::ops::Range;
use std::sync::LazyLock;

/// The patterns of the program.
const OWN: &str = include_str!("../../stdlib/wording/sentences.txt");

/// The pieces of each pattern, those of the program where there is no other; a check that prints nothing reads none.
#[derive(Clone, Debug, Default)]
pub struct Wording(Option<Patterns>);

/// The pieces of each pattern, by its place among all; none for one that is not read yet.
type Patterns = Vec<Option<Vec<Piece>>>;

static DEFAULT: LazyLock<Patterns> = LazyLock::new(|| {
    let mut patterns = vec![None; PATTERNS.len()];
    replace(&mut patterns, OWN);
    patterns
});

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Words(String),
    /// The part of the fact with this number.
    Slot(usize),
}

/// What is wrong with a line of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes it is in.
    pub range: Range<usize>,
    /// What it is.
    pub kind: FaultKind,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// There is no `=`.
    Shapeless,
    /// A name that no pattern has.
    Name(String),
    /// The slots are not those of the pattern, which are these.
    Slots(&'static [&'static str]),
    /// It ends in a stop where the pattern has none, or the other way round.
    Stop,
}

macro_rules! patterns {
    (
        sentences { $($sentence:ident $name:literal [$($part:ident $slot:literal),+];)* }
        words { $($words:ident $bare:literal;)* }
        lines { $($line:ident $lined:literal [$($room:literal),+];)* }
    ) => {
        /// Every pattern and its slots.
        const PATTERNS: &[(&str, &[&str])] =
            &[$(($name, &[$($slot),+]),)* $(($bare, &[]),)* $(($lined, &[$($room),+]),)*];

        /// The places of the patterns in that list.
        #[expect(non_camel_case_types, reason = "each is called as what it fills")]
        enum At {
            $($sentence,)* $($words,)* $($line,)*
        }

        impl Wording {
            $(
                pub(super) fn $sentence(&self, $($part: &str),+) -> String {
                    self.fill(At::$sentence, &[$($part),+])
                }
            )*
            $(
                pub(super) fn $words(&self) -> &str {
                    match self.pieces(At::$words) {
                        [Piece::Words(words)] => words,
                        _ => "",
                    }
                }
            )*
            $(
                pub(super) fn $line(&self) -> &[Piece] {
                    self.pieces(At::$line)
                }
            )*
        }
    };
}

patterns! {
    sentences {
        notice_issues "通知·印发" [title "题目", to "对象"];
        notice_issues_approved "通知·经同意印发" [title "题目", approver "机关", to "对象"];
        notice_approved "通知·经同意" [title "题目", approver "机关"];

        opening_period "开头·期限" [paper "文种", period "期限"];
        opening_period_after "开头·期限在后" [period "期限"];
        opening_length_after "开头·时长在后" [period "期限"];
        opening_start "开头·施行" [paper "文种", start "起始"];
        basis_opening "依据·开头" [bases "依据", paper "文种"];
        basis_enacts "依据·制定" [bases "依据", paper "文种"];
        basis_put_in "依据·补入" [bases "依据"];
        basis_put_in_besides "依据·再补" [bases "依据"];
        basis_of_part "依据·落实" [relation "关系", bases "依据"];
        basis_obeyed "依据·执行" [relation "关系", bases "依据"];
        basis_compared "依据·对照" [relation "关系", bases "依据"];

        goals_until "目标·共同时限" [until "时限"];
        quota_until "指标·时限" [until "时限", clauses "内容"];
        quota_at_least "指标·至少" [value "数值"];
        quota_at_most "指标·至多" [value "数值"];
        quota_reaches "指标·达到" [value "数值"];
        quota_keeps "指标·保持" [value "数值"];
        quota_moves "指标·变动" [from "现值", moved "变动", to "目标"];
        quota_turns "指标·变为" [from "现值", to "目标"];
        quota_upon "指标·基础" [from "现值", moved "变动"];
        quota_respectively "指标·分别" [times "时间", asked "要求"];
        quota_every_time "指标·每次相同" [times "时间", asked "要求"];
        quota_all "指标·各项均" [names "名称", asked "要求"];
        quota_each "指标·各项分别" [names "名称", asked "要求"];
        quota_by "指标·负责" [owner "单位"];
        baseline_is "现状·数值" [name "名称", value "数值"];
        baseline_counts "现状·件数" [name "名称", value "数值"];

        shared_rhythm "频次·共同" [time "时间", all "内容"];

        fund_giver "经费·来源安排" [source "来源", when "时间", money "经费"];
        fund_pot "经费·从中列支" [when "时间", source "来源", money "经费"];
        fund_spent "经费·投入" [when "时间", money "经费"];
        fund_alone "经费·单项" [money "经费"];
        fund_given "经费·安排" [source "来源"];
        fund_drawn "经费·列支" [source "来源"];
        fund_to "经费·拨付" [receiver "单位"];
        fund_for "经费·用途" [purpose "用途"];
        fund_share "经费·占比" [whole "总额", share "比例"];

        order_builds_on "先后·依托" [things "事项"];
        order_rests_on "先后·依据" [papers "事项"];
        order_after "先后·前置" [done "事项"];
        order_both "先后·依托和前置" [things "依托", done "前置"];
        order_lead_builds_on "先后·依托在前" [things "事项"];
        order_lead_rests_on "先后·依据在前" [papers "事项"];
        order_lead_after "先后·前置在前" [done "事项"];
        approval "批准" [approver "机关"];
        forbids "严禁" [what "事项"];

        condition_of "条件·对象" [when "情形", whom "对象", then "结果"];
        condition "条件·情形" [when "情形", then "结果"];
        condition_gives "条件·予以" [then "结果"];
        condition_pursues "条件·追究" [then "结果"];
        condition_in_time "条件·限期" [time "时间", then "结果"];
        condition_within "条件·落实" [time "时间"];
        condition_lasts "条件·为期" [time "时间"];

        set_means "清单·所指" [name "名称", members "各项"];
        set_done "清单·做到" [name "名称", members "各项"];
        set_done_with "清单·各项落实" [members "各项", name "名称"];
        set_around "清单·围绕" [name "名称", members "各项"];
        set_itemized "清单·逐项" [name "名称", members "各项"];
        set_ordered "清单·先后" [name "名称", members "各项"];
        set_holds "清单·包括" [name "名称", members "各项"];
        set_counted "清单·共计" [name "名称", members "各项", number "件数"];

        group_founded "小组·成立" [group "小组"];
        group_leader "小组·组长" [who "人员"];
        group_deputy "小组·副组长" [who "人员"];
        group_members "小组·成员" [who "人员"];
        group_own "小组·下设" [office "办公室"];
        group_office "小组·办公室" [place "处所"];
        group_founded_listed "小组·成立名单" [group "小组"];
        group_listed "小组·名单" [group "小组"];
        group_line "小组·一行" [title "职务", who "人员"];
        group_own_office "小组·其办公室" [group "小组", place "处所"];
        chain "责任链" [name "名称", links "各环"];
        chain_signed "责任链·签订" [links "各环", name "名称"];
        chains "责任链·多条" [all "各环"];
        chain_line "责任链·一线" [links "各环"];
        alliance_named "协同·名称" [members "各方", name "名称"];
        alliance "协同" [members "各方"];
        levels "层级" [name "名称", tiers "各级"];
        role "分工" [who "单位", what "事项"];
        role_asked "分工·要求" [who "单位", what "事项"];
        report "报送" [who "单位", when "时间", to "对象", what "事项"];
        report_handed "报送·提交" [who "单位", when "时间", to "对象", what "事项"];
        report_dated "报送·限期" [who "单位", when "时间", to "对象", what "事项"];
        report_made "报送·进行" [who "单位", when "时间", to "对象", what "事项"];
        report_made_dated "报送·进行限期" [who "单位", when "时间", to "对象", what "事项"];
        report_rest "报送·续" [when "时间", to "对象"];
        report_up "报送·逐级" [who "单位", when "时间", what "事项", to "对象"];

        rest_until "补写·时限" [names "名称", until "时限"];
        rest_base "补写·基数" [names "名称", time "时间"];
        rest_counted "补写·现状" [names "名称", time "时间"];
        rest_owner "补写·负责" [names "名称", owner "单位"];
        rest_work "补写·分工" [owner "单位"];
        rest_whom "补写·对象" [whom "对象"];

        note "附注" [words "内容"];
    }
    words {
        notice_to "通知·对象";
        quota_none "指标·为零";
        quota_never "指标·零发生";
        label_accountable "责任行·责任";
        label_lead "责任行·牵头";
        label_with "责任行·配合";
        label_outputs "责任行·成果";
        label_due "责任行·时限";
        label_time "责任行·时间";
    }
    lines {
        owner_line "责任行" ["内容"];
        owner_entry "责任行·一项" ["名称", "内容"];
    }
}

impl Wording {
    /// The words of the program.
    pub(super) fn own() -> &'static Wording {
        static OWN: Wording = Wording(None);
        &OWN
    }

    /// Puts the lines of a text in the place of those of the same names; gives what is wrong with the others.
    pub fn replace(&mut self, text: &str) -> Vec<Fault> {
        replace(self.0.get_or_insert_with(|| DEFAULT.clone()), text)
    }

    /// The names of all patterns.
    pub fn names() -> impl Iterator<Item = &'static str> {
        PATTERNS.iter().map(|(name, _)| *name)
    }

    fn fill(&self, at: At, parts: &[&str]) -> String {
        let words = self.pieces(at).iter().map(|piece| match piece {
            Piece::Words(words) => words,
            Piece::Slot(number) => parts.get(*number).copied().unwrap_or_default(),
        });
        let mut text = String::with_capacity(words.clone().map(str::len).sum());
        text.extend(words);
        text
    }

    fn pieces(&self, at: At) -> &[Piece] {
        let patterns = self.0.as_ref().unwrap_or_else(|| &DEFAULT);
        patterns.get(at as usize).and_then(Option::as_deref).unwrap_or_default()
    }
}

/// Puts the lines of a text in the place of the patterns of the same names; gives what is wrong with the others.
fn replace(patterns: &mut Patterns, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim().trim_start_matches('\u{feff}');
        if !words.is_empty() && !words.starts_with("//") {
            let at = start + line.find(words).unwrap_or(0);
            if let Err(kind) = replace_line(patterns, words) {
                faults.push(Fault { range: at..at + words.len(), kind });
            }
        }
        start += line.len();
    }
    faults
}

fn replace_line(patterns: &mut Patterns, line: &str) -> Result<(), FaultKind> {
    let (name, words) = line.split_once('=').ok_or(FaultKind::Shapeless)?;
    let (name, words) = (name.trim(), words.trim());
    let mut known = PATTERNS.iter().zip(patterns);
    let known = known.find_map(|((known, slots), old)| (*known == name).then_some((slots, old)));
    let (slots, old) = known.ok_or_else(|| FaultKind::Name(name.to_owned()))?;
    let pieces = read(words, slots).ok_or(FaultKind::Slots(slots))?;
    if old.as_ref().is_some_and(|old| is_sentence(old) != is_sentence(&pieces)) {
        return Err(FaultKind::Stop);
    }
    *old = Some(pieces);
    Ok(())
}

/// The pieces of a pattern; none unless it has each of the slots once and no other.
fn read(words: &str, slots: &[&str]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}')?;
        let number = slots.iter().position(|known| *known == slot.trim())?;
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        pieces.push(Piece::Slot(number));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    let has_once = |number| pieces.iter().filter(|piece| **piece == Piece::Slot(number)).count() == 1;
    (0..slots.len()).all(has_once).then_some(pieces)
}

fn is_sentence(pieces: &[Piece]) -> bool {
    matches!(pieces.last(), Some(Piece::Words(words)) if words.ends_with('。'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_every_pattern_and_no_other() {
        let mut patterns = vec![None; PATTERNS.len()];
        assert_eq!(replace(&mut patterns, OWN), []);
        assert!(patterns.iter().all(Option::is_some));
    }

    #[test]
    fn a_line_is_replaced_only_by_one_that_says_as_much() {
        let mut wording = Wording::default();
        let kinds = |faults: Vec<Fault>| faults.into_iter().map(|fault| fault.kind).collect::<Vec<_>>();
        assert_eq!(wording.replace("责任行·牵头 = 牵头部门\n// 注\n\n批准 = 报{机关}批准后实施。"), []);
        assert_eq!((wording.label_lead(), wording.approval("县政府").as_str()), ("牵头部门", "报县政府批准后实施。"));
        assert_eq!(kinds(wording.replace("批准 = 经批准后实施。")), [FaultKind::Slots(&["机关"])]);
        assert_eq!(kinds(wording.replace("批准 = 经{机关}、{机关}同意。")), [FaultKind::Slots(&["机关"])]);
        assert_eq!(kinds(wording.replace("批准 = 经{机关}同意")), [FaultKind::Stop]);
        assert_eq!(kinds(wording.replace("批 = 经{机关}同意。")), [FaultKind::Name("批".into())]);
        assert_eq!(kinds(wording.replace("批准")), [FaultKind::Shapeless]);
        assert_eq!(wording.approval("县政府"), "报县政府批准后实施。");
    }
}
