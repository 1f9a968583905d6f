//! `fangan build`: everything a bureau needs, in one folder.

use std::path::Path;

use super::args::Build;
use super::output::{self, Artifact};
use super::progress::Progress;
use super::single::left_out;
use super::table::title;
use super::{Exit, Failure, Ready, drawn, office, plan};
use crate::Compiled;
use crate::diagnostic::Lang;
use crate::document::{self, Cut, TableKind, Wording};
use crate::graph::{Kind, analysis};
use crate::illustrated::{illustrated, linked};
use crate::plan::Plan;
use crate::render::Style;
use crate::report::{self, report, summary};
use crate::{export, render, text};

/// The tables: the names of their files, what they are called in both languages, and whether they are written although
/// they have no rows.
const TABLES: [(&str, TableKind, &str, &str, bool); 7] = [
    ("duties", TableKind::Duties, "责任分工表", "Duties", true),
    ("ledger", TableKind::Ledger, "工作台账", "Ledger of tasks", true),
    ("schedule", TableKind::Schedule, "进度安排表", "Schedule", true),
    ("quotas", TableKind::Quotas, "指标表", "Quotas", true),
    ("obligations", TableKind::Obligations, "经常性工作表", "Recurring obligations", true),
    ("projects", TableKind::Projects, "重点项目清单", "Projects", false),
    ("members", TableKind::Members, "成员名单", "Members of groups", false),
];

