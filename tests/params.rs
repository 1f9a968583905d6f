//! Parameters: what stands in their place, what never changes by them, and how the program takes their values.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up its files has to stop")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use fangan::plan::Values;
use fangan::source::Sources;
use fangan::syntax::ast::{File, Item, Key};
use fangan::syntax::{self, Params};
use fangan::world::MemoryWorld;
use fangan::{Compiled, Options, compile, compile_with, document, export, render};
use proptest::prelude::*;
use tempfile::TempDir;

const PLAN: &str = "# 方案：{县名}义务教育提质方案
- 期限：{起}至2021年8月
- 参数 县名：平安区
- 参数 起：待定
- 参数 单位：教研室、财政局
- 参数 目标：97%

# 主体
- 教育局：{县名}教育局
- 财政局
- 教研室

## 目标 普及：{县名}巩固水平
- 指标：巩固率 不低于{目标}，到2020年
- 指标：{县名}巩固率（{县名}、外县） 不低于{目标}，到2020年

### 措施：切实加强｛县名｝控辍保学
- 牵头：教育局
- 配合：{单位}
- 时限：{起}

确保{县名}实现{巩固率}，{县名}教育局牵头。
";

fn filled(text: &str, values: &[(&str, &str)]) -> Compiled {
    let mut given = Values::default();
    for (name, value) in values {
        given.give(name, value);
    }
    let world = MemoryWorld::with("a.plan", text);
    compile_with(&world, Path::new("a.plan"), Options::default(), &given).unwrap()
}

fn codes(compiled: &Compiled) -> Vec<&'static str> {
    compiled.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn values_stand_in_their_places() {
    let compiled = filled(PLAN, &[("起", "2018年9月")]);
    let plan = &compiled.plan;
    assert_eq!(plan.title.as_ref().unwrap().value, "平安区义务教育提质方案");
    assert_eq!(plan.period.as_ref().unwrap().value.to_string(), "2018年9月至2021年8月");
    assert_eq!(plan.owners.iter().next().unwrap().official_name(), "平安区教育局");
    let measure = plan.measures.iter().next().unwrap();
    assert_eq!(measure.title.value, "切实加强平安区控辍保学");
    let leads: Vec<_> = measure.with.value.iter().map(|lead| (lead.text.as_str(), lead.target().is_some())).collect();
    assert_eq!(leads, [("教研室", true), ("财政局", true)]);
    // What came from braces is blamed on the whole of them.
    assert!(measure.with.value.iter().all(|lead| compiled.sources.slice(lead.span) == "{单位}"));
    assert_eq!(compiled.sources.slice(plan.period.as_ref().unwrap().span), "{起}至2021年8月");
    let targets: Vec<_> = plan.quotas.iter().map(|quota| quota.target.as_ref().unwrap().value.to_string()).collect();
    assert_eq!(targets, ["不低于97%", "不低于97%", "不低于97%"]);
    let scopes: Vec<_> = plan.quotas.iter().map(|quota| quota.scope_words()).collect();
    assert_eq!(scopes, ["", "平安区", "外县"]);
    let text = render::markdown(&document::document(plan));
    assert!(text.contains("确保平安区实现[巩固率97%以上](#s1)，平安区教育局牵头"), "{text}");
}

#[test]
fn what_is_still_to_be_given_is_a_hole() {
    let compiled = filled(PLAN, &[("县名", "清溪县")]);
    assert_eq!(codes(&compiled), ["S210"]);
    assert!(compiled.is_sound());
    let text = render::markdown(&document::document(&compiled.plan));
    assert!(text.contains("清溪县义务教育提质方案") && text.contains("〔起〕至2021年8月"), "{text}");
    let data = export::json(&compiled.plan, &compiled.sources);
    assert!(!data.contains("{起}") && !data.contains("{县名}"), "{data}");
}

#[test]
fn what_is_no_parameter_is_told() {
    let text = PLAN.replace("：{县名}教育局", "：{县明}教育局");
    assert_eq!(codes(&filled(&text, &[("起", "2018年9月")])), ["S020"]);
}

/// Everything in a file that opens, closes or encloses: the level of headings, the keywords of lines.
fn structure(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, &Item)> = file.items.iter().rev().map(|item| (0, item)).collect();
    while let Some((depth, item)) = open.pop() {
        let below = match item {
            Item::Section(section) => {
                found.push(format!("{depth} #{}", section.level));
                section.items.as_slice()
            }
            Item::Entry(entry) => {
                let key = match &entry.key {
                    Key::Word(word) => word.value.en(),
                    Key::Name(_) => "name",
                    Key::Time(_) => "time",
                    Key::Unknown(_) => "unknown",
                };
                found.push(format!("{depth} {key}"));
                entry.items.as_slice()
            }
            Item::Paragraph(_) | Item::Grid(_) => {
                found.push(format!("{depth} prose"));
                &[]
            }
        };
        open.extend(below.iter().rev().map(|item| (depth + 1, item)));
    }
    found
}

