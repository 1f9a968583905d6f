//! The calendar: what the library declares, how the plan takes the place of it, and what its times then mean.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::path::Path;

use fangan::calendar::{Calendar, Recurring};
use fangan::diagnostic::Lang;
use fangan::report::{Format, Options as Style, report};
use fangan::world::MemoryWorld;
use fangan::{Compiled, Options, compile, plan};

const OWN: &str = "# 校历\n- 学年：8月25日至次年8月24日\n- 第一学期：8月25日至次年1月20日\n\
                   - second term: 2月18日至7月10日\n- 暑假：7-11至8-24\n";

fn in_world(world: &MemoryWorld) -> Compiled {
    compile(world, Path::new("a.plan"), Options::default()).unwrap()
}

fn compiled(text: &str) -> Compiled {
    in_world(&MemoryWorld::with("a.plan", text))
}

fn said(compiled: &Compiled) -> String {
    let style = Style { lang: Lang::Zh, ..Style::default() };
    report(Format::Short, &compiled.findings, &compiled.sources, &style)
}

/// The days of the period of a plan with this calendar.
fn days(calendar: &str, period: &str) -> String {
    let compiled = compiled(&format!("# 方案：某县教育方案\n- 期限：{period}\n{calendar}"));
    assert!(compiled.findings.is_empty(), "{}", said(&compiled));
    let days = compiled.plan.period.unwrap().value.interval().unwrap();
    format!("{} {}", days.first, days.last)
}

#[test]
fn the_library_says_what_holds_without_it() {
    let (_, text) = plan::LIBRARY.iter().find(|(name, _)| *name == "calendar").unwrap();
    assert_eq!(compiled(text).plan.calendar, Calendar::default());
    for recurring in Recurring::ALL {
        assert!(text.contains(&format!("- {recurring}：")), "{recurring}");
    }
}

#[test]
fn times_have_the_days_of_the_calendar() {
    let cases = [
        ("2018-2019学年第一学期", "2018-09-01 2019-01-31", "2018-08-25 2019-01-20"),
        ("2018-2019学年第二学期", "2019-02-01 2019-08-31", "2019-02-18 2019-07-10"),
        ("2019-2020学年", "2019-09-01 2020-08-31", "2019-08-25 2020-08-24"),
        ("2018-2019学年至2019-2020学年", "2018-09-01 2020-08-31", "2018-08-25 2020-08-24"),
        ("2020年寒假", "2020-01-01 2020-02-29", "2020-01-01 2020-02-29"),
        ("2020年暑假", "2020-07-01 2020-08-31", "2020-07-11 2020-08-24"),
        ("2020年上半年", "2020-01-01 2020-06-30", "2020-01-01 2020-06-30"),
        ("2020年第四季度", "2020-10-01 2020-12-31", "2020-10-01 2020-12-31"),
    ];
    for (period, common, own) in cases {
        assert_eq!(days("", period), common, "{period}");
        assert_eq!(days(OWN, period), own, "{period}");
    }
}

#[test]
fn the_rest_of_a_year_goes_with_what_is_declared() {
    let year = "# 校历\n- 学年：8月20日至8月19日\n";
    assert_eq!(days(year, "2018-2019学年"), "2018-08-20 2019-08-19");
    assert_eq!(days(year, "2018-2019学年第一学期"), "2018-08-20 2019-01-31");
    assert_eq!(days(year, "2018-2019学年第二学期"), "2019-02-01 2019-08-19");
    let term = "# 校历\n- 第一学期：8月28日至次年1月底\n";
    assert_eq!(days(term, "2018-2019学年"), "2018-08-28 2019-08-27");
    assert_eq!(days(term, "2018-2019学年第一学期"), "2018-08-28 2019-01-31");
}

#[test]
fn deadlines_go_by_the_calendar() {
    let plan = |calendar: &str| {
        let text = format!(
            "# 方案：某县教育方案\n- 期限：2020年1月至2020年7月\n{calendar}# 主体\n- 教育局\n## 任务\n### 措施：甲\n\
             - 牵头：教育局\n- 时限：2020年8月28日前\n### 措施：乙\n- 牵头：教育局\n- 时限：2019-2020学年第二学期\n\
             - 指标：听课 不少于5节，到2019-2020学年第二学期\n"
        );
        said(&compiled(&text.replace("2020年7月\n", "2019-2020学年\n")))
    };
    assert_eq!(plan("").matches("D007").count(), 0, "{}", plan(""));
    assert_eq!(plan(OWN).matches("D007").count(), 1, "{}", plan(OWN));
}

#[test]
fn values_are_picked_and_declared_names_split_under_any_calendar() {
    let text = "# 方案：某县教育方案\n{}# 口径\n- 听课节数\n## 目标\n- 指标：听课节数不少于5节，到2019-2020学年第二学期\n\
                - 指标：评课节数\n  - 2018-2019学年：5节\n  - 2019-2020学年：6节\n\n评课{评课节数：2019-2020学年}。\n";
    let compiled = compiled(&text.replacen("{}", OWN, 1));
    assert_eq!(said(&compiled), "");
    let quota = compiled.plan.quotas.iter().next().unwrap();
    let last = quota.when.as_ref().unwrap().value.when.interval().unwrap().last;
    assert_eq!(last.to_string(), "2020-07-10");
}

#[test]
fn an_office_shares_its_calendar() {
    let used = "# 方案：某县教育方案\n- 引用：std.calendar、校历.plan\n- 期限：2018-2019学年\n";
    let world = |text: &str| MemoryWorld::with("a.plan", text).and("校历.plan", OWN);
    let days = |text: &str| {
        let compiled = in_world(&world(text));
        let days = compiled.plan.period.as_ref().unwrap().value.interval().unwrap();
        (format!("{} {}", days.first, days.last), compiled.findings.iter().map(|found| found.code).collect::<Vec<_>>())
    };
    let alone = used.replace("std.calendar、", "");
    assert_eq!(days(&alone), ("2018-08-25 2019-08-24".to_owned(), vec![]));
    let replaced = format!("{alone}# 校历\n- 学年：9月10日至次年9月9日\n- 第一学期：9月10日至次年1月20日\n");
    assert_eq!(days(&replaced), ("2018-09-10 2019-09-09".to_owned(), vec![]));
    assert!(days(used).1.contains(&"S114"));
}
