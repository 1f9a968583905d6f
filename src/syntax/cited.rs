//! Documents that a plan rests on: from what the grammar matched to titles, numbers and what is said of them.
//!
//! Takes the value of 依据, gives each document of it; words that are neither a number, a time, a relation nor an organ
//! are refused, so that none of them is taken for the issuer.

use crate::calendar::When;
use crate::source::{Span, Spanned};

use super::ast::{Document, Value};
use super::grammar::{Found, Rule, Stretch, child, children};
use super::keyword::Keyword;
use super::value::{is_wrapped, read, unquote};
use super::{Reading, faults, time, word};

/// How the name of whoever issues a document ends.
const ORGANS: [&str; 27] = [
    "国务院",
    "室",
    "站",
    "所",
    "中央",
    "部",
    "委",
    "局",
    "厅",
    "府",
    "会",
    "办",
    "院",
    "部门",
    "组",
    "办公室",
    "单位",
    "公司",
    "中心",
    "学校",
    "大学",
    "署",
    "司",
    "处",
    "人大",
    "政协",
    "团",
];

/// `《…》（…〔…〕…号），2016年至2021年，上位`, or several documents under one relation.
pub(super) fn document(stretch: Stretch, keyword: Keyword) -> Reading<Value> {
    let found = read(stretch, Rule::document, keyword)?;
    let mut all: Vec<Document> = Vec::new();
    for part in children(found) {
        match part.as_rule() {
            Rule::documents => all.extend(children(part).map(|each| cited(stretch, each))),
            Rule::document_part => {
                let words = stretch.words(&part);
                match &mut all[..] {
                    [only] => said_of(stretch, part, only)?,
                    several => match child(part).filter(|part| part.as_rule() == Rule::relation) {
                        Some(part) => {
                            let relation = relation(stretch, &part);
                            several.iter_mut().for_each(|each| each.relation = Some(relation.clone()));
                        }
                        None => return Err(faults::part_of_several_documents(&words.value, words.span)),
                    },
                }
            }
            _ => {
                let (title, is_titled) = titled(stretch.words(&part));
                all.push(untitled(title, is_titled));
            }
        }
    }
    Ok(Value::Documents(all))
}

fn untitled(title: Spanned<String>, is_titled: bool) -> Document {
    Document { title, is_titled, number: None, remark: None, passage: None, time: None, relation: None, issuer: None }
}

/// `国务院办公厅《甲》（国办发〔2021〕40号，以下简称《意见》）第三条`.
fn cited(stretch: Stretch, found: Found) -> Document {
    let mut document = untitled(stretch.words(&found), false);
    for part in children(found) {
        let words = stretch.words(&part);
        match part.as_rule() {
            Rule::issuer_before => document.issuer = Some(words),
            Rule::document_title => (document.title, document.is_titled) = titled(words),
            Rule::cited => {
                for inner in children(part) {
                    match inner.as_rule() {
                        Rule::cited_number => document.number = Some(stretch.words(&inner)),
                        _ => document.remark = Some(stretch.words(&inner)),
                    }
                }
            }
            Rule::document_number => document.number = Some(words),
            _ => document.passage = Some(words),
        }
    }
    document
}

/// One part behind the comma, added to the only document of the line.
fn said_of(stretch: Stretch, part: Found, document: &mut Document) -> Reading<()> {
    let (span, words) = (stretch.span_at(&part), stretch.words(&part));
    let Some(inner) = child(part) else { return Ok(()) };
    let is_open = stretch.part(&inner).is_open();
    let before = match inner.as_rule() {
        Rule::relation => document.relation.replace(relation(stretch, &inner)).map(|before| before.span),
        Rule::document_number => document.number.replace(words).map(|before| before.span),
        Rule::stretch => {
            let when = Spanned::new(time::between(stretch, inner)?, span);
            document.time.replace(when).map(|before| before.span)
        }
        Rule::time => {
            let when = Spanned::new(When::At(time::time(stretch, inner)?), span);
            document.time.replace(when).map(|before| before.span)
        }
        _ => {
            let name = unquote(&words.value).to_owned();
            let act = ["印发", "发布", "公布", "制定", "颁布", "下发"].iter().find_map(|act| name.strip_suffix(act));
            let issuer = act.unwrap_or(&name).to_owned();
            let is_organ = name != words.value || ORGANS.iter().any(|end| issuer.ends_with(end));
            if !is_organ && !is_open && !may_be_number(&issuer) {
                return Err(faults::unknown_document_part(&words.value, span));
            }
            document.issuer.replace(words.map(|_| issuer)).map(|before| before.span)
        }
    };
    before.map_or(Ok(()), |before: Span| Err(faults::said_twice_of_document(before, span)))
}

/// A number in a form of its own, which is told elsewhere.
fn may_be_number(words: &str) -> bool {
    words.trim_end().ends_with('号')
}

fn relation(stretch: Stretch, found: &Found) -> Spanned<String> {
    let relation = match found.as_str().trim() {
        "贯彻落实" => "落实",
        words => word::chinese(Rule::relation, words),
    };
    Spanned::new(relation.to_owned(), stretch.span_at(found))
}

/// A title without its marks, and whether these are 《》.
fn titled(words: Spanned<String>) -> (Spanned<String>, bool) {
    let is_titled = is_wrapped(&words.value, '《', '》');
    (words.map(|words| unquote(&words).to_owned()), is_titled)
}
