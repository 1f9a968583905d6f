//! Where a name leads, and where it is used.

use super::index::{Form, Mention};
use super::{Analysis, Definition};
use crate::source::{SourceId, Span};
use crate::syntax::keyword::Keyword;
use crate::syntax::line::is_blank;

impl Analysis {
    /// Where the name at a place is declared; of a file named by 引用, its beginning.
    pub fn definition(&self, source: SourceId, offset: usize) -> Option<Definition> {
        let Some(mention) = self.index.at(source, offset) else { return self.used_file(source, offset) };
        let declared = self.index.of_thing(mention.thing).filter(|mention| mention.is_declaration);
        let mut targets: Vec<&Mention> = declared.collect();
        // A thing with several names is declared where its first stands.
        let first = targets.iter().position(|target| matches!(target.form, Form::Name(0))).unwrap_or(0);
        let target = (!targets.is_empty()).then(|| targets.swap_remove(first))?;
        Some(Definition { origin: mention.span, targets: vec![target.span] })
    }

    /// Where the very name that stands at a place is declared: the full name of an owner, a title.
    pub fn declared_name(&self, source: SourceId, offset: usize) -> Option<Span> {
        let mention = self.index.at(source, offset)?;
        let Form::Name(form) = mention.form else { return None };
        Some(self.index.names(&self.compiled.plan, mention.thing).get(form)?.span)
    }

    /// Every place where the thing at a place is named, by file and place; where it is declared only if that is asked,
    /// and once, though its full name or its title stands there as well.
    ///
    /// They are those of this plan: a file that several plans use is asked about in each.
    pub fn references(&self, source: SourceId, offset: usize, with_declaration: bool) -> Vec<Span> {
        let Some(mention) = self.index.at(source, offset) else { return Vec::new() };
        let declared = self.definition(source, offset).filter(|_| with_declaration);
        let declared = declared.and_then(|found| found.targets.first().copied());
        let all = self.index.of_thing(mention.thing);
        let counts = |mention: &&Mention| !mention.is_declaration || Some(mention.span) == declared;
        all.filter(counts).map(|mention| mention.span).collect()
    }

    /// Every place where any name of the thing at a place stands.
    pub fn mentions(&self, source: SourceId, offset: usize) -> Vec<Span> {
        let Some(mention) = self.index.at(source, offset) else { return Vec::new() };
        self.index.of_thing(mention.thing).map(|mention| mention.span).collect()
    }

    fn used_file(&self, source: SourceId, offset: usize) -> Option<Definition> {
        let text = self.compiled.sources.get(source).text();
        let start = super::draft::line_start(text, offset);
        let line = text.get(start..)?.lines().next()?;
        let content = line.trim_start_matches(is_blank).strip_prefix(['-', '－'])?.trim_start_matches(is_blank);
        let rest = [Keyword::Use.zh(), Keyword::Use.en()].iter().find_map(|word| content.strip_prefix(word))?;
        let is_mark = |sign: char| matches!(sign, '、' | '，' | ',' | '：' | ':' | '；' | ';') || is_blank(sign);
        let at = line.len() - rest.len();
        let named = offset.checked_sub(start + at)?;
        let from = rest
            .get(..named)?
            .rfind(is_mark)
            .map_or(0, |mark| mark + rest[mark..].chars().next().map_or(1, char::len_utf8));
        let to = rest[named..].find(is_mark).map_or(rest.len(), |mark| named + mark);
        let name = rest[from..to].trim_matches(['“', '”', '"']);
        let file = self.compiled.sources.iter().find(|other| other.id() != source && is_meant(name, other.path()))?;
        let origin = Span::new(source, start + at + from, start + at + to);
        Some(Definition { origin, targets: vec![Span::new(file.id(), 0, 0)] })
    }
}

/// Whether 引用 names a file so: `std.organs`, `共用/主体.plan`.
fn is_meant(name: &str, path: &std::path::Path) -> bool {
    if name.is_empty() {
        return false;
    }
    match name.strip_prefix("std.") {
        Some(name) => crate::plan::is_library(path) && path.file_stem().is_some_and(|stem| stem == name),
        None => {
            let name = name.trim_start_matches("./").trim_start_matches("../");
            path.ends_with(name) || path.with_extension("").ends_with(name)
        }
    }
}
