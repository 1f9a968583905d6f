//! Sheets as a drawing.
//!
//! Takes a picture whose shapes stand on sheets, gives one SVG with the sheets below one another, each with its heading
//! and its key; or each as an SVG of its own, for print.

use super::{GAP, HEADING_FONT, HEADING_LINE, LEAST_WIDTH, MARGIN, key, legend, path};
use crate::document::without_unseen;
use crate::graph::layout::{Axis, Route};
use crate::graph::sheet::{Anchor, Role, Shape, Sheet, Thing};
use crate::graph::{Kind, Picture, lettering};
use crate::render::element::Element;

/// Between one sheet and the next.
const BETWEEN: i32 = 28;

/// What every sheet of a picture has alike: the whole picture is looked through once and not for each of them.
struct Common<'a> {
    picture: &'a Picture,
    sheets: &'a [Sheet],
    key: Key,
    description: String,
}

/// The key to a picture.
enum Key {
    Steps(Vec<legend::Entry>),
    Shapes(Vec<key::Entry>),
}

/// All sheets in one drawing.
pub(super) fn all(picture: &Picture, sheets: &[Sheet]) -> Element {
    let common = Common::of(picture, sheets);
    let drawn: Vec<(Element, i32, i32)> =
        sheets.iter().enumerate().map(|(at, sheet)| one(&common, sheet, at)).collect();
    let width = drawn.iter().map(|(_, width, _)| *width).max().unwrap_or(LEAST_WIDTH);
    let mut y = 0;
    let mut groups = Vec::new();
    for (element, _, height) in drawn {
        groups.push(element.with("transform", format!("translate(0,{y})")));
        y += height + BETWEEN;
    }
    root(&common, "", width, (y - BETWEEN).max(0)).children(groups)
}

/// Each sheet as a drawing of its own.
pub(super) fn each(picture: &Picture, sheets: &[Sheet]) -> Vec<Element> {
    let common = Common::of(picture, sheets);
    let single = |(at, sheet)| {
        let (element, width, height) = one(&common, sheet, at);
        // Several may stand in one page, where a name is given once.
        let number = if sheets.len() > 1 { format!("-{}", at + 1) } else { String::new() };
        root(&common, &number, width, height).child(element)
    };
    sheets.iter().enumerate().map(single).collect()
}

impl<'a> Common<'a> {
    fn of(picture: &'a Picture, sheets: &'a [Sheet]) -> Self {
        let key = match picture.kind {
            Kind::Dependency => Key::Steps(legend::entries(&picture.graph, sheets.len() > 1)),
            _ => Key::Shapes(key::entries(picture)),
        };
        Self { picture, sheets, key, description: super::description(&picture.graph) }
    }
}

fn root(Common { picture, description: words, .. }: &Common, number: &str, width: i32, height: i32) -> Element {
    let word = format!("{}{number}", picture.kind.word());
    let (title, description) = (format!("{word}-title"), format!("{word}-description"));
    Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", format!("0 0 {width} {height}"))
        .with("width", width)
        .with("height", height)
        .class("picture sheets")
        .with("role", "img")
        .with("aria-labelledby", format!("{title} {description}"))
        .with("lang", "zh-CN")
        .child(Element::new("title").with("id", title).text(lettering::clean(&picture.graph.title)))
        .child(Element::new("desc").with("id", description).text(words.as_str()))
        .child(Element::new("style").style(include_str!("style.css")))
        .child(Element::new("style").style(include_str!("sheets.css")))
}

/// A sheet with its heading and key, and the room it takes.
fn one(Common { picture, sheets, key, .. }: &Common, sheet: &Sheet, at: usize) -> (Element, i32, i32) {
    let of = sheets.len();
    let width = sheet.width.max(LEAST_WIDTH);
    let room = width - 2 * MARGIN;
    let title =
        if of > 1 { format!("{}（{}/{of}）", picture.graph.title, at + 1) } else { picture.graph.title.clone() };
    let heading =
        if picture.has_heading || of > 1 { lettering::wrap(&title, HEADING_FONT, room, 3) } else { Vec::new() };
    let lines = i32::try_from(heading.len()).unwrap_or(3);
    let above = if heading.is_empty() { 0 } else { MARGIN + lines * HEADING_LINE + GAP };
    let top = above + sheet.height;
    let (key, key_height) = match key {
        Key::Steps(entries) => legend::draw(entries, (MARGIN, top), room),
        Key::Shapes(entries) => key::draw(entries, (MARGIN, top), room),
    };
    let height = top + key_height + if key_height > 0 { GAP } else { 0 };
    let paper = Element::new("rect").class("paper").with("width", width).with("height", height);
    let things = Element::new("g").with("transform", format!("translate(0,{above})"));
    let element = Element::new("g")
        .child(paper)
        .children(if heading.is_empty() { Vec::new() } else { super::heading_of(&heading, MARGIN, MARGIN, room) })
        .child(things.children(sheet.things.iter().map(thing)))
        .child(key);
    (element, width, height)
}

/// A thing, as a link if it leads somewhere.
pub(super) fn thing(thing: &Thing) -> Element {
    let mut group = Element::new("g").class(thing.class.clone());
    if let Role::Node(_) = thing.role {
        group = group.with("data-node", "");
    }
    if !thing.hover.is_empty() {
        group = group.child(Element::new("title").text(without_unseen(&thing.hover)));
    }
    group = group.children(thing.shapes.iter().flat_map(shape));
    super::linked(group, thing.link.as_deref())
}

fn shape(shape: &Shape) -> Vec<Element> {
    match shape {
        Shape::Box { rect, radius, class } => {
            let radius = (*radius).min(rect.height / 2).min(rect.width / 2).max(0);
            let element = super::rect(*rect).class(*class);
            vec![if radius > 0 { element.with("rx", radius) } else { element }]
        }
        Shape::Line { points, curve, head, class } => {
            let route = Route { points: points.clone(), axis: curve.unwrap_or(Axis::Across) };
            let path = |data: String, class: String| Element::new("path").class(class).with("d", data);
            if !head {
                return vec![path(path::line(points, route.axis), (*class).to_owned())];
            }
            let (line, tip) = path::arrow(&route).unwrap_or_default();
            vec![path(line, (*class).to_owned()), path(tip, format!("{class}-head"))]
        }
        Shape::Outline { points, class } => {
            let corners: Vec<String> = points.iter().map(|point| format!("{},{}", point.x, point.y)).collect();
            vec![Element::new("polygon").class(*class).with("points", corners.join(" "))]
        }
        Shape::Words { at, anchor, font, class, text } => {
            let element = Element::new("text").class(*class).with("x", at.x).with("y", at.y);
            let element = element.with("font-size", *font);
            let element = match anchor {
                Anchor::Start => element,
                Anchor::Middle => element.with("text-anchor", "middle"),
                Anchor::End => element.with("text-anchor", "end"),
            };
            vec![element.text(text.clone())]
        }
    }
}
