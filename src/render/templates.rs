//! The templates of HTML and Word: those of the program, and an office's own in the place of single ones.
//!
//! Takes names and texts, never reads a file: what a template may include is what stands here, so none reaches
//! anything else. An office's template is counted as it runs and ends when it has run too long, held too much or
//! written too much.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::RenderError;
use crate::diagnostic::Text;
use crate::text;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../stdlib/templates/", $name)))),*]
    };
}

/// Every file of `stdlib/templates/`: its path there and its text.
const FILES: [(&str, &str); 23] = files![
    "blocks.html.jinja",
    "document.css",
    "document.html.jinja",
    "heads.html.jinja",
    "index.html.jinja",
    "sheet.css.jinja",
    "word/app.xml",
    "word/content-types.xml",
    "word/core.xml.jinja",
    "word/document.rels",
    "word/document.xml.jinja",
    "word/face.xml.jinja",
    "word/fontTable.xml",
    "word/footer-even.xml.jinja",
    "word/footer-first.xml.jinja",
    "word/footer-odd.xml.jinja",
    "word/footer-wide-even.xml.jinja",
    "word/footer-wide-odd.xml.jinja",
    "word/number.xml.jinja",
    "word/numbering.xml.jinja",
    "word/package.rels",
    "word/settings.xml.jinja",
    "word/styles.xml.jinja",
];

/// How many steps an office's templates may take for one file: some dozen times those of a long plan. What is held in
/// memory counts as well, one step for 64 bytes, so half a gigabyte is the most.
const FUEL: u64 = 8_000_000;
/// How many bytes one may write; what the program's own write is as long as the plan.
const ROOM: usize = 64 << 20;

/// The templates that documents are written by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates(BTreeMap<&'static str, Own>);

/// An office's template.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Own {
    /// The path people know it by.
    shown: String,
    text: String,
}

/// A place in an office's template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The path people know the template by.
    pub shown: String,
    /// Its text.
    pub text: String,
    /// The bytes that are to blame.
    pub range: Range<usize>,
}

impl Templates {
    /// The names that a template can have.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(name, _)| *name)
    }

    /// Puts an office's template in the place of the program's; false if there is none of that name.
    pub fn put(&mut self, name: &str, shown: String, text: String) -> bool {
        let known = Self::names().find(|known| *known == name);
        if let Some(known) = known {
            self.0.insert(known, Own { shown, text });
        }
        known.is_some()
    }

    /// Whether these templates are the program's.
    pub(super) fn are_own(&self, names: &[&str]) -> bool {
        names.iter().all(|name| !self.0.contains_key(name))
    }

    /// The text of a template.
    pub(super) fn text(&self, name: &str) -> &str {
        let own = FILES.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text);
        self.0.get(name).map_or(own, |own| &own.text)
    }

    /// An engine with the templates that one output is made of.
    pub(super) fn environment(&self, names: &[&'static str]) -> Result<Environment<'_>, RenderError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_debug(true);
        if !self.0.is_empty() {
            environment.set_fuel(Some(FUEL));
        }
        for name in names {
            self.escapes(name)?;
            environment.add_template(name, self.text(name)).map_err(|error| self.fault(&error, name))?;
        }
        Ok(environment)
    }

    /// Fills a template.
    pub(super) fn fill(&self, environment: &Environment, name: &str, data: &Value) -> Result<String, RenderError> {
        let template = environment.get_template(name).map_err(|error| self.fault(&error, name))?;
        if self.0.is_empty() {
            return template.render(data).map_err(|error| self.fault(&error, name));
        }
        let mut page = Limited { bytes: Vec::new(), most: ROOM };
        let filled = template.render_captured_to(data, &mut page);
        filled.map_err(|error| self.fault(&error, name))?;
        String::from_utf8(page.bytes).map_err(|error| RenderError::plain(text!(zh: "{error}", en: "{error}")))
    }

    /// Escaping is the engine's and no template's to switch off.
    fn escapes(&self, name: &str) -> Result<(), RenderError> {
        let Some(own) = self.0.get(name) else { return Ok(()) };
        let mut tags = own.text.match_indices("{%").map(|(at, _)| at);
        let is_switch =
            |at: &usize| own.text[at + 2..].trim_start_matches(['-', '+', ' ', '\n', '\t']).starts_with("autoescape");
        let Some(at) = tags.find(is_switch) else { return Ok(()) };
        let message =
            text!(zh: "转义不能关掉：不能用 autoescape", en: "escaping cannot be switched off: no autoescape");
        Err(RenderError { message, spot: Some(self.spot(own, at..at + 2)) })
    }

    fn spot(&self, own: &Own, range: Range<usize>) -> Box<Spot> {
        Box::new(Spot { shown: own.shown.clone(), text: own.text.clone(), range })
    }

    /// An error in the first of these templates that is an office's, at the words it wrote if they stand there.
    #[cfg(feature = "word")]
    pub(super) fn blame(&self, names: &[&str], near: &str, message: Text) -> RenderError {
        let own = names.iter().find_map(|name| self.0.get(name));
        let spot = own.map(|own| {
            let at = Some(near).filter(|near| !near.is_empty()).and_then(|near| own.text.find(near));
            self.spot(own, at.map_or_else(|| line_of(&own.text, 1), |at| at..at + near.len()))
        });
        RenderError { message, spot }
    }

    /// What the engine finds wrong while it reads or fills a template, shown in the office's if it is in one.
    fn fault(&self, error: &Error, filled: &str) -> RenderError {
        // A fault in an included template comes wrapped in one of where it is included.
        let mut inner = error;
        while let Some(next) = std::error::Error::source(inner).and_then(|next| next.downcast_ref::<Error>()) {
            inner = next;
        }
        let detail = inner.detail().unwrap_or_default();
        let message = words(inner.kind(), detail);
        let own = self.0.get(inner.name().unwrap_or(filled));
        let spot = own.map(|own| {
            let line = inner.line().unwrap_or(1);
            let whole = || line_of(&own.text, line);
            let range = inner.range().filter(|range| range.end <= own.text.len() && !range.is_empty());
            self.spot(own, range.unwrap_or_else(whole))
        });
        RenderError { message, spot }
    }
}

