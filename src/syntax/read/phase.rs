//! A phase that is written as a plain section.
//!
//! Takes a heading without a keyword, offers the phase it looks like; it stays a section until its author says otherwise.

use crate::diagnostic::{Diagnostic, Severity};
use crate::numbering::Mark;
use crate::source::Span;
use crate::text;

use super::super::faults;
use super::super::grammar::Stretch;
use super::super::line::Line;
use super::{Text, phase_title};

/// `### 第一阶段：组织发动（2026年5月—6月10日）`: a plain section that tells from when to when, as a phase does.
pub(in crate::syntax) fn phase_meant(text: Text, line: &Line) -> Option<Diagnostic> {
    const ENDS: [char; 3] = ['。', '；', '：'];
    let written = text.source.text()[line.content.clone()].trim_end_matches(ENDS);
    if !written.contains("阶段") {
        return None;
    }
    let folded = text.folded(line.content.start..line.content.start + written.len(), &mut Vec::new());
    let stretch = Stretch::whole(text.source, &folded);
    let (title, when) = phase_title(stretch, &mut Vec::new());
    let (title, _) = title.zip(when)?;
    let named = Mark::read_title(&title.value).map_or(title.value.as_str(), |(_, taken)| &title.value[taken..]);
    let ordinal = named.split_once(['：', ':', ' ']).filter(|(ordinal, _)| ordinal.ends_with("阶段"));
    let named = ordinal.map_or(named, |(_, name)| name.trim_start());
    let named = if named.is_empty() || named == "阶段" { title.value.as_str() } else { named };
    let tail = &text.source.text()[title.span.end as usize..line.content.start + written.len()];
    let span = Span::new(text.source.id(), line.content.start, line.content.end);
    let form = format!("阶段：{named}{tail}");
    let message = text!(
        zh: "这一节写了起止时间，却是一般章节，时间和先后不核对",
        en: "this section tells from when to when, but is a plain one: its time and order are not checked"
    );
    let help = text!(
        zh: "是一个阶段的，标题写成“{form}”",
        en: "if it is a phase, write the heading as “{form}”"
    );
    let found = Diagnostic::new(faults::UNKNOWN_KEYWORD, Severity::Info, span, message).help(help);
    Some(found.guess(text!(zh: "改成阶段", en: "make it a phase"), span, form))
}
