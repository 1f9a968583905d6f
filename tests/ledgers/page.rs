//! The page on the examples: what each is, and how much of its ledger the language and the checker account for.

use std::fmt::Write as _;

use super::example::{Example, is_decidable};

/// What stands above the figures.
const HEAD: &str = "\
# 示例 · Examples

每个文件夹是一份真实方案，句子都重新写过，人名换成了职务：`draft.plan` 照原样，毛病也在；`plan.plan` 改好了，按印发检查没有一条问题。
Each folder is a real plan with every sentence written anew and posts instead of persons: `draft.plan` says what the original
says, faults included; `plan.plan` is the corrected one, of which nothing is said when it is to be issued.

| 文件 · file | 内容 · what it holds |
|---|---|
| `facts.jsonl` | 原方案的事实清单 · the ledger of what the original says |
| `places.jsonl` | 每个事实在 `fangan export` 里的位置 · where the export has each fact |
| `defects.jsonl` | 原方案的每个毛病由哪条规则在哪一行发现 · which rule finds each fault of the original, on which line |
| `draft.zh.txt`, `draft.en.txt` | 检查草稿得到的全部问题 · everything `fangan check` says of the draft |

";

/// The page, from the counts of every example.
pub fn page(examples: &[Example]) -> String {
    let mut page = HEAD.to_owned();
    page.push_str("## 覆盖 · Coverage\n\n");
    page.push_str("“可判断”指凭方案本身的数据就能判断的毛病。 “Decidable” faults are those that the data of the plan alone decide.\n\n");
    page.push_str("| 示例 · example | 方案 · plan | 事实成为数据 · facts as data | 可判断的毛病，发现 · decidable faults, found | 其他毛病，发现 · other faults, found |\n");
    page.push_str("|---|---|--:|--:|--:|\n");
    let mut sums = [(0, 0); 3];
    for example in examples {
        let counts = counts(example);
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum = (sum.0 + count.0, sum.1 + count.1);
        }
        let title = example.title();
        let _ = writeln!(
            page,
            "| [{0}]({0}/) | {title} | {1} | {2} | {3} |",
            example.name,
            share(counts[0]),
            share(counts[1]),
            share(counts[2])
        );
    }
    let _ = writeln!(page, "| 合计 · total | | {} | {} | {} |", share(sums[0]), share(sums[1]), share(sums[2]));
    page.push_str("\n## 没有位置的事实 · Facts without a place\n\n");
    for example in examples {
        let places = example.places();
        list(&mut page, &places);
    }
    page.push_str("\n## 没有发现的毛病 · Faults not found\n\n");
    for example in examples {
        let defects = example.defects();
        list(&mut page, &defects);
    }
    page
}

/// Facts with a place, decidable faults found, other faults found: of how many each.
fn counts(example: &Example) -> [(usize, usize); 3] {
    let (places, defects) = (example.places(), example.defects());
    let share = |answers: Vec<&serde_json::Value>| {
        (answers.iter().filter(|each| each["none"].is_null()).count(), answers.len())
    };
    let of = |decidable: bool| {
        share(
            defects.iter().filter(|(defect, _)| is_decidable(defect) == decidable).map(|(_, answer)| answer).collect(),
        )
    };
    [share(places.iter().map(|(_, place)| place).collect()), of(true), of(false)]
}

fn share((found, all): (usize, usize)) -> String {
    format!("{found}/{all}")
}

fn list(page: &mut String, answered: &[(serde_json::Value, serde_json::Value)]) {
    for (fact, answer) in answered {
        if let Some(reason) = answer["none"].as_str() {
            let (id, text) = (fact["id"].as_str().unwrap_or_default(), fact["text"].as_str().unwrap_or_default());
            let _ = writeln!(page, "- {id} {text}: {reason}");
        }
    }
}
