//! A picture in Word's own shapes (DrawingML), so that it prints as lines and letters and an office can edit it.
//!
//! Takes the strokes of a sheet, gives one group: boxes, ways and fields of words, as large as the page has room for.
//! Letters do not shrink with a group, so that their size is reckoned here; lines are those of the drawing and never
//! broken anew. No font is opened: the same picture gives the same bytes on any machine.

mod fields;

use super::super::element::Element;
use super::super::sheet::Room;
use crate::document::Figure;
use crate::document::canvas::{Canvas, Dash, Ink, Paint, Pen, Step, Stroke};
use crate::profile::Profile;

const GROUP: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
/// A thousandth of a millimetre.
const EMU: i64 = 36;
/// More sheets than anybody prints, and more shapes than any word processor turns over in time.
const MOST_SHEETS: usize = 120;

/// The pictures of a document, each shape of which has a number.
pub(super) struct Drawings<'p> {
    profile: &'p Profile,
    numbers: u32,
    sheets: usize,
}

impl<'p> Drawings<'p> {
    pub(super) fn new(profile: &'p Profile) -> Self {
        Self { profile, numbers: 0, sheets: 0 }
    }

    /// A figure, as large as its page allows; none where a document has too many.
    pub(super) fn of(&mut self, figure: &Figure, turned: bool, is_first: bool) -> Option<String> {
        let sheet = figure.sheet.as_deref()?;
        self.sheets += 1;
        let room = Room::of(self.profile, turned, is_first);
        (self.sheets <= MOST_SHEETS).then(|| self.drawing(sheet, room.share(sheet)))
    }

    fn drawing(&mut self, sheet: &Canvas, share: i64) -> String {
        let scale = Scale(share * EMU);
        let (width, height) = (scale.emu(sheet.width), scale.emu(sheet.height));
        let number = self.number();
        let mut group = Element::new("wpg:wgp").child(Element::new("wpg:cNvGrpSpPr")).child(
            Element::new("wpg:grpSpPr").child(
                Element::new("a:xfrm")
                    .child(point("a:off", 0, 0))
                    .child(extent("a:ext", width, height))
                    .child(point("a:chOff", 0, 0))
                    .child(extent("a:chExt", width, height)),
            ),
        );
        let mut marks = sheet.marks.as_slice();
        while let Some((first, rest)) = marks.split_first() {
            let number = self.number();
            let (shape, taken) = match first {
                Stroke::Box { rect, radius, paint } => (scale.rect(number, *rect, *radius, paint), 1),
                Stroke::Path { steps, paint } => (scale.path(number, steps, paint), 1),
                Stroke::Words(words) => {
                    let lines = fields::lines(words, rest);
                    (scale.field(number, &lines), lines.len())
                }
            };
            group = group.child(shape);
            marks = marks.get(taken..).unwrap_or_default();
        }
        let data = Element::new("a:graphicData").with("uri", GROUP).child(group);
        let inline = Element::new("wp:inline")
            .with("distT", 0)
            .with("distB", 0)
            .with("distL", 0)
            .with("distR", 0)
            .child(extent("wp:extent", width, height))
            .child(
                Element::new("wp:docPr")
                    .with("id", number)
                    .with("name", format!("picture {number}"))
                    .with("descr", &sheet.description)
                    .with("title", &sheet.title),
            )
            .child(Element::new("wp:cNvGraphicFramePr"))
            .child(Element::new("a:graphic").child(data));
        let choice = Element::new("mc:Choice").with("Requires", "wpg").child(Element::new("w:drawing").child(inline));
        // What an older program shows instead.
        let words = Element::new("w:t").text(format!("〔{}〕{}", sheet.title, sheet.description));
        let fallback = Element::new("mc:Fallback").child(words);
        Element::new("mc:AlternateContent").child(choice).child(fallback).to_string()
    }

    fn number(&mut self) -> u32 {
        self.numbers += 1;
        self.numbers
    }
}

/// How many of Word's units a pixel of the picture has.
#[derive(Clone, Copy)]
struct Scale(i64);

impl Scale {
    fn emu(self, pixels: i32) -> i64 {
        i64::from(pixels) * self.0
    }

    fn rect(self, number: u32, [x, y, width, height]: [i32; 4], radius: i32, paint: &Paint) -> Element {
        let least = i64::from(width.min(height).max(1));
        let form = if radius > 0 {
            // The share of the shorter side, of 100,000.
            let share = (i64::from(radius) * 100_000 / least).min(50_000);
            let guide = Element::new("a:gd").with("name", "adj").with("fmla", format!("val {share}"));
            Element::new("a:prstGeom").with("prst", "roundRect").child(Element::new("a:avLst").child(guide))
        } else {
            Element::new("a:prstGeom").with("prst", "rect").child(Element::new("a:avLst"))
        };
        let place = self.place(x, y, width, height);
        shape(number, "box", Element::new("wps:cNvSpPr"), self.painted(place, form, paint))
    }

