//! The parts of a made-up plan: its head, who acts, what is declared, its sections.

use proptest::prelude::*;

use super::data::{At, line, of_phase, once};
use super::words::{OWNERS, comment, one_of, prose, title};

/// One who acts, as declared.
#[derive(Clone, Debug)]
pub struct Owner {
    name: String,
    depth: usize,
    rest: String,
    below: Vec<String>,
}

/// Something with a heading.
#[derive(Clone, Debug)]
pub struct Section {
    opens: Opens,
    level: usize,
    title: String,
    in_english: bool,
    /// Whether it is named apart from its title.
    is_named: bool,
    data: Vec<String>,
    prose: Vec<String>,
    /// Measures that are data lines.
    steps: Vec<(String, Vec<String>)>,
    comment: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opens {
    Plain,
    Goal,
    Measure,
    Phase,
}

/// The title of the plan and what stands below it.
pub fn head() -> impl Strategy<Value = Vec<String>> {
    let notice = prop::sample::subsequence(
        vec![
            "- 发文字号：澜教发〔2026〕1号\n",
            "- issuer: 教育局、县政府\n",
            "- 主送：各乡镇人民政府，县直各学校\n",
            "- 成文日期：2026年1月5日\n",
            "- 附件：重点任务分工表\n",
            "- 抄送：县委办公室，县人大常委会办公室\n",
            "- 印发：教育局办公室，2026年1月6日\n",
            "- note: 此件公开发布\n",
            "\n现印发给你们，请认真贯彻执行。\n",
        ],
        0..=9,
    );
    let below = prop::sample::subsequence(
        vec![
            "- 责任：县政府\n",
            "- 文种：行动方案\n",
            "- 依据：《甲规划》，2026年至2030年，上位\n",
            "- note: as of 2026\n",
            "// 头上的注\n",
            "\n为提高质量，制定本方案。\n",
        ],
        0..=6,
    );
    let open = one_of(&["# 方案：", "# plan: ", "#  方案 ：", "# "]);
    let period = one_of(&["- 期限：2026年1月至2028年12月\n", "- period: 2026-01 to 2028-12\n"]);
    (prop::option::weighted(0.4, notice), open, title(), period, below).prop_map(
        |(notice, open, title, period, below)| {
            let mut lines: Vec<String> = Vec::new();
            if let Some(notice) = notice {
                lines.push("# 通知\n".to_owned());
                lines.extend(notice.into_iter().map(str::to_owned));
                lines.push("\n".to_owned());
            }
            // Behind a notice, only the keyword says that a plan begins.
            let open = if lines.is_empty() || open != "# " { open } else { "# 方案：".to_owned() };
            lines.push(format!("{open}{title}方案\n"));
            lines.push(period);
            lines.extend(below.into_iter().map(str::to_owned));
            lines
        },
    )
}

/// All who act, each once, at any depth, with any marks.
pub fn owners() -> impl Strategy<Value = Vec<Owner>> {
    let rest =
        one_of(&["", "", "：全称<甲>&", "：Full “Name”", "，系统外", ", external", "，12人", "，岗位", ", post"]);
    let below = prop::sample::subsequence(
        vec![
            "职责：统筹推进，组织考核",
            "qualification: 任副职满三年",
            "附注：含民办",
            "note: x",
            "指标：听课 不少于30节，每学期",
        ],
        0..=2,
    );
    let each = (0..3_usize, rest, below);
    prop::collection::vec(each, OWNERS.len()).prop_map(|all| {
        let named = OWNERS.into_iter().zip(all);
        named
            .map(|(name, (depth, rest, below))| Owner {
                name: name.to_owned(),
                depth,
                rest: if name == "学校" { "，各".to_owned() } else { rest },
                below: below.into_iter().map(str::to_owned).collect(),
            })
            .collect()
    })
}

pub fn written(owners: &[Owner]) -> String {
    let mut text = "\n# 主体\n".to_owned();
    let mut above = None;
    for owner in owners {
        let depth = above.map_or(0, |above: usize| owner.depth.min(above + 1));
        above = Some(depth);
        let indent = "  ".repeat(depth);
        text.push_str(&format!("{indent}- {}{}\n", owner.name, owner.rest));
        owner.below.iter().for_each(|line| text.push_str(&format!("{indent}  - {line}\n")));
    }
    text + "- 小组：提质<领导>小组，小组\n  - 组长：校长\n  - 副组长：待定\n  - members: 教育局、学校\n  - 例会：每季度不少于1次\n"
}

/// Blocks of indicators, units and the calendar.
pub fn declared() -> impl Strategy<Value = Vec<String>> {
    prop::sample::subsequence(
        vec![
            "\n# 口径\n- 巩固率，率\n  - 又称：九年巩固率\n  - better: up\n  - 界限：0%—100%\n- readers\n  - unit: 人\n",
            "\n# 计量单位\n- 标准亩，0.8亩\n  - 又称：标亩\n- 片，1个\n  - 适用：球场、场地\n",
            "\n# calendar\n- 学年：8月25日至次年8月24日\n- 第一学期：8月25日至次年1月20日\n- 第二学期：2月18日至7月10日\n",
        ],
        0..=3,
    )
    .prop_map(|blocks| blocks.into_iter().map(str::to_owned).collect())
}

pub fn section() -> impl Strategy<Value = Section> {
    let opens = prop_oneof![
        2 => Just(Opens::Plain),
        2 => Just(Opens::Goal),
        4 => Just(Opens::Measure),
        1 => Just(Opens::Phase),
    ];
    opens.prop_flat_map(|opens| {
        let at = match opens {
            Opens::Plain | Opens::Goal => At::Part,
            Opens::Measure => At::Measure,
            Opens::Phase => At::Phase,
        };
        let title = match opens {
            Opens::Phase => (title(), of_phase()).prop_map(|(title, time)| title + &time).boxed(),
            _ => title().boxed(),
        };
        let data = (once(at), prop::collection::vec(line(at), 0..4)).prop_map(|(once, lines)| [once, lines].concat());
        let steps = prop::collection::vec((super::words::title(), once(At::Measure)), 0..2);
        let kind = (2..5_usize, any::<bool>(), any::<bool>());
        let rest = (data, prop::collection::vec(prose(), 0..3), steps, prop::option::weighted(0.3, comment()));
        (kind, title, rest).prop_map(move |((level, in_english, is_named), title, (data, prose, steps, comment))| {
            Section {
                opens,
                level,
                title,
                in_english,
                is_named,
                data,
                prose,
                steps: if opens == Opens::Phase { Vec::new() } else { steps },
                comment,
            }
        })
    })
}

/// The sections with their names, what is referred to among them.
pub fn body(sections: &[Section]) -> String {
    let mut text = String::new();
    let (mut above, mut before, mut goals) = (1, Vec::new(), Vec::new());
    let of = |wanted: Opens| -> Vec<String> {
        let named = sections.iter().enumerate().filter(|(_, section)| section.opens == wanted);
        named.map(|(index, section)| name(section, index)).collect()
    };
    let (measures, phases) = (of(Opens::Measure), of(Opens::Phase));
    for (index, section) in sections.iter().enumerate() {
        above = section.level.min(above + 1);
        let own = write(section, index, above);
        let own = referred(&own, "标", &goals);
        let own = referred(&own, "前", &before);
        let own = referred(&own, "措", &measures);
        // A phase comes after none but itself here, or after the first of several.
        let earlier =
            if phases.first().is_some_and(|first| *first != name(section, index)) { &phases[..1] } else { &[] };
        text.push_str(&referred(&own, "段", earlier));
        match section.opens {
            Opens::Goal => goals.push(name(section, index)),
            Opens::Measure => before.push(name(section, index)),
            Opens::Plain | Opens::Phase => {}
        }
    }
    text
}

/// A name that a list can hold.
fn name(section: &Section, index: usize) -> String {
    let hard = ["办学", "“甲，乙”", "IT 部署", "3项", "《办法》", "𠮷"];
    let name = hard[(index + section.title.len()) % hard.len()];
    match name.strip_suffix(['”', '》']) {
        Some(open) => format!("{open}{index}{}", &name[open.len()..]),
        None => format!("{name}{index}"),
    }
}

fn write(section: &Section, index: usize, level: usize) -> String {
    let marks = "#".repeat(level);
    let en = section.in_english;
    let word = match section.opens {
        Opens::Plain => "",
        Opens::Goal => ["目标", "goal"][usize::from(en)],
        Opens::Measure => ["措施", "measure"][usize::from(en)],
        Opens::Phase => ["阶段", "phase"][usize::from(en)],
    };
    let colon = if en { ": " } else { "：" };
    let mut text = match section.opens {
        Opens::Plain => format!("\n{marks} {}\n", section.title),
        _ => format!("\n{marks} {word} {}{colon}{}\n", name(section, index), section.title),
    };
    if !section.is_named && section.opens == Opens::Plain {
        text = format!("\n{}（附）\n", text.trim());
    }
    for data in &section.data {
        text.push_str(&format!("- {data}\n"));
    }
    text.extend(section.comment.clone());
    for (title, data) in &section.steps {
        text.push_str(&format!("- 措施：{title}\n"));
        data.iter().for_each(|line| text.push_str(&format!("  - {line}\n")));
    }
    for prose in &section.prose {
        text.push_str(&format!("\n{prose}\n"));
    }
    text
}

/// The marks of a kind as names of what is there; lines with a mark that has none go.
fn referred(text: &str, kind: &str, names: &[String]) -> String {
    let open = format!("⟨{kind}");
    let mut made = String::new();
    for line in text.split_inclusive('\n') {
        if line.contains(&open) && names.is_empty() {
            continue;
        }
        let mut pieces = line.split(&open);
        made.extend(pieces.next());
        for piece in pieces {
            let (number, rest) = piece.split_once('⟩').unwrap_or(("0", piece));
            made.push_str(&names[number.parse::<usize>().unwrap_or(0) % names.len()]);
            made.push_str(rest);
        }
    }
    made
}
