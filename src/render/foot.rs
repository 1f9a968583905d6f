//! 版记 as it is printed: as far as the profile has it, and with 主送 where the first page has no room for it.
//!
//! Takes a [`Document`], gives what stands at its foot. The text must begin on the first page (GB/T 9704—2012, 7.3.2):
//! how many lines that page has left is reckoned from the sizes of the profile, so that HTML and Word agree and no
//! browser is needed. Never moves a list that fits, but for a line that may break otherwise.

use serde::Serialize;

use super::html::Head;
use super::sheet::head_form;
use crate::document::{Document, Notice, Part, measure};
use crate::profile::{Key, Profile};

/// 版记.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Foot<'a> {
    /// 主送, if it does not stand above the text.
    pub to: Option<&'a str>,
    /// 抄送.
    pub cc: Option<&'a str>,
    /// 印发机关.
    pub organ: &'a str,
    /// 印发日期.
    pub date: &'a str,
}

/// 版记 of a document.
pub(super) fn foot<'a>(document: &'a Document, profile: &Profile) -> Option<Foot<'a>> {
    let form = profile.words(Key::ImprintForm);
    if form == "none" {
        return None;
    }
    let paper = document.parts.first().and_then(|part| match part {
        Part::Notice(paper) => Some(paper),
        _ => None,
    });
    let to = paper.filter(|paper| !has_room(document, paper, profile)).and_then(|paper| paper.addressees.as_deref());
    let printed = document.imprint.as_ref();
    let cc = printed.and_then(|imprint| imprint.cc.as_deref());
    let is_printed = to.is_some() || cc.is_some() || printed.is_some() && form == "full";
    // A paper that asked for no 版记 and gets one has it from its organ and date.
    let signed = paper.and_then(|paper| paper.signatures.first()).map(String::as_str);
    let organ = printed.map(|imprint| imprint.organ.as_str()).or(signed);
    let date = printed.map(|imprint| imprint.date.as_str()).or(paper.and_then(|paper| paper.date.as_deref()));
    is_printed.then(|| Foot { to, cc, organ: organ.unwrap_or_default(), date: date.unwrap_or_default() })
}

/// Whether the first page has room for 主送 and a line of the text.
fn has_room(document: &Document, paper: &Notice, profile: &Profile) -> bool {
    let Some(addressees) = &paper.addressees else { return true };
    let line = profile.number(Key::TextLine).max(1);
    let free = points(profile.number(Key::PageHeight)).saturating_sub(above_text(document, paper, profile)) / line;
    // A line may end a character early, before a mark.
    let characters = profile.number(Key::TextCharacters).saturating_sub(1).max(1);
    (measure(addressees) + 10).div_ceil(characters * 10) < free
}

/// How much of the first page stands above 主送, in thousandths of a point.
fn above_text(document: &Document, paper: &Notice, profile: &Profile) -> u32 {
    /// From the number to the red rule, and from the head of a letter to its number.
    const RULE: u32 = 1_380;
    const DOUBLE: u32 = 10_500;
    let line = profile.number(Key::TextLine);
    let size = document.parts.first().and_then(|part| Head::of(part, profile)).map_or(0, |head| head.size * 1_000);
    let length = |key| points(profile.number(key));
    let count = |items: usize| u32::try_from(items).unwrap_or(u32::MAX / 1_000_000);
    let titles = count(paper.title.lines.len()) * profile.number(Key::TitleLine) + line;
    let number = count(paper.signers.len().div_ceil(2).max(1)) * line;
    let head = match head_form(profile, document) {
        "red" => {
            let names = count(paper.head.len()) * (size + size / 4);
            length(Key::HeadTop) + names + 2 * line + number + points(RULE) + length(Key::HeadRule) + 2 * line
        }
        "order" => {
            let names = count(paper.head.len()) * (size + size / 4);
            return length(Key::HeadTop) + names + 2 * line + number + 2 * line;
        }
        "letter" => {
            let top = length(Key::HeadTop).saturating_sub(length(Key::PageTop));
            top + size + points(DOUBLE) + line + 2 * line
        }
        _ => 0,
    };
    head.saturating_add(titles)
}

/// Thousandths of a millimetre in thousandths of a point.
fn points(length: u32) -> u32 {
    length / 254 * 720
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::hostile;

    fn paper(addressees: String) -> Document {
        let mut document = hostile::document("甲");
        if let Some(Part::Notice(paper)) = document.parts.first_mut() {
            paper.addressees = Some(addressees);
        }
        document.imprint = None;
        document
    }

    #[test]
    fn addressees_move_where_the_text_would_leave_the_first_page() {
        let standard = Profile::standard();
        assert_eq!(foot(&paper("各学校".to_owned()), standard), None);
        let long = paper("澜平县第一中学，".repeat(40));
        let moved = foot(&long, standard);
        assert_eq!(moved.and_then(|foot| foot.to), Some("澜平县第一中学，".repeat(40).as_str()));
        assert_eq!(foot(&long, &Profile::own("plain").unwrap_or_default()), None);
    }
}
