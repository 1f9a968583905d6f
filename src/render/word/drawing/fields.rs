//! Words of a picture as fields of text.
//!
//! Takes lines that stand below one another, gives one field with a paragraph for each, so that a box keeps its words
//! together when an office edits it.

use super::{Scale, extent, point};
use crate::document::canvas::{Held, Stroke, Words};
use crate::render::element::Element;

/// A half point.
const HALF_POINT: i64 = 6_350;
/// A twentieth of a point.
const TWIP: i64 = 635;

/// A line and what follows it in the same column, close below.
pub(super) fn lines<'a>(first: &'a Words, rest: &'a [Stroke]) -> Vec<&'a Words> {
    let mut lines = vec![first];
    for stroke in rest {
        let (Stroke::Words(next), Some(last)) = (stroke, lines.last()) else { break };
        let step = next.at.1 - last.at.1;
        let is_below = next.at.0 == last.at.0 && next.held == last.held;
        if !is_below || step < next.font || step > 2 * next.font {
            break;
        }
        lines.push(next);
    }
    lines
}

impl Scale {
    /// A field of text. Of a line of fixed height, four fifths stand above the foot of the letters.
    pub(super) fn field(self, number: u32, lines: &[&Words]) -> Element {
        let Some(first) = lines.first() else { return Element::new("wps:wsp") };
        let mut height = first.font * 3 / 2;
        let top = first.at.1 - height * 4 / 5;
        let mut foot = first.at.1 - height * 4 / 5;
        let mut content = Element::new("w:txbxContent");
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                height = ((line.at.1 - foot) * 5 / 4).max(line.font);
            }
            foot += height;
            content = content.child(self.line(line, height));
        }
        let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
        // Letters of another font may be wider: there is room for that where nothing is held.
        let width = widest + widest / 4 + 2 * first.font;
        let left = match first.held {
            Held::Left => first.at.0,
            Held::Middle => first.at.0 - width / 2,
            Held::Right => first.at.0 - width,
        };
        let place = Element::new("a:xfrm").child(point("a:off", self.emu(left), self.emu(top))).child(extent(
            "a:ext",
            self.emu(width),
            self.emu(foot - top),
        ));
        let looks = Element::new("wps:spPr")
            .child(place)
            .child(Element::new("a:prstGeom").with("prst", "rect").child(Element::new("a:avLst")))
            .child(Element::new("a:noFill"))
            .child(Element::new("a:ln").child(Element::new("a:noFill")));
        let body = Element::new("wps:bodyPr").with("wrap", "square");
        let body = ["lIns", "tIns", "rIns", "bIns"].into_iter().fold(body, |body, side| body.with(side, 0));
        Element::new("wps:wsp")
            .child(Element::new("wps:cNvPr").with("id", number).with("name", format!("text {number}")))
            .child(Element::new("wps:cNvSpPr").with("txBox", 1))
            .child(looks)
            .child(Element::new("wps:txbx").child(content))
            .child(body.with("anchor", "t").child(Element::new("a:noAutofit")))
    }

    fn line(self, words: &Words, height: i32) -> Element {
        let held = match words.held {
            Held::Left => "left",
            Held::Middle => "center",
            Held::Right => "right",
        };
        let value = |name: &'static str, value: String| Element::new(name).with("w:val", value);
        let spacing = Element::new("w:spacing").with("w:line", (self.emu(height) / TWIP).max(20));
        let paragraph = Element::new("w:pPr")
            .child(value("w:pStyle", "Picture".to_owned()))
            .child(spacing.with("w:lineRule", "exact"))
            .child(value("w:jc", held.to_owned()));
        // Rounded down, so that no line becomes longer than the drawing has it.
        let size = (self.emu(words.font) / HALF_POINT).max(2).to_string();
        let mut run = Element::new("w:rPr");
        if words.bold {
            run = run.child(Element::new("w:b"));
        }
        let run = run
            .child(value("w:color", words.ink.colour.clone()))
            .child(value("w:sz", size.clone()))
            .child(value("w:szCs", size));
        let text = Element::new("w:t").with("xml:space", "preserve").text(words.text.clone());
        Element::new("w:p").child(paragraph).child(Element::new("w:r").child(run).child(text))
    }
}
