//! An example as it lies in its folder: ledger, places, defects, and the two plans.

use std::fs;
use std::path::{Path, PathBuf};

use fangan::check::Stage;
use fangan::diagnostic::Lang;
use fangan::report::{Format, Options as ReportOptions, report};
use fangan::world::DiskWorld;
use fangan::{Compiled, Options, compile};
use serde_json::Value;

/// The kinds of fact that have a place as data.
const KINDS: [&str; 15] = [
    "quota",
    "recurring_quota",
    "growth",
    "baseline",
    "phase",
    "date",
    "owner",
    "group",
    "chain",
    "fund",
    "dependency",
    "basis",
    "number",
    "addressee",
    "issuer",
];

/// The defects that can be decided from the data of a plan; what a ledger calls by another name needs its source or a
/// person.
const DECIDABLE: [&str; 24] = [
    "数量口径",
    "期限缺失",
    "术语不一",
    "目标无数",
    "占位未填",
    "模糊词",
    "责任缺失",
    "目标无措施",
    "措施无目标",
    "计数不符",
    "资金无额",
    "指标无基期",
    "文号格式",
    "未展开",
    "泄名",
    "周期缺失",
    "日期冲突",
    "角色不符",
    "悬空引用",
    "次序时限",
    "阶段重叠",
    "算术",
    "年限",
    "百分点",
];

/// One folder of `examples/`.
pub struct Example {
    pub name: String,
    folder: PathBuf,
}

/// Every example with a ledger, by name.
pub fn examples() -> Vec<Example> {
    let folders = fs::read_dir("examples").unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = folders.filter(|folder| folder.join("facts.jsonl").exists()).collect();
    folders.sort();
    let name = |folder: &Path| folder.file_name().unwrap().to_str().unwrap().to_owned();
    folders.into_iter().map(|folder| Example { name: name(&folder), folder }).collect()
}

impl Example {
    /// Every fact of the ledger.
    pub fn facts(&self) -> Vec<Value> {
        self.lines("facts.jsonl")
    }

    /// The facts that have a place as data, each with its place.
    pub fn places(&self) -> Vec<(Value, Value)> {
        let kind = |fact: &Value| KINDS.contains(&fact["kind"].as_str().unwrap());
        self.answered(self.facts().into_iter().filter(kind).collect(), "places.jsonl")
    }

    /// The defects of the original that the data alone decide, and all others that the draft carries.
    pub fn defects(&self) -> Vec<(Value, Value)> {
        let defects = self.facts().into_iter().filter(|fact| fact["kind"] == "defect").collect();
        self.answered(defects, "defects.jsonl")
    }

    fn answered(&self, facts: Vec<Value>, file: &str) -> Vec<(Value, Value)> {
        let answers = self.lines(file);
        let count = facts.len();
        let answer = |fact: Value| {
            let mut found = answers.iter().filter(|answer| answer["id"] == fact["id"]);
            let id = &fact["id"];
            let answer = found.next().unwrap_or_else(|| panic!("{id} is not in {}/{file}", self.name)).clone();
            assert!(found.next().is_none(), "{id} is in {}/{file} twice", self.name);
            (fact, answer)
        };
        let answered = facts.into_iter().map(answer).collect();
        assert_eq!(count, answers.len(), "{}/{file} answers for what is not asked", self.name);
        answered
    }

    /// One of the two plans, checked.
    pub fn compiled(&self, plan: &str, stage: Stage) -> Compiled {
        let options = Options { stage, ..Options::default() };
        compile(&DiskWorld, &self.folder.join(plan), options).unwrap()
    }

    /// What is said of one of the two plans, a line each.
    pub fn said(&self, plan: &str, stage: Stage, lang: Lang) -> String {
        let compiled = self.compiled(plan, stage);
        let options = ReportOptions { lang, ..ReportOptions::default() };
        report(Format::Short, &compiled.findings, &compiled.sources, &options)
    }

    /// The title of the corrected plan.
    pub fn title(&self) -> String {
        self.compiled("plan.plan", Stage::Draft).plan.title.map(|title| title.value).unwrap_or_default()
    }

    /// A file of the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn lines(&self, name: &str) -> Vec<Value> {
        let path = self.folder.join(name);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))).collect()
    }
}

/// Whether a defect can be decided from the data of the plan.
pub fn is_decidable(defect: &Value) -> bool {
    defect["check"].as_str().is_some_and(|check| DECIDABLE.contains(&check))
}
