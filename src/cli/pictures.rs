//! `fangan graph`: one picture of a plan, or the analysis.

use super::args::{Graph, GraphFormat};
use super::format_of::format_of;
use super::{Exit, Failure, Ready, single};
use crate::diagnostic::Lang;
use crate::document::Anchors;
use crate::graph::{Kind, Request, analysis, picture, shown};
use crate::plan::{Holder, Plan};
use crate::{render as draw, text};

pub(super) fn run(args: &Graph, lang: Lang) -> Result<Exit, Failure> {
    let kind = args.kind.picture();
    let usual = if kind.is_some() { GraphFormat::Svg } else { GraphFormat::Text };
    let to = format_of(args.to, args.single.out.out.as_deref(), usual)?;
    single::write(&args.single, lang, |Ready { compiled, .. }| {
        let text = match kind {
            Some(kind) => drawn(args, kind, to, &compiled.plan)?,
            None => match to {
                GraphFormat::Text => draw::analysis_text(&analysis(&compiled.plan)),
                GraphFormat::Json => draw::analysis_json(&analysis(&compiled.plan)),
                _ => {
                    let message = text!(zh: "分析只有 text 和 json", en: "the analysis is text or json");
                    return Err(Failure::new(message));
                }
            },
        };
        Ok(text.into_bytes())
    })
}

fn drawn(args: &Graph, kind: Kind, to: GraphFormat, plan: &Plan) -> Result<String, Failure> {
    if args.by.is_some() && !matches!(kind, Kind::Dependency | Kind::Timeline) {
        let (name, word) = (kind.name(), kind.word());
        return Err(Failure::new(text!(
            zh: "--by 只用于措施依赖图（dependency）和进度安排图（timeline）；{name}怎么归在一起，正是图的内容",
            en: "--by is for dependency and timeline; how things stand together is what {word} shows"
        )));
    }
    let anchors = Anchors::of_plan(plan);
    let link = |holder: Holder| Some(format!("{}#{}", args.link.as_deref()?, anchors.anchor(holder)?));
    let request = Request {
        kind,
        focus: args.focus.as_deref(),
        depth: args.depth,
        by: args.by.map(Into::into),
        as_of: args.as_of,
        is_figure: false,
        link: &link,
    };
    let unknown = || {
        let name = args.focus.as_deref().unwrap_or_default();
        Failure::new(text!(
            zh: "图里没有“{name}”；写主体、目标、措施或阶段的名称",
            en: "nothing in the picture is called “{name}”; give the name of an owner, goal, measure or phase"
        ))
    };
    // What is told in words need not be placed.
    let told = || shown(plan, &request).ok_or_else(unknown);
    let drawn = || picture(plan, &request).ok_or_else(unknown);
    Ok(match to {
        GraphFormat::Svg => draw::drawing(&drawn()?),
        GraphFormat::Dot => draw::dot(&told()?),
        GraphFormat::Mermaid => draw::diagram(kind, &told()?),
        GraphFormat::Json => draw::picture_json(&drawn()?),
        GraphFormat::Html => draw::printed(&drawn()?),
        GraphFormat::Text => {
            let message = text!(zh: "图没有 text；文字分析用 --kind analysis", en: "a picture has no text; ask for --kind analysis");
            return Err(Failure::new(message));
        }
    })
}
