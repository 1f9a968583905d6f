//! Forms in which officials write values, rhythms and times, and what each is read as.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::path::Path;

use fangan::plan::Plan;
use fangan::quantity::{Comparison, Target};
use fangan::report::{Format, Options, report};
use fangan::world::MemoryWorld;
use fangan::{Compiled, compile};

/// A plan with one line, which is read without a word; `rules` may have theirs.
fn plan(line: &str) -> Plan {
    let text = format!("# 方案：甲县提质方案\n\n## 主要任务\n### 措施：教研\n- {line}\n");
    let world = MemoryWorld::with("a.plan", text);
    let Compiled { plan, findings, sources } =
        compile(&world, Path::new("a.plan"), fangan::Options::default()).unwrap();
    let said: Vec<_> = findings.into_iter().filter(|finding| finding.code.starts_with('S')).collect();
    let said: Vec<_> = said.into_iter().filter(|finding| finding.code < "S200").collect();
    assert!(said.is_empty(), "{line}\n{}", report(Format::Human, &said, &sources, &Options::default()));
    plan
}

/// What a quota line is read as: the value, the rhythm, the time.
fn quota(line: &str) -> String {
    let plan = plan(&format!("指标：{line}"));
    let quota = plan.quotas.iter().next().unwrap();
    let name = [quota.name.value.clone()];
    let told = |target: &Target| match target {
        Target::Value(Comparison::Reach, amount) => format!("达到{amount}"),
        other => other.to_string(),
    };
    let target = quota.target.iter().map(|target| told(&target.value));
    let every = quota.every.iter().map(|every| every.value.to_string());
    let when = quota.when.iter().map(|when| when.value.when.to_string());
    name.into_iter().chain(target).chain(every).chain(when).collect::<Vec<_>>().join("|")
}

fn due(time: &str) -> String {
    let plan = plan(&format!("时限：{time}"));
    plan.measures.iter().next().unwrap().due.value.as_ref().unwrap().value.to_string()
}

#[test]
fn comparisons() {
    for (written, read) in [
        ("巩固率 超过97%", "巩固率|超过97%"),
        ("巩固率超过97%", "巩固率|超过97%"),
        ("巩固率 高于97%，到2028年", "巩固率|超过97%|2028年"),
        ("巩固率 >97%", "巩固率|超过97%"),
        ("巩固率 ＞97%", "巩固率|超过97%"),
        ("巩固率 大于 97%", "巩固率|超过97%"),
        ("巩固率 exceeding 97%", "巩固率|超过97%"),
        ("巩固率 >=97%", "巩固率|不低于97%"),
        ("辍学率 低于1%", "辍学率|低于1%"),
        ("辍学率 <1%", "辍学率|低于1%"),
        ("辍学率 不足1%", "辍学率|低于1%"),
        ("辍学率 小于1%", "辍学率|低于1%"),
        ("辍学率 降至1%", "辍学率|不超过1%"),
        ("辍学率 下降到1%以下", "辍学率|不超过1%"),
        ("巩固率 提高到97%", "巩固率|达到97%"),
        ("巩固率提升到97%", "巩固率|达到97%"),
        ("学位 增至500个", "学位|达到500个"),
        ("巩固率 不超过97%", "巩固率|不超过97%"),
    ] {
        assert_eq!(quota(written), read, "{written}");
    }
}

#[test]
fn rhythms() {
    for (written, read) in [
        ("听课 ≥20节/学期", "听课|不少于20节|每学期"),
        ("听课 20至30节/学期，由“校长”", "听课|20至30节|每学期"),
        ("听课，不少于20节/学期", "听课|不少于20节|每学期"),
        ("教研 每双周 不少于1次", "教研|不少于1次|每两周"),
        ("教研 不少于1次，每两周", "教研|不少于1次|每两周"),
        ("教研 不少于1次，隔周", "教研|不少于1次|每两周"),
        ("教研 不少于1次，每半年", "教研|不少于1次|每半年"),
        ("车速 不超过60km/h", "车速|不超过60km/h"),
    ] {
        assert_eq!(quota(written), read, "{written}");
    }
}