/// What is written, as long as there is not too much of it.
struct Limited {
    bytes: Vec<u8>,
    most: usize,
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.most - self.bytes.len() {
            return Err(io::Error::other("too much output"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bytes of a line without its end.
fn line_of(text: &str, line: usize) -> Range<usize> {
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let length = text[start..].lines().next().map_or(0, str::len);
    start..start + length
}

fn words(kind: ErrorKind, detail: &str) -> Text {
    let (zh, en) = match kind {
        ErrorKind::SyntaxError => ("模板写得不对", "the template cannot be read"),
        ErrorKind::TemplateNotFound => ("没有这个模板", "there is no such template"),
        ErrorKind::UndefinedError => ("没有这一项数据", "there is no such value"),
        ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => {
            ("没有这个名称", "there is nothing of that name")
        }
        ErrorKind::OutOfFuel => {
            ("模板运行太久或占用内存太多，已经停止", "the template ran too long or held too much and was stopped")
        }
        ErrorKind::WriteFailure => ("模板写出的内容太多，已经停止", "the template wrote too much and was stopped"),
        _ => ("模板有误", "the template failed"),
    };
    let (do_zh, do_en) = advice(kind);
    match detail {
        "" => text!(zh: "{zh}{do_zh}", en: "{en}{do_en}"),
        detail => text!(zh: "{zh}：{detail}{do_zh}", en: "{en}: {detail}{do_en}"),
    }
}

/// What to write instead.
fn advice(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::UndefinedError => (
            "；能用的数据都列在 docs/templates-html.txt 和 docs/templates-word.txt",
            "; docs/templates-html.txt and docs/templates-word.txt list all there is",
        ),
        ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownFunction => (
            "；能用的是 minijinja 自带的，以及 docs/style.md“模板”一节里的",
            "; there are those of minijinja and those of “Templates” in docs/style.md",
        ),
        ErrorKind::TemplateNotFound => {
            ("；只能引用 stdlib/templates 里已有的文件名", "; only the names in stdlib/templates can be included")
        }
        ErrorKind::SyntaxError => (
            "；{{ 以 }} 结束，{% for %} 以 {% endfor %} 结束，{% if %} 以 {% endif %} 结束",
            "; {{ ends in }}, {% for %} in {% endfor %}, {% if %} in {% endif %}",
        ),
        _ => ("", ""),
    }
}
