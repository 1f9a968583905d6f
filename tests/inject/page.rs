//! The table of what was put in and what was found, in both languages on one page.

use std::collections::BTreeMap;
use std::fmt::Write;

use fangan::check::{Page, RULES};

use crate::judge::Outcome;
use crate::pattern::Injection;

/// The counts of one rule.
#[derive(Clone, Copy, Default)]
struct Counts {
    injected: usize,
    found: usize,
    at_place: usize,
    alone: usize,
}

impl Counts {
    fn add(&mut self, outcome: &Outcome) {
        self.injected += 1;
        self.found += usize::from(outcome.found);
        self.at_place += usize::from(outcome.at_place);
        self.alone += usize::from(outcome.found && outcome.others.is_empty());
    }

    fn cells(self) -> String {
        format!("{} | {} | {} | {}", self.injected, self.found, self.at_place, self.alone)
    }

    /// What share of the injections was found, in tenths of a percent.
    fn recall(self) -> String {
        let tenths = self.found * 1000 / self.injected.max(1);
        format!("{}.{}%", tenths / 10, tenths % 10)
    }
}

const HEAD: &str = "# 查得出什么 · What the checker finds

把错误逐处放进正确的方案，看查不查得出、指得准不准、有没有多说。方案在 `tests/inject/plans`，另有 `examples/pingan`；放法在
`tests/inject`，逐处结果在 `tests/inject/outcomes.txt`。本页由 `BLESS=1 cargo test --test inject` 写成，漏掉的照实写明。

Faults are put into correct plans one at a time: is each found, at its place, and is nothing else said? The plans are in
`tests/inject/plans`, with `examples/pingan`; the patterns in `tests/inject`, each outcome in
`tests/inject/outcomes.txt`. This page is written by `BLESS=1 cargo test --test inject`; what is missed is said.

- 放入 · injected：放进去的处数 · how many faults were put in
- 查出 · found：应报的规则报了 · the expected rule spoke
- 指准 · at the place：所指与放入的文字相交，并从那一行起 · it touches the fault and begins on its line
- 不多说 · alone：查出，并且没有报别的；放法里写明理由、必然连带的除外 · found, and no other rule spoke, except those
  that the pattern says, with the reason, cannot but speak
";

/// The page.
pub fn page(tried: &[(Injection, Outcome)], harmless: &[(&str, usize, usize)]) -> String {
    let mut by_code: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut total = Counts::default();
    for (injection, outcome) in tried {
        by_code.entry(injection.code).or_default().add(outcome);
        total.add(outcome);
    }
    let mut page = HEAD.to_owned();
    let rules = RULES.iter().filter(|rule| by_code.contains_key(rule.code)).count();
    let (injected, found, recall) = (total.injected, total.found, total.recall());
    let _ = write!(
        page,
        "\n{injected}处中查出{found}处（{recall}），指准{}处，不多说{}处；{}条规则中放了{rules}条。\n\n\
         Of {injected} faults {found} were found ({recall}), {} at the place, {} alone; {rules} of {} rules were tried.\n",
        total.at_place,
        total.alone,
        RULES.len(),
        total.at_place,
        total.alone,
        RULES.len(),
    );
    page.push_str(
        "\n| 规则 · rule | 说明 · what | 放入 · injected | 查出 · found | 指准 · at the place | 不多说 · alone |\n",
    );
    page.push_str("|---|---|---|---|---|---|\n");
    for (code, counts) in &by_code {
        let _ = writeln!(page, "| {code} | {} | {} |", title(code), counts.cells());
    }
    let _ = writeln!(page, "| 合计 · total | | {} |", total.cells());
    page + &missed(tried) + &untried(&by_code) + &silent(harmless)
}

/// The faults that were not found, or not at their place.
fn missed(tried: &[(Injection, Outcome)]) -> String {
    let list = |title: &str, is_in: &dyn Fn(&Outcome) -> bool| {
        let lines: Vec<String> = tried
            .iter()
            .filter(|(_, outcome)| is_in(outcome))
            .map(|(injection, _)| format!("- {} `{}`\n", injection.code, injection.place().replace('`', "'")))
            .collect();
        let none = "没有。 · None.\n";
        format!("\n## {title}\n\n{}", if lines.is_empty() { none.to_owned() } else { lines.concat() })
    };
    list("漏掉的 · Missed", &|outcome| !outcome.found)
        + &list("没有指准的 · Not at the place", &|outcome| outcome.found && !outcome.at_place)
}

/// The rules that no pattern tries.
fn untried(by_code: &BTreeMap<&str, Counts>) -> String {
    let rules = RULES.iter().filter(|rule| !by_code.contains_key(rule.code));
    let lines: String = rules.map(|rule| format!("- {} {}\n", rule.code, title(rule.code))).collect();
    let none = "没有。 · None.\n".to_owned();
    format!("\n## 没有放的规则 · Rules not tried\n\n{}", if lines.is_empty() { none } else { lines })
}

/// The changes that harm nothing, and of how many nothing was said.
fn silent(rows: &[(&str, usize, usize)]) -> String {
    let sum = |of: fn(&(&str, usize, usize)) -> usize| rows.iter().map(of).sum::<usize>();
    let (count, silent) = (sum(|row| row.1), sum(|row| row.2));
    let mut page = format!(
        "\n## 不该报的 · What is to be left alone\n\n\
         另有{count}处无害的改动，同样逐处放进这些方案（`tests/inject/harmless.rs`）：换一种写法，引一句原文，加一个算得对的数。\n\
         改后方案仍然正确，什么也不该报；{silent}处没有报。\n\n\
         {count} harmless changes are put into the same plans one at a time: another notation, a quotation, a number that adds\n\
         up. The plan is as correct as before, and nothing may be said; of {silent} nothing was.\n\n\
         | 改动 · change | 放入 · put in | 没有报 · silent |\n|---|---|---|\n"
    );
    for (kind, count, silent) in rows {
        let _ = writeln!(page, "| {kind} | {count} | {silent} |");
    }
    let _ = writeln!(page, "| 合计 · total | {count} | {silent} |");
    page
}

/// The title of the manual page of a code, in both languages.
fn title(code: &str) -> String {
    Page::of(code).map_or_else(String::new, |page| {
        let manual = page.manual();
        let (zh, en) = manual.title();
        format!("{zh} · {en}")
    })
}
