//! An element of a drawing, in SVG or in Word.
//!
//! Takes names, attributes, text and children, prints well-formed XML. The one place where anything of a drawing is
//! escaped: text cannot reach a picture around it.

use std::fmt::{self, Display, Formatter, Write};

/// An element: its name, its attributes in order, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub name: &'static str,
    attributes: Vec<(&'static str, String)>,
    pub content: Vec<Content>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Element(Element),
    Text(String),
    /// The style sheet: ours, a constant, free of `<` and `&`.
    Style(&'static str),
}

impl Element {
    pub fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), content: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Of a class of the style sheet of pictures: these begin alike, so that no style of the page around a picture meets
    /// them.
    pub fn class(self, classes: impl AsRef<str>) -> Self {
        let named = classes.as_ref().split_whitespace().map(|class| format!("fg-{class}"));
        self.with("class", named.collect::<Vec<_>>().join(" "))
    }

    /// What an attribute says.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| *of == name).map(|(_, value)| value.as_str())
    }

    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.content.push(Content::Text(text.into()));
        self
    }

    pub fn style(mut self, sheet: &'static str) -> Self {
        self.content.push(Content::Style(sheet));
        self
    }

    pub fn child(mut self, child: Element) -> Self {
        self.content.push(Content::Element(child));
        self
    }

    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.content.extend(children.into_iter().map(Content::Element));
        self
    }

    fn print(&self, out: &mut Formatter<'_>, depth: usize) -> fmt::Result {
        write!(out, "{:1$}<{2}", "", depth * 2, self.name)?;
        for (name, value) in &self.attributes {
            write!(out, " {name}=\"{}\"", Escaped(value))?;
        }
        if self.content.is_empty() {
            return out.write_str("/>\n");
        }
        out.write_char('>')?;
        let holds_elements = self.content.iter().any(|content| matches!(content, Content::Element(_)));
        if holds_elements {
            out.write_char('\n')?;
        }
        for content in &self.content {
            match content {
                Content::Element(element) => element.print(out, depth + 1)?,
                Content::Text(text) => write!(out, "{}", Escaped(text))?,
                Content::Style(sheet) => out.write_str(sheet)?,
            }
        }
        let indent = if holds_elements { depth * 2 } else { 0 };
        writeln!(out, "{:1$}</{2}>", "", indent, self.name)
    }
}

impl Display for Element {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.print(out, 0)
    }
}

struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for sign in self.0.chars() {
            match sign {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\n' | '\t' => write!(out, "&#{};", u32::from(sign))?,
                // XML 1.0 has no way to write these.
                '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
                // These it has, but readers frown at them.
                '\u{7f}'..='\u{9f}' => {}
                _ => out.write_char(sign)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn everything_is_escaped() {
        let element = Element::new("text").with("id", "\"<&>'").text("a<b>&\"\u{0}\u{b}\u{ffff}甲");
        assert_eq!(element.to_string(), "<text id=\"&quot;&lt;&amp;&gt;'\">a&lt;b&gt;&amp;&quot;甲</text>\n");
    }

    #[test]
    fn elements_are_indented_and_text_is_not() {
        let group = Element::new("g").child(Element::new("path").with("d", "M0 0")).child(Element::new("t").text("甲"));
        assert_eq!(group.to_string(), "<g>\n  <path d=\"M0 0\"/>\n  <t>甲</t>\n</g>\n");
    }
}
