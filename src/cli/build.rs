//! `fangan build`: everything a bureau needs, in one folder.

use std::path::Path;

use super::args::Build;
use super::output::{self, Artifact};
use super::single::left_out;
use super::table::title;
use super::{Exit, Failure, Ready, drawn, office, pictures, plan};
use crate::Compiled;
use crate::diagnostic::Lang;
use crate::document::{self, Cut, TableKind, Wording};
use crate::graph::{Kind, analysis};
use crate::render::Style;
use crate::report::{self, report, summary};
use crate::{export, render};

/// The tables and the names of their files.
const TABLES: [(&str, TableKind); 5] = [
    ("duties", TableKind::Duties),
    ("ledger", TableKind::Ledger),
    ("schedule", TableKind::Schedule),
    ("quotas", TableKind::Quotas),
    ("obligations", TableKind::Obligations),
];

/// Checks a plan and, if nothing is certainly wrong, writes every output.
pub(super) fn run(args: &Build, lang: Lang) -> Result<Exit, Failure> {
    let Ready { file: path, compiled, wording, style } = plan(&args.plan, &args.fill, Some(&args.judge), lang)?;
    let mut said = drawn(&compiled, lang, output::wants_color());
    said.push_str(&format!("{}：{}\n", path.display(), summary(&compiled.findings, lang)));
    if !compiled.is_sound() {
        said.push_str(match lang {
            Lang::Zh => "有错误，没有写出任何文件\n",
            Lang::En => "there are errors: nothing was written\n",
        });
        output::print(said.as_bytes())?;
        return Ok(Exit::Faulty);
    }
    let style = office::style(&style, &args.look, lang)?;
    let agenda = export::agenda(&compiled.plan, &compiled.sources);
    let artifacts = artifacts(&compiled, &wording, &style, &agenda, lang)?;
    output::write_folder(&args.out, &artifacts)?;
    said.push_str(&written(&args.out, &artifacts, lang));
    said.push_str(&left_out(&agenda, lang));
    output::print(said.as_bytes())?;
    Ok(Exit::Clean)
}

/// Every output of a plan.
fn artifacts(
    compiled: &Compiled,
    wording: &Wording,
    style: &Style,
    agenda: &export::Agenda,
    lang: Lang,
) -> Result<Vec<Artifact>, Failure> {
    let plan = &compiled.plan;
    let document = pictures::illustrated(plan, wording);
    let failed = |error| office::failed(error, lang);
    let drawn: Vec<_> =
        Kind::ALL.into_iter().filter_map(|kind| pictures::linked(plan, kind, "document.html", false)).collect();
    let drawings: Vec<_> = drawn.iter().map(|picture| (picture.kind, render::drawing(picture))).collect();
    let mut artifacts = vec![
        Artifact::new(
            "index.html",
            render::index(&index(compiled, &drawings, lang), &style.templates).map_err(failed)?,
        ),
        Artifact::new("document.html", render::html_with(&document, style).map_err(failed)?),
        Artifact::new("document.md", render::markdown(&document)),
        Artifact::new("document.docx", render::word_with(&document, style).map_err(failed)?),
    ];
    for (picture, (kind, drawing)) in drawn.iter().zip(drawings) {
        let name = kind.word();
        artifacts.push(Artifact::new(format!("{name}.svg"), drawing));
        artifacts.push(Artifact::new(format!("{name}.html"), render::printed(picture)));
        artifacts.push(Artifact::new(format!("{name}.dot"), render::dot(&picture.graph)));
        artifacts.push(Artifact::new(format!("{name}.mmd"), render::diagram(picture)));
        artifacts.push(Artifact::new(format!("{name}.json"), render::picture_json(picture)));
    }
    let analysis = analysis(plan);
    artifacts.push(Artifact::new("analysis.txt", render::analysis_text(&analysis)));
    artifacts.push(Artifact::new("analysis.json", render::analysis_json(&analysis)));
    for (name, kind) in TABLES {
        let table = document::table_of(plan, wording, kind, &Cut::default()).table;
        artifacts.push(Artifact::new(format!("{name}.md"), render::markdown_table(&table)));
        artifacts.push(Artifact::new(format!("{name}.csv"), render::csv(&table)));
    }
    let sheets = document::sheets(plan, wording, &Cut::default());
    artifacts.push(Artifact::new("tables.xlsx", render::xlsx(&title(plan), &sheets).map_err(failed)?));
    artifacts.push(Artifact::new("plan.json", export::json(plan, &compiled.sources)));
    artifacts.push(Artifact::new("plan.ics", export::ics(agenda)));
    Ok(artifacts)
}

/// The page that leads to the rest.
fn index(compiled: &Compiled, drawings: &[(Kind, String)], lang: Lang) -> render::Index {
    let plan = &compiled.plan;
    let item = |name: &str, english: &str, stem: &str, files: &[(&str, &str)]| render::Item {
        name: name.to_owned(),
        english: english.to_owned(),
        files: files.iter().map(|(label, end)| ((*label).to_owned(), format!("{stem}.{end}"))).collect(),
    };
    let table = [("Markdown", "md"), ("CSV", "csv")];
    let pictures = [("SVG", "svg"), ("打印", "html"), ("DOT", "dot"), ("Mermaid", "mmd"), ("JSON", "json")];
    let options = report::Options { lang, ..report::Options::default() };
    let findings = report(report::Format::Short, &compiled.findings, &compiled.sources, &options);
    render::Index {
        title: title(plan),
        number: plan.notices.first().and_then(|notice| notice.number.as_ref()).map(|number| number.value.clone()),
        items: vec![
            item("公文", "official document", "document", &[("HTML", "html"), ("Word", "docx"), ("Markdown", "md")]),
            item("全部表格", "all tables", "tables", &[("Excel", "xlsx")]),
            item("责任分工表", "duties", "duties", &table),
            item("工作台账", "ledger of tasks", "ledger", &table),
            item("进度安排表", "schedule", "schedule", &table),
            item("指标分年度表", "quotas by year", "quotas", &table),
            item("经常性工作表", "recurring obligations", "obligations", &table),
            item("措施依赖图", "dependencies", "dependency", &pictures),
            item("责任关系图", "responsibility", "responsibility", &pictures),
            item("目标支撑图", "what serves what", "alignment", &pictures),
            item("进度安排图", "timeline", "timeline", &pictures),
            item("分析", "critical chain, slack, load", "analysis", &[("文字", "txt"), ("JSON", "json")]),
            item("数据", "the plan as data", "plan", &[("JSON", "json"), ("iCalendar", "ics")]),
        ],
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