fn read(text: &str, value: &str) -> File {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", text);
    let mut params = Params::default();
    params.set("甲", Some(value));
    syntax::parse_filled(sources.get(id), &params).file
}

const SHAPE: &str = "# 方案：{甲}\n# {甲}\n- {甲}：乙\n# 主体\n- {甲}\n  - {甲}：{甲}\n## {甲}\n{甲}\n- 指标：{甲} 不低于3%\n  | {甲} | 2018年 |\n  |---|---|\n  | {甲} | {甲} |\n- 牵头：{甲}\n### 措施 {甲}：{甲}\n- 时限：{甲}\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_value_never_becomes_structure(value in "(\\PC|[\n\r\t#\\-：，、|（《“”\"{}]|措施|主体|- 牵头：| ){0,12}") {
        prop_assume!(syntax::one_line(&value).is_some());
        prop_assert_eq!(structure(&read(SHAPE, &value)), structure(&read(SHAPE, "子")), "{:?}", value);
        let plan = SHAPE.replace("方案：{甲}\n", "方案：{甲}\n- 参数 甲：待定\n");
        let compiled = filled(&plan, &[("甲", &value)]);
        for finding in &compiled.findings {
            prop_assert!(plan.get(finding.span.range()).is_some(), "{:?}", finding);
        }
        render::html(&document::document(&compiled.plan)).unwrap();
        export::json(&compiled.plan, &compiled.sources);
    }

    #[test]
    fn without_parameters_a_file_is_what_it_was(
        lines in prop::collection::vec("(# |## |- 指标：|- 牵头：|- 时限：|  \\| ||)[甲乙丙0-9年月日，：（）% ]{0,12}\n", 0..20)
    ) {
        let text = format!("# 方案：某县方案\n{}", lines.concat());
        let mut sources = Sources::default();
        let id = sources.add("a.plan", &*text);
        let (plain, filled) = (syntax::parse(sources.get(id)), syntax::parse_filled(sources.get(id), &Params::default()));
        prop_assert_eq!(&plain.file, &filled.file);
        prop_assert_eq!(plain.findings, filled.findings);
        let (alone, _) = fangan::plan::resolve(sources.get(id), &plain.file);
        let compiled = compile(&MemoryWorld::with("a.plan", &*text), Path::new("a.plan"), Options::default()).unwrap();
        prop_assert_eq!(format!("{alone:?}"), format!("{:?}", compiled.plan));
    }
}

fn fangan(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
    command.current_dir(folder).args(arguments).env("LC_ALL", "zh_CN.UTF-8").output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_program_takes_values() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.plan"), PLAN).unwrap();
    let set = ["--set", "起=2018年9月", "--set", "县名=清溪县"];
    for verb in [
        &["check", "a.plan", "--stage", "issue"][..],
        &["build", "a.plan"],
        &["render", "a.plan"],
        &["graph", "a.plan"],
        &["table", "a.plan", "--kind", "duties"],
        &["export", "a.plan"],
    ] {
        let output = fangan(folder.path(), &[verb, &set].concat());
        assert_eq!(output.status.code(), Some(0), "{verb:?}: {}", told(&output));
        let output = fangan(folder.path(), &[verb, &["--set", "县明=清溪县"]].concat());
        assert_eq!(output.status.code(), Some(if verb[0] == "check" { 1 } else { 2 }), "{verb:?}: {}", told(&output));
    }
    let output = fangan(folder.path(), &[&["render", "a.plan", "--to", "markdown"][..], &set].concat());
    assert!(String::from_utf8_lossy(&output.stdout).contains("# 清溪县义务教育提质方案"));
    let open = fangan(folder.path(), &["check", "a.plan", "--stage", "issue"]);
    assert_eq!(open.status.code(), Some(1));
}

#[test]
fn values_that_fit_nothing_are_refused() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.plan"), PLAN).unwrap();
    fs::write(folder.path().join("b.plan"), "# 方案：某县方案\n").unwrap();
    fs::write(folder.path().join("c.plan"), "# 主体\n- 教育局\n").unwrap();
    let cases = [
        (&["a.plan", "--set", "县明=甲"][..], "方案里没有参数“县明”；是不是“县名”？"),
        (&["a.plan", "--set", "天气=甲"], "方案里没有参数“天气”；有：县名、起、单位、目标"),
        (&["b.plan", "--set", "县名=甲"], "方案里没有参数“县名”；它没有声明任何参数"),
        (&["a.plan", "--set", "县名"], "--set 要写成“参数名=值”，不是“县名”"),
        (&["a.plan", "--set", "县名= "], "--set 要写成“参数名=值”"),
        (&["a.plan", "--set", "县名=甲", "--set", "县名=乙"], "--set 给了“县名”两个值"),
        (&["c.plan"], "c.plan 只有声明，没有方案"),
    ];
    for (arguments, message) in cases {
        let output = fangan(folder.path(), &[&["render"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", told(&output));
        assert!(told(&output).contains(message) && told(&output).lines().count() == 1, "{}", told(&output));
    }
    assert_eq!(fangan(folder.path(), &["check", "c.plan"]).status.code(), Some(0));
}