/// What a file is, in Chinese and in English, and the end of its name.
type Label = (&'static str, &'static str, &'static str);

const WEB: Label = ("网页", "Web page", "html");
/// The files of the document.
const DOCUMENT: &[Label] = &[
    WEB,
    #[cfg(feature = "word")]
    ("Word", "Word", "docx"),
];
#[cfg(feature = "sheets")]
const EXCEL: Label = ("Excel", "Excel", "xlsx");
const MARKDOWN: Label = ("Markdown", "Markdown", "md");
const JSON: Label = ("JSON", "JSON", "json");
/// The files of a table besides the workbook of all, and those of a picture.
const TABLE: [Label; 2] = [MARKDOWN, ("CSV", "CSV", "csv")];
const PICTURE: [Label; 2] = [("图片", "Picture", "svg"), ("打印", "To print", "html")];
const DIAGRAM: [Label; 3] = [("DOT", "DOT", "dot"), ("Mermaid", "Mermaid", "mmd"), JSON];

/// Checks a plan and, if nothing is certainly wrong, writes every output.
pub(super) fn run(args: &Build, lang: Lang) -> Result<Exit, Failure> {
    let Ready { file: path, compiled, wording, style } =
        plan(&args.plan, &args.make.fill, Some(&args.make.judge), lang)?;
    let mut said = drawn(&compiled, lang, output::wants_color());
    let colon = text!(zh: "：", en: ": ");
    said.push_str(&format!("{}{}{}\n", path.display(), colon.get(lang), summary(&compiled.findings, lang)));
    if !compiled.is_sound() {
        said.push_str(match lang {
            Lang::Zh => "有错误，没有写出任何文件\n",
            Lang::En => "there are errors: nothing was written\n",
        });
        output::print(said.as_bytes())?;
        return Ok(Exit::Faulty);
    }
    let style = office::style(&style, &args.make.look, lang)?;
    let agenda = export::agenda(&compiled.plan, &compiled.sources);
    let progress = Progress::by_stage(lang);
    let artifacts = artifacts(&compiled, &wording, &style, &agenda, lang, &progress)?;
    drop(progress);
    output::write_folder(&args.out, &compiled.sources, &artifacts)?;
    said.push_str(&written(&args.out, &artifacts, lang));
    said.push_str(&left_out(&agenda, lang));
    output::print(said.as_bytes())?;
    Ok(Exit::Clean)
}

/// Every output of a plan.
pub(super) fn artifacts(
    compiled: &Compiled,
    wording: &Wording,
    style: &Style,
    agenda: &export::Agenda,
    lang: Lang,
    progress: &Progress,
) -> Result<Vec<Artifact>, Failure> {
    let plan = &compiled.plan;
    progress.at(&text!(zh: "正在写公文", en: "writing the document"));
    let document = illustrated(plan, wording);
    let failed = |error| office::failed(error, lang);
    progress.at(&text!(zh: "正在画图", en: "drawing the pictures"));
    let drawn: Vec<_> = Kind::ALL.into_iter().filter_map(|kind| linked(plan, kind, "document.html", false)).collect();
    let drawings: Vec<_> = drawn.iter().map(|picture| (picture.kind, render::drawing(picture))).collect();
    progress.at(&text!(zh: "正在排版", en: "setting the document"));
    let tables = tables(plan, wording);
    let beside: Vec<&str> = drawn.iter().map(|picture| picture.kind.word()).collect();
    let mut artifacts = vec![
        Artifact::new(
            "index.html",
            render::index(&index(compiled, &drawings, &tables, lang), &style.templates).map_err(failed)?,
        ),
        Artifact::new("document.html", render::html_with(&document, style).map_err(failed)?),
        Artifact::new("document.md", render::markdown_beside(&document, &beside)),
        #[cfg(feature = "word")]
        Artifact::new("document.docx", render::word_with(&document, style).map_err(failed)?),
    ];
    for (picture, (kind, drawing)) in drawn.iter().zip(drawings) {
        let name = kind.word();
        artifacts.push(Artifact::new(format!("{name}.svg"), drawing));
        artifacts.push(Artifact::new(format!("{name}.html"), render::printed(picture)));
        artifacts.push(Artifact::new(format!("{name}.dot"), render::dot(&picture.graph)));
        artifacts.push(Artifact::new(format!("{name}.mmd"), render::diagram(picture.kind, &picture.graph)));
        artifacts.push(Artifact::new(format!("{name}.json"), render::picture_json(picture)));
    }
    progress.at(&text!(zh: "正在制表", en: "making the tables"));
    let analysis = analysis(plan);
    artifacts.push(Artifact::new("analysis.txt", render::analysis_text(&analysis)));
    artifacts.push(Artifact::new("analysis.json", render::analysis_json(&analysis)));
    for Made { name, table, .. } in &tables {
        artifacts.push(Artifact::new(format!("{name}.md"), render::markdown_table(table)));
        artifacts.push(Artifact::new(format!("{name}.csv"), render::csv(table)));
    }
    #[cfg(feature = "sheets")]
    artifacts.push(Artifact::new(
        "tables.xlsx",
        render::xlsx(&title(plan), &document::sheets(plan, wording, &Cut::default())).map_err(failed)?,
    ));
    artifacts.push(Artifact::new("plan.json", export::json(plan, &compiled.sources)));
    artifacts.push(Artifact::new("plan.ics", export::ics(agenda)));
    Ok(artifacts)
}

/// A table that is written, with the stem of its files and what it is called.
struct Made {
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    table: document::Table,
}

/// Every table; projects and members where the plan has some.
fn tables(plan: &Plan, wording: &Wording) -> Vec<Made> {
    let made = TABLES.into_iter().filter_map(|(name, kind, zh, en, is_always)| {
        let table = document::table_of(plan, wording, kind, &Cut::default()).table;
        (is_always || !table.rows.is_empty()).then_some(Made { name, zh, en, table })
    });
    made.collect()
}

/// The page that leads to the rest.
fn index(compiled: &Compiled, drawings: &[(Kind, String)], tables: &[Made], lang: Lang) -> render::Index {
    let plan = &compiled.plan;
    let file = |stem: &str, (name, english, end): &(&str, &str, &str)| render::File {
        name: (*name).to_owned(),
        english: (*english).to_owned(),
        path: format!("{stem}.{end}"),
    };
    let item = |name: &str, english: &str, stem: &str, files: &[Label], machine: &[Label]| render::Item {
        name: name.to_owned(),
        english: english.to_owned(),
        files: files.iter().map(|label| file(stem, label)).collect(),
        machine: machine.iter().map(|label| file(stem, label)).collect(),
    };
    let picture = |name: &str, english: &str, stem: &str| item(name, english, stem, &PICTURE, &DIAGRAM);
    let options = report::Options { lang, ..report::Options::default() };
    let findings = report(report::Format::Short, &compiled.findings, &compiled.sources, &options);
    render::Index {
        title: title(plan),
        is_chinese: lang == Lang::Zh,
        number: plan.notices.first().and_then(|notice| notice.number.as_ref()).map(|number| number.value.clone()),
        items: [
            item("公文", "Official document", "document", DOCUMENT, &[MARKDOWN]),
            #[cfg(feature = "sheets")]
            item("全部表格", "All tables", "tables", &[EXCEL], &[]),
            picture("措施依赖图", "Dependencies", "dependency"),
            picture("责任关系图", "Responsibility", "responsibility"),
            picture("目标支撑图", "What serves what", "alignment"),
            picture("进度安排图", "Timeline", "timeline"),
            item("分析", "Critical chain, slack, load", "analysis", &[("文字", "Text", "txt")], &[JSON]),
            item("日历", "Calendar", "plan", &[("日历文件", "iCalendar", "ics")], &[]),
        ]
        .into_iter()
        .chain(tables.iter().map(|made| item(made.zh, made.en, made.name, &[], &TABLE)))
        .chain([item("方案数据", "The plan as data", "plan", &[], &[JSON])])
        .collect(),
        findings: findings.lines().map(str::to_owned).collect(),
        pictures: drawings
            .iter()
            .map(|(kind, drawing)| (kind.name().to_owned(), kind.word().to_owned(), drawing.clone()))
            .collect(),
    }
}

/// What was written, for the summary.
fn written(folder: &Path, artifacts: &[Artifact], lang: Lang) -> String {
    let (count, folder) = (artifacts.len(), folder.display());
    let mut text = match lang {
        Lang::Zh => format!("已写出{count}个文件到 {folder}：\n"),
        Lang::En => format!("wrote {count} files to {folder}:\n"),
    };
    for artifact in artifacts {
        text.push_str(&format!("  {}\n", artifact.name));
    }
    text
}
