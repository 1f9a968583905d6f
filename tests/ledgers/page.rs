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

/// What each example shows that no other does, in Chinese and in English, and what stands so often in its plan alone.
pub const SHOWS: [(&str, &str, &str, &str, usize); 13] = [
    (
        "city-campaign",
        "一市的年度活动：领导小组之外另设检查组，不为某一目标的措施写“支撑：无”",
        "a city's campaign of a year: a group that inspects beside the one that leads, a measure that serves no goal in particular",
        "支撑：无\n",
        1,
    ),
    (
        "city-high-schools",
        "指标按届次分，较上年提高几个百分点",
        "quotas of one class of school leavers, raised by points against the year before",
        "（高三） 较",
        1,
    ),
    (
        "county-campaign",
        "逐级报送：谁、向谁、哪天前报什么材料，共七项",
        "reports from level to level: seven of them, who sends what to whom by which day",
        "- 报送：",
        3,
    ),
    (
        "curriculum-reform",
        "八个步骤排成阶段，一个接一个，措施写在各阶段下面",
        "eight steps as phases, one after the other, with measures below each",
        "### 阶段 ",
        7,
    ),
    (
        "inspection",
        "逐项对照评估指标迎检，自己声明一个计量单位（起）",
        "preparing for an inspection item by item, with a unit declared by the plan (起)",
        "# 计量单位\n",
        1,
    ),
    (
        "junior-middle",
        "单位归类：各处室属于一类，责任链按类写",
        "offices that belong to a class, and a chain of responsibility by classes",
        "，属于处室",
        1,
    ),
    (
        "pingan",
        "三年行动方案和几家联合印发的通知，逐年指标、口径定义、先经审议",
        "a plan of three years with a joint notice, quotas year by year, definitions, what is approved beforehand",
        "- 先经：",
        1,
    ),
    (
        "policy-reading",
        "政策解读：文种另写，分区域的数成表，有合计",
        "a policy explained to the public: a kind of its own, values by area in tables with their sums",
        "解读\n",
        2,
    ),
    (
        "primary-monthly",
        "有先后的清单排定阶段次序（三步走）",
        "an ordered set that gives the order of phases",
        "三步走，3步：",
        1,
    ),
    (
        "school-quality",
        "领导小组办公室作责任链的一环，措施套措施",
        "the office of the leading group as a link of a chain, measures within measures",
        "责任链：领导小组办公室",
        1,
    ),
    (
        "school-teaching",
        "同一件事两类人要求不同（学校领导听课30节，教师20节），做不到怎么处理",
        "one duty with another number for each of two posts, and what follows if it is not met",
        "听课 不少于30节，每学期，由学校领导",
        1,
    ),
    (
        "school-year",
        "按学年算的期限，件数写成“1+2项”的清单",
        "times by school years, a set counted as 1+2",
        "，1+2项：",
        1,
    ),
    (
        "special-school",
        "年度工作计划：文种是工作计划，八条目标各有指标",
        "a work plan of a year: its kind, and eight aims with quotas",
        "文种：工作计划",
        1,
    ),
];

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
    page.push_str("\n## 各看什么 · What each shows\n\n每份都有别的示例没有的东西。 Each has something that the others have not.\n\n");
    for (name, zh, en, ..) in SHOWS {
        let _ = writeln!(page, "- [{name}]({name}/plan.plan)：{zh} · {en}");
    }
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
