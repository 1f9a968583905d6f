//! `fangan graph`: one picture of a plan, or the analysis.

use super::args::{Graph, GraphFormat};
use super::{Exit, Failure, Ready, single};
use crate::diagnostic::Lang;
use crate::document::Anchors;
use crate::graph::{Kind, Request, analysis, picture};
use crate::plan::{Holder, Plan};
use crate::{render as draw, text};

pub(super) fn run(args: &Graph, lang: Lang) -> Result<Exit, Failure> {
    single::write(&args.single, lang, |Ready { compiled, .. }| {
        let text = match args.kind.picture() {
            Some(kind) => drawn(args, kind, &compiled.plan)?,
            None => match args.to {
                None | Some(GraphFormat::Text) => draw::analysis_text(&analysis(&compiled.plan)),
                Some(GraphFormat::Json) => draw::analysis_json(&analysis(&compiled.plan)),
                Some(_) => {
                    let message = text!(zh: "分析只有 text 和 json", en: "the analysis is text or json");
                    return Err(Failure::new(message));
                }
            },
        };
        Ok(text.into_bytes())
    })
}

fn drawn(args: &Graph, kind: Kind, plan: &Plan) -> Result<String, Failure> {
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
    let Some(picture) = picture(plan, &request) else {
        let name = args.focus.as_deref().unwrap_or_default();
        return Err(Failure::new(text!(
            zh: "图里没有“{name}”；写主体、目标、措施或阶段的名称",
            en: "nothing in the picture is called “{name}”; give the name of an owner, goal, measure or phase"
        )));
    };
    Ok(match args.to.unwrap_or(GraphFormat::Svg) {
        GraphFormat::Svg => draw::drawing(&picture),
        GraphFormat::Dot => draw::dot(&picture.graph),
        GraphFormat::Mermaid => draw::diagram(&picture),
        GraphFormat::Json => draw::picture_json(&picture),
        GraphFormat::Html => draw::printed(&picture),
        GraphFormat::Text => {
            let message = text!(zh: "图没有 text；文字分析用 --kind analysis", en: "a picture has no text; ask for --kind analysis");
            return Err(Failure::new(message));
        }
    })
}
