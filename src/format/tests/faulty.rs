//! What must hold of a plan with errors: what can be read is set, the rest stays, nothing is lost.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::super::{Faults, format_known};
use super::{plans, same_meaning, source};
use crate::diagnostic::Severity;
use crate::syntax::line::lines;
use crate::syntax::parse;

/// The lines with errors, as they are written.
fn faulty_lines(text: &str) -> Vec<String> {
    let findings = parse(&source(text)).findings;
    let faults = Faults::of(&findings);
    let text = text.trim_start_matches('\u{feff}');
    let lines = lines(text).filter(|line| faults.touch(&line.whole));
    lines.flat_map(|line| text[line.whole].lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()).collect()
}

fn errors(text: &str) -> Vec<&'static str> {
    let findings = parse(&source(text)).findings;
    let mut codes: Vec<_> =
        findings.iter().filter(|found| found.severity == Severity::Error).map(|found| found.code).collect();
    codes.sort_unstable();
    codes
}

/// The signs of a text, without those that the layout sets.
fn signs(text: &str) -> Vec<char> {
    let mut signs: Vec<char> = text.chars().filter(|sign| sign.is_alphanumeric()).collect();
    signs.sort_unstable();
    signs
}

fn check(text: &str) {
    let once = format_known(&source(text), None).text;
    same_meaning(&once, text, || format!("the meaning changes:\n{text}\n→\n{once}"));
    assert_eq!(errors(&once), errors(text), "other errors:\n{text}\n→\n{once}");
    assert_eq!(format_known(&source(&once), None).text, once, "twice is not once:\n{text}");
    for line in faulty_lines(text) {
        let stays = once.lines().any(|written| written.trim() == line);
        assert!(stays, "{line} is not left as it is:\n{text}\n→\n{once}");
    }
}

/// What a slip of the hand does to a line.
fn damaged(line: &str, kind: usize, at: usize) -> String {
    let signs: Vec<char> = line.chars().collect();
    let at = at % (signs.len() + 1);
    let (before, after): (String, String) = (signs[..at].iter().collect(), signs[at..].iter().collect());
    match kind {
        0 => format!("{before}（{after}"),
        1 => format!("{before}”{after}"),
        2 => line.replacen(['：', ':'], "", 1),
        3 => line.replacen(['，', '、'], "", 1),
        4 => format!(" {line}"),
        5 => line.strip_prefix("- ").map_or_else(|| format!("- {line}"), str::to_owned),
        6 => format!("{before}{{{after}"),
        7 => format!("| {line} |"),
        8 => format!("#######{line}"),
        9 => line.replace(char::is_numeric, "99"),
        _ => format!("{before}{}", after.chars().skip(1).collect::<String>()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_plan_keeps_its_meaning(
        which in any::<prop::sample::Index>(),
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0..11_usize, 0..40_usize), 1..6),
    ) {
        static PLANS: LazyLock<Vec<String>> = LazyLock::new(|| plans().into_iter().map(|(_, text)| text).filter(|text| text.len() < 6000).collect());
        let text = which.get(&PLANS);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        if !lines.is_empty() {
            for (line, kind, at) in slips {
                let line = line.index(lines.len());
                lines[line] = damaged(&lines[line], kind, at);
            }
            check(&lines.join("\n"));
        }
    }
}

#[test]
fn one_error_keeps_one_line() {
    let text = "# 方案：甲\n#  主体\n- 县教育局 :  澜平县教育局\n  - 学校:全县学校，各\n##   措施：乙\n- 牵头 :县教育局\n- 指标:听课  不少于五六节半，每学期\n- 时限 ：2026年底\n";
    let made = format_known(&source(text), None);
    nothing_lost(&made.text, text);
    let bad = "# 方案：甲\n- 期限 :2026年\n## 措施：乙\n- 清单  五备 ,5项：教材 → 学法、教法\n- 时限 :2026年底\n";
    let made = format_known(&source(bad), None);
    assert_eq!(
        made.text,
        "# 方案：甲\n- 期限：2026年\n\n## 措施：乙\n- 清单  五备 ,5项：教材 → 学法、教法\n- 时限：2026年底\n"
    );
    assert_eq!(made.findings.len(), 1);
}

/// Nothing written is lost, whatever the layout.
fn nothing_lost(made: &str, text: &str) {
    assert_eq!(signs(made), signs(text));
}

#[test]
fn a_guessed_indentation_keeps_all_below_its_heading() {
    let text = "# 方案：甲\n## 措施 :乙\n  - 时限 :2026年\n- 牵头 :丙\n## 丁\n- 附注 :戊\n";
    let made = format_known(&source(text), None);
    let wanted = "# 方案：甲\n\n## 措施 :乙\n  - 时限 :2026年\n- 牵头 :丙\n\n## 丁\n- 附注：戊\n";
    assert_eq!((made.text.as_str(), made.findings.is_empty()), (wanted, false));
}

#[test]
fn the_block_around_an_error_stays_whole() {
    let text = "# 方案：甲\n## 措施 :乙\n- 清单  五备 ,5项：教材 → 学法、教法\n     - 附注 :丙\n- 时限 :2026年底\n";
    let made = format_known(&source(text), None);
    let wanted = "# 方案：甲\n\n## 措施：乙\n- 清单  五备 ,5项：教材 → 学法、教法\n     - 附注 :丙\n- 时限：2026年底\n";
    assert_eq!((made.text.as_str(), made.kept), (wanted, vec![3..=4]));
}

#[test]
fn a_bare_dash_parts_nothing() {
    check("# 方案：甲\n# 计量单位\n- 张\n  - 适用：床位\n- \n  - 适用：班、试点\n");
}
