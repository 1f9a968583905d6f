//! A drawing as plain shapes: the very elements that the SVG is printed from, with what the style sheet says of each.
//!
//! Takes the root of a drawing, gives a [`Canvas`]. A shape that is added to the SVG is therefore in Word as well.

use std::num::NonZeroU8;

use super::looks::{Looks, Properties, Seen};
use crate::document::canvas::{Canvas, Dash, Held, Ink, Paint, Pen, Step, Stroke, Words};
use crate::graph::lettering;
use crate::render::element::{Content, Element};

/// What children have from the element that holds them.
const INHERITED: [&str; 7] =
    ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor"];

/// The shapes of a drawing.
pub(super) fn canvas(root: &Element) -> Canvas {
    let view: Vec<i32> = numbers(root.attribute("viewBox").unwrap_or_default());
    let at = |index: usize| view.get(index).copied().unwrap_or(0);
    let said = |name: &str| children(root).find(|child| child.name == name).map(words).unwrap_or_default();
    let mut walk = Walk {
        looks: Looks::of(&[include_str!("style.css"), include_str!("sheets.css")]),
        line: Vec::new(),
        marks: Vec::new(),
    };
    walk.visit(root, (-at(0), -at(1)), &Properties::new());
    Canvas { width: at(2), height: at(3), title: said("title"), description: said("desc"), marks: walk.marks }
}

struct Walk {
    looks: Looks,
    /// The elements that hold the one that is visited.
    line: Vec<Seen>,
    marks: Vec<Stroke>,
}

impl Walk {
    fn visit(&mut self, element: &Element, (x, y): (i32, i32), above: &Properties) {
        if matches!(element.name, "title" | "desc" | "style") {
            return;
        }
        let classes = element.attribute("class").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        self.line.push(Seen { tag: element.name, classes });
        let mut look: Properties = above.clone();
        look.retain(|name, _| INHERITED.contains(name));
        for name in INHERITED {
            look.extend(element.attribute(name).map(|value| (name, value.to_owned())));
        }
        look.extend(self.looks.of_element(&self.line));
        let moved = numbers(element.attribute("transform").unwrap_or_default());
        let corner = (x + moved.first().unwrap_or(&0), y + moved.get(1).unwrap_or(&0));
        // The page is white by itself.
        if element.attribute("class") != Some("fg-paper") {
            self.marks.extend(stroke(element, corner, &look));
        }
        for child in children(element) {
            self.visit(child, corner, &look);
        }
        self.line.pop();
    }
}

fn stroke(element: &Element, (dx, dy): (i32, i32), look: &Properties) -> Option<Stroke> {
    let of = |name: &str| element.attribute(name).and_then(|value| value.parse::<i32>().ok()).unwrap_or(0);
    let paint = paint(look);
    let steps = match element.name {
        "rect" => {
            let rect = [of("x") + dx, of("y") + dy, of("width"), of("height")];
            return Some(Stroke::Box { rect, radius: of("rx"), paint });
        }
        "text" => {
            let font = of("font-size").max(size(look));
            let text = words(element);
            let held = match look.get("text-anchor").map(String::as_str) {
                Some("middle") => Held::Middle,
                Some("end") => Held::Right,
                _ => Held::Left,
            };
            let bold = look.get("font-weight").is_some_and(|weight| weight == "600");
            let (at, width) = ((of("x") + dx, of("y") + dy), lettering::width(&text, font));
            let ink = paint.fill?;
            return Some(Stroke::Words(Words { at, held, width, font, bold, ink, text })).filter(|_| width > 0);
        }
        "line" => vec![Step::To(of("x1") + dx, of("y1") + dy), Step::Line(of("x2") + dx, of("y2") + dy)],
        "polygon" => corners(&numbers(element.attribute("points")?), dx, dy),
        "path" => path(element.attribute("d")?, dx, dy),
        _ => return None,
    };
    let is_line = element.name == "line";
    Some(Stroke::Path { steps, paint: if is_line { Paint { fill: None, ..paint } } else { paint } })
}

fn size(look: &Properties) -> i32 {
    look.get("font-size").and_then(|size| size.trim_end_matches("px").parse().ok()).unwrap_or(12)
}