    /// A way in the smallest box around it.
    fn path(self, number: u32, steps: &[Step], paint: &Paint) -> Element {
        let points: Vec<(i32, i32)> = steps.iter().flat_map(points).collect();
        let around = |of: fn(&(i32, i32)) -> i32| {
            let least = points.iter().map(of).min().unwrap_or(0);
            (least, points.iter().map(of).max().unwrap_or(0) - least)
        };
        let ((left, width), (top, height)) = (around(|point| point.0), around(|point| point.1));
        let at = |(x, y): (i32, i32)| point("a:pt", self.emu(x - left), self.emu(y - top));
        let mut path = Element::new("a:path").with("w", self.emu(width)).with("h", self.emu(height));
        if paint.fill.is_none() {
            path = path.with("fill", "none");
        }
        for step in steps {
            path = path.child(match step {
                Step::To(x, y) => Element::new("a:moveTo").child(at((*x, *y))),
                Step::Line(x, y) => Element::new("a:lnTo").child(at((*x, *y))),
                Step::Bend(points) => Element::new("a:quadBezTo").children(points.map(at)),
                Step::Curve(points) => Element::new("a:cubicBezTo").children(points.map(at)),
                Step::Close => Element::new("a:close"),
            });
        }
        let full = Element::new("a:rect").with("l", "0").with("t", "0").with("r", "r").with("b", "b");
        let form = Element::new("a:custGeom")
            .children(["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"].map(Element::new))
            .child(full)
            .child(Element::new("a:pathLst").child(path));
        let place = self.place(left, top, width, height);
        shape(number, "line", Element::new("wps:cNvSpPr"), self.painted(place, form, paint))
    }

    fn place(self, x: i32, y: i32, width: i32, height: i32) -> Element {
        Element::new("a:xfrm").child(point("a:off", self.emu(x), self.emu(y))).child(extent(
            "a:ext",
            self.emu(width),
            self.emu(height),
        ))
    }

    fn painted(self, place: Element, form: Element, paint: &Paint) -> Element {
        let fill = paint.fill.as_ref().map_or_else(|| Element::new("a:noFill"), solid);
        let line = match &paint.line {
            None => Element::new("a:ln").child(Element::new("a:noFill")),
            Some(pen) => self.pen(pen),
        };
        Element::new("wps:spPr").child(place).child(form).child(fill).child(line)
    }

    fn pen(self, pen: &Pen) -> Element {
        let dash = match pen.dash {
            Dash::Solid => "solid",
            Dash::Dashed => "dash",
            Dash::Dotted => "sysDot",
            Dash::Mixed => "dashDot",
        };
        // No thinner than a printer draws: a quarter of a point.
        let width = (self.0 * i64::from(pen.tenths.get()) / 10).max(3_175);
        let dash = Element::new("a:prstDash").with("val", dash);
        Element::new("a:ln").with("w", width).child(solid(&pen.ink)).child(dash).child(Element::new("a:round"))
    }
}

/// A shape with nothing in it.
fn shape(number: u32, name: &str, kind: Element, looks: Element) -> Element {
    let name = Element::new("wps:cNvPr").with("id", number).with("name", format!("{name} {number}"));
    Element::new("wps:wsp").child(name).child(kind).child(looks).child(Element::new("wps:bodyPr"))
}

fn points(step: &Step) -> Vec<(i32, i32)> {
    match step {
        Step::To(x, y) | Step::Line(x, y) => vec![(*x, *y)],
        Step::Bend(points) => points.to_vec(),
        Step::Curve(points) => points.to_vec(),
        Step::Close => Vec::new(),
    }
}

fn solid(ink: &Ink) -> Element {
    let mut colour = Element::new("a:srgbClr").with("val", &ink.colour);
    if ink.opacity < 100 {
        colour = colour.child(Element::new("a:alpha").with("val", u32::from(ink.opacity) * 1_000));
    }
    Element::new("a:solidFill").child(colour)
}

fn point(name: &'static str, x: i64, y: i64) -> Element {
    Element::new(name).with("x", x).with("y", y)
}

fn extent(name: &'static str, width: i64, height: i64) -> Element {
    Element::new(name).with("cx", width).with("cy", height)
}