#[test]
fn times() {
    for (written, read) in [
        ("2026.6.30", "2026年6月30日"),
        ("2026/6/30", "2026年6月30日"),
        ("2026-6-30", "2026年6月30日"),
        ("2026．6．30前", "2026年6月30日"),
        ("2026年1—6月", "2026年1月至6月"),
        ("2026年1-6月", "2026年1月至6月"),
        ("2026年1月—6月", "2026年1月至6月"),
        ("二〇二六年六月三十日", "2026年6月30日"),
        ("二○二六年十二月", "2026年12月"),
        ("2026/2027学年", "2026—2027学年"),
    ] {
        assert_eq!(due(written), read, "{written}");
    }
}

/// What is said of the lines of a section.
fn codes(lines: &[&str]) -> Vec<&'static str> {
    let text = format!("# 方案：甲县提质方案\n\n## 工作目标\n- {}\n", lines.join("\n- "));
    let world = MemoryWorld::with("a.plan", text);
    let compiled = compile(&world, Path::new("a.plan"), fangan::Options::default()).unwrap();
    compiled.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_strict_bound_leaves_out_its_number() {
    let above = "指标：课后服务覆盖率 超过97%，到2028年";
    assert_eq!(codes(&[above, "指标：课后服务覆盖率 不超过97%，到2028年"]), ["Q007"]);
    assert_eq!(codes(&["指标：课后服务覆盖率 不超过97%，到2028年", above]), ["Q007"]);
    assert_eq!(codes(&[above, "指标：课后服务覆盖率 低于98%，到2028年"]), [""; 0]);
    assert_eq!(
        codes(&["指标：课后服务覆盖率 不低于97%，到2028年", "指标：课后服务覆盖率 不超过97%，到2028年"]),
        [""; 0]
    );
}

#[test]
fn a_line_that_is_half_read_is_compared_with_none() {
    let other = "指标：课后服务覆盖率 不超过90%";
    assert_eq!(codes(&["指标：课后服务覆盖率 不低于97%，2027年底到", other]), ["S004"]);
    assert_eq!(codes(&["指标：课后服务覆盖率 不低于97%，到2027年13月", other]), ["S005"]);
    assert_eq!(codes(&["指标：课后服务覆盖率 不低于97%", other]), ["Q007"]);
}

#[test]
fn a_strict_bound_is_said_and_exported_as_one() {
    let text =
        "# 方案：甲县提质方案\n\n## 工作目标\n- 指标：课后服务覆盖率 超过97%，到2028年\n- 指标：辍学率 <1%，到2028年\n";
    let world = MemoryWorld::with("a.plan", text);
    let compiled = compile(&world, Path::new("a.plan"), fangan::Options::default()).unwrap();
    let document = fangan::document::document(&compiled.plan);
    let said = format!("{document:?}");
    assert!(said.contains("课后服务覆盖率超过97%") && said.contains("辍学率低于1%"), "{said}");
    let data =
        serde_json::from_str::<serde_json::Value>(&fangan::export::json(&compiled.plan, &compiled.sources)).unwrap();
    let ops: Vec<_> = data["quotas"].as_array().unwrap().iter().map(|quota| &quota["target"]["op"]).collect();
    assert_eq!(ops, [">", "<"]);
}

#[test]
fn a_phase_with_a_name_and_a_time_has_its_name_for_a_title() {
    let text = "# 方案：甲县提质方案\n\n## 实施步骤\n### 阶段 实施阶段：2026年9月至12月\n各学校抓好落实。\n";
    let compiled =
        compile(&MemoryWorld::with("a.plan", text), Path::new("a.plan"), fangan::Options::default()).unwrap();
    let phase = compiled.plan.phases.iter().next().unwrap();
    assert_eq!(phase.title.value, "实施阶段");
    assert_eq!(phase.time.as_ref().unwrap().value.to_string(), "2026年9月至12月");
}