fn paint(look: &Properties) -> Paint {
    let opacity = look.get("opacity").map_or(100, |share| u8::try_from(percent(share)).unwrap_or(100).min(100));
    let ink = |name: &str| {
        let colour = look.get(name).map(String::as_str);
        let colour = if name == "fill" { colour.or(Some("#000000")) } else { colour };
        let digits = colour?.strip_prefix('#')?;
        Some(Ink { colour: digits.to_uppercase(), opacity })
    };
    let tenths = look.get("stroke-width").map_or(10, |width| u8::try_from(percent(width) / 10).unwrap_or(u8::MAX));
    let pen = |ink: Ink| Some(Pen { ink, tenths: NonZeroU8::new(tenths)?, dash: dash(look) });
    Paint { fill: ink("fill"), line: ink("stroke").and_then(pen) }
}

/// A decimal of at most two places, times a hundred.
fn percent(decimal: &str) -> u16 {
    let (whole, rest) = decimal.split_once('.').unwrap_or((decimal, ""));
    let places = format!("{rest:0<2}");
    let number = |digits: &str| digits.parse::<u16>().unwrap_or(0);
    number(whole).saturating_mul(100).saturating_add(number(&places))
}

fn dash(look: &Properties) -> Dash {
    match numbers(look.get("stroke-dasharray").map_or("", String::as_str)).as_slice() {
        [] => Dash::Solid,
        [_, _, _, ..] => Dash::Mixed,
        [first, ..] if *first <= 2 => Dash::Dotted,
        _ => Dash::Dashed,
    }
}

fn corners(points: &[i32], dx: i32, dy: i32) -> Vec<Step> {
    let mut steps: Vec<Step> = points.chunks_exact(2).map(|pair| Step::Line(pair[0] + dx, pair[1] + dy)).collect();
    if let Some(Step::Line(x, y)) = steps.first().copied() {
        steps[0] = Step::To(x, y);
    }
    steps.push(Step::Close);
    steps
}

/// The pieces of a path such as [`path`](super::path) writes.
fn path(data: &str, dx: i32, dy: i32) -> Vec<Step> {
    let mut steps = Vec::new();
    let is_letter = |sign: char| sign.is_ascii_uppercase();
    let starts: Vec<usize> = data.match_indices(is_letter).map(|(at, _)| at).collect();
    for (at, &start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(data.len());
        let values = numbers(&data[start + 1..end]);
        let points: Vec<(i32, i32)> = values.chunks_exact(2).map(|pair| (pair[0] + dx, pair[1] + dy)).collect();
        steps.extend(match (&data[start..=start], points.as_slice()) {
            ("M", &[(x, y)]) => Some(Step::To(x, y)),
            ("L", &[(x, y)]) => Some(Step::Line(x, y)),
            ("Q", &[a, b]) => Some(Step::Bend([a, b])),
            ("C", &[a, b, c]) => Some(Step::Curve([a, b, c])),
            ("Z", _) => Some(Step::Close),
            _ => None,
        });
    }
    steps
}

fn children(element: &Element) -> impl Iterator<Item = &Element> {
    element.content.iter().filter_map(|content| match content {
        Content::Element(child) => Some(child),
        _ => None,
    })
}

fn words(element: &Element) -> String {
    let texts = element.content.iter().filter_map(|content| match content {
        Content::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// All whole numbers in a text.
fn numbers(text: &str) -> Vec<i32> {
    text.split(|sign: char| !sign.is_ascii_digit() && sign != '-').filter_map(|word| word.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_comes_with_its_colours_in_its_place() {
        let text = Element::new("text").class("label").with("x", 5).with("y", 9).text("甲");
        let tip = Element::new("path").class("line-head").with("d", "M1 2Q3 4 5 -6Z");
        let group = Element::new("g").with("transform", "translate(10,20)").class("goal").child(text).child(tip);
        let root = Element::new("svg").with("viewBox", "-3 0 40 50").class("picture").child(group);
        let canvas = canvas(&root);
        let Stroke::Words(words) = &canvas.marks[0] else { panic!("{canvas:?}") };
        assert_eq!((words.at, words.held, words.font, words.bold), ((18, 29), Held::Middle, 14, true));
        assert_eq!(words.ink.colour, "FFFFFF");
        let Stroke::Path { steps, paint } = &canvas.marks[1] else { panic!("{canvas:?}") };
        assert_eq!(steps, &[Step::To(14, 22), Step::Bend([(16, 24), (18, 14)]), Step::Close]);
        assert_eq!((paint.fill.as_ref().unwrap().colour.as_str(), &paint.line), ("77838F", &None));
        assert_eq!([percent(".8"), percent("1.2"), percent("2"), percent("0.45")], [80, 120, 200, 45]);
    }
}
