//! Plans as documents: every plan beside this file against the expected plain text of its document; `BLESS=1`
//! rewrites it. Then what must hold of any plan: whatever lines come together, a document is made, its sentences are
//! well formed and its links lead somewhere.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::document::{
    Block, Canvas, Document, Inline, Part, Row, Wording, document, duties, obligations, plain, quotas,
};
use fangan::plan::Plan;
use fangan::source::Sources;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/document")
}

fn resolved(text: &str) -> Plan {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", text);
    let parsed = fangan::syntax::parse(sources.get(id));
    fangan::plan::resolve(sources.get(id), &parsed.file).0
}

/// The document and the three tables of a plan as plain text.
fn written(text: &str) -> String {
    let plan = resolved(text);
    let words = Wording::default();
    let tables = [duties(&plan, &words), quotas(&plan, &words), obligations(&plan, &words)];
    let tables = tables.iter().filter(|table| !table.rows.is_empty()).map(|table| format!("\n{}\n", table.plain()));
    plain(&document(&plan)) + &tables.collect::<String>()
}

#[test]
fn documents_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut plans = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    plans.retain(|path| path.extension().is_some_and(|extension| extension == "plan"));
    plans.sort();
    assert!(!plans.is_empty());
    let mut wrong = Vec::new();
    for path in plans {
        let output = written(&fs::read_to_string(&path).unwrap());
        let expected = path.with_extension("txt");
        if bless {
            fs::write(expected, output).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != output {
            wrong.push(format!("{} is not:\n{output}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What no printed text may hold: empty brackets, doubled stops, doubled words of comparison.
const FORBIDDEN: [&str; 14] = [
    "（）",
    "。。",
    "，，",
    "，。",
    "；。",
    "、。",
    "：。",
    "（；",
    "；）",
    "、、",
    "以上以上",
    "以下以下",
    "不低于不低于",
    "到到",
];

/// Every anchor that something stands at, and every anchor that a link leads to.
fn anchors(document: &Document) -> (Vec<&str>, Vec<&str>) {
    let (mut places, mut targets) = (Vec::new(), Vec::new());
    for part in &document.parts {
        let body = match part {
            Part::Notice(notice) => &notice.body,
            Part::Plan(body) => &body.body,
            Part::Attachment(attachment) => &attachment.body,
        };
        for block in body {
            match block {
                Block::Heading(heading) => {
                    places.push(heading.anchor.as_str());
                    targets.extend(heading.run_in.iter().filter_map(target));
                }
                Block::Paragraph(paragraph) => {
                    places.extend(paragraph.anchor.as_deref());
                    targets.extend(paragraph.inlines.iter().filter_map(target));
                }
                Block::Table(table) => {
                    let cells = table.rows.iter().filter_map(|row| match row {
                        Row::Cells { cells } => Some(cells),
                        Row::Section { .. } => None,
                    });
                    targets.extend(cells.flatten().flatten().filter_map(target));
                }
                Block::Figure(_) => {}
            }
        }
    }
    (places, targets)
}

fn target(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Link { target, .. } => Some(target),
        Inline::Text { .. } => None,
    }
}

/// The lines of all fixtures, from which any plan is put together.
fn lines() -> Vec<String> {
    let plans = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut plans = plans.filter(|path| path.extension().is_some_and(|end| end == "plan")).collect::<Vec<_>>();
    plans.sort();
    plans
        .iter()
        .flat_map(|path| fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn any_lines_make_a_document(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..60)) {
        let lines = lines();
        let text = picks.iter().map(|pick| pick.get(&lines).as_str()).collect::<Vec<_>>().join("\n");
        let plan = resolved(&text);
        let document = document(&plan);
        let printed = plain(&document);
        for forbidden in FORBIDDEN {
            prop_assert!(!printed.contains(forbidden), "{forbidden} in\n{printed}\nof\n{text}");
        }
        let (places, targets) = anchors(&document);
        for target in targets {
            prop_assert!(places.contains(&target), "{target} leads nowhere in\n{printed}");
        }
        let mut once = places.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), places.len());
        prop_assert_eq!(plain(&fangan::document::document(&plan)), printed);
    }
}

/// A plan whose group leads a measure, sits in the text and is asked for as a table.
const GROUP: &str = "# 方案：澜平县学校建设方案\n- 列出：责任关系图、项目清单、成员名单、指标\n\n\
# 主体\n- 县长，岗位\n- 县教育局：澜平县教育局\n  - 局长，岗位\n\
- 领导小组：澜平县学校建设领导小组，小组\n  - 组长：县长\n  - 成员：局长、县教育局\n\n\
## 工作目标\n- 指标：新建学校，12所，其中2026年3所、2027年4所、2028年5所\n\n\
## 重点项目\n### 措施 一：改造城关中学\n- 责任：局长\n- 牵头：领导小组\n- 时限：2026年底\n\n\
## 组织领导\n加强领导。\n";

#[test]
fn a_group_leads_to_where_it_is_named() {
    let document = document(&resolved(GROUP));
    let Part::Plan(body) = &document.parts[0] else { panic!() };
    let roster = body.body.iter().find_map(|block| match block {
        Block::Heading(heading) if heading.text == "组织领导" => Some(heading.anchor.clone()),
        _ => None,
    });
    let links = body.body.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(&paragraph.inlines),
        Block::Heading(heading) => Some(&heading.run_in),
        _ => None,
    });
    let target = links.flatten().find_map(|inline| match inline {
        Inline::Link { text, target } if text == "领导小组" => Some(target.clone()),
        _ => None,
    });
    assert!(roster.is_some() && target == roster, "{target:?} is not {roster:?}");
}

#[test]
fn tables_stand_in_the_order_asked_for() {
    let text = plain(&document(&resolved(GROUP)));
    let tables = [
        "〔附件1〕重点项目清单\n序号 | 项目 | 目标时限 | 责任部门 | 责任人\n—— 二、重点项目\n1 | 改造城关中学 | 2026年底前 | 领导小组 | 局长",
        "〔附件2〕领导小组成员名单\n组内职务 | 单位及职务\n—— 澜平县学校建设领导小组\n组长 | 县长\n成员 | 局长、县教育局",
        "〔附件3〕主要指标分年度表\n序号 | 指标 | 单位 | 2026年 | 2027年 | 2028年 | 累计",
        "1 | 新建学校 | 所 | 3 | 4 | 5 | 12",
    ];
    for table in tables {
        assert!(text.contains(table), "no {table} in {text}");
    }
}

#[test]
fn the_title_of_an_attachment_is_the_caption_of_its_picture() {
    let words = String::new;
    let sheet = Canvas { width: 90, height: 60, title: words(), description: words(), marks: Vec::new() };
    let named = document(&resolved(GROUP)).illustrated(|_| vec![("<svg></svg>".to_owned(), sheet.clone())]);
    let page = fangan::render::html(&named).unwrap();
    assert!(page.contains("责任关系图") && !page.contains("<figcaption>"), "{page}");
}
