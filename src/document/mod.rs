//! The plan as an official document, finished but for its looks.
//!
//! Takes the resolved plan, gives a [`Document`]: parts, blocks, numbering, sentences, tables. Everything a page
//! shows is decided here; a renderer only writes it down. Knows nothing of HTML, Markdown or Word, and holds no id
//! of the plan.

mod agree;
mod annex;
mod assemble;
pub mod canvas;
mod clean;
mod derive;
mod figure;
mod flow;
mod heading;
#[cfg(test)]
pub(crate) mod hostile;
mod minutes;
mod notice;
mod number;
mod origin;
mod paragraph;
mod prose;
mod relations;
mod rest;
mod run;
mod said;
mod section;
mod sentence;
mod table;
mod text;
mod title;
mod told;
mod tree;
mod wording;

pub use assemble::{document, document_with};
pub use canvas::Canvas;
pub use clean::without_unseen;
pub use number::Anchors;
pub use origin::origins;
pub use table::{Cut, Grouping, Sheet, TableKind, Value, duties, has_owner, obligations, quotas, sheets, table_of};
pub use text::plain;
pub use title::{break_title, measure};
pub use told::told;
pub use wording::{Fault, FaultKind, Wording};

use assemble::Writer;

use serde::Serialize;

/// One document as it is issued: what goes into one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// The name for a window or a file list.
    pub name: String,
    /// The parts in order; each begins a new page.
    pub parts: Vec<Part>,
    /// 版记: what stands at the foot of the last page.
    pub imprint: Option<Imprint>,
}

/// A part that begins on a new page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Part {
    /// 通知: the paper that issues a plan.
    Notice(Notice),
    /// The plan itself, under its own title.
    Plan(Body),
    /// 附件: a table or a text that hangs on the plan.
    Attachment(Attachment),
}

/// An official paper with a red head (GB/T 9704—2012, clause 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// 发文机关标志: the names in red, the sponsoring organ first. Empty for a paper without a head.
    pub head: Vec<String>,
    /// 紧急程度: 特急 or 加急.
    pub urgency: Option<String>,
    /// 发文字号, such as `平办发〔2017〕55号`.
    pub number: Option<String>,
    /// 签发人 of a paper to a superior, in the order of the organs.
    pub signers: Vec<String>,
    /// 标题.
    pub title: Title,
    /// 主送机关 without the colon.
    pub addressees: Option<String>,
    /// 正文.
    pub body: Vec<Block>,
    /// 附件说明: the names, in order.
    pub attachments: Vec<String>,
    /// 发文机关署名, the sponsoring organ first.
    pub signatures: Vec<String>,
    /// 成文日期, such as `2017年11月22日`.
    pub date: Option<String>,
    /// 附注 without its brackets.
    pub note: Option<String>,
}

/// A text under a title of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Body {
    /// 报头, if it is a briefing or minutes.
    pub banner: Option<Banner>,
    /// The title.
    pub title: Title,
    /// What follows it.
    pub body: Vec<Block>,
    /// 附件说明: the names, in order.
    pub attachments: Vec<String>,
    /// 发文机关署名, where no notice issues it.
    pub signatures: Vec<String>,
    /// 成文日期, where no notice issues it.
    pub date: Option<String>,
}

/// 报头: the head of a briefing or of minutes, which says who edits it and when; nothing stands below its text then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Banner {
    /// 简报名称 or 纪要标志, such as `教育工作简报`.
    pub name: String,
    /// 期号, such as `第5期`; empty where none is given.
    pub issue: String,
    /// 编发机关.
    pub organ: String,
    /// 印发日期.
    pub date: String,
}

/// 附件.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attachment {
    /// `附件` or `附件1`.
    pub label: String,
    /// The title.
    pub title: Title,
    /// What follows it.
    pub body: Vec<Block>,
}

/// A title and the lines it is broken into, words kept whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Title {
    /// The whole title.
    pub text: String,
    /// The same, line by line.
    pub lines: Vec<String>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A numbered heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
}

/// A heading with its level mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// 1 to 4: `一、`, `（一）`, `1.`, `（1）`; 5 and deeper have no mark.
    pub level: u8,
    /// The mark, such as `（一）`; empty where the level has none.
    pub mark: String,
    /// The words.
    pub text: String,
    /// Where links to it lead.
    pub anchor: String,
    /// What follows on the same line when the heading runs into its paragraph (F56); the words then end in a stop.
    pub run_in: Vec<Inline>,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Its text.
    pub inlines: Vec<Inline>,
    /// Where links to it lead.
    pub anchor: Option<String>,
    /// Whether it signs the text and stands at the right.
    pub is_signature: bool,
    /// 出席, 请假 or 列席 of minutes: what it lists, which stands before it with a colon.
    pub label: Option<String>,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Inline {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// Words that lead to another place of the document.
    Link {
        /// The words.
        text: String,
        /// The anchor they lead to.
        target: String,
    },
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Its caption.
    pub caption: Option<String>,
    /// What stands right above it, such as `单位：万元`.
    pub unit: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows below the head.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How its cells stand.
    pub align: Align,
    /// Its share of the width, relative to the other columns.
    pub weight: u16,
    /// What a spreadsheet takes its cells for.
    pub holds: Holds,
}

/// What the cells of a column are to a spreadsheet, which reckons with numbers and sorts by days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Holds {
    /// Words.
    #[default]
    Words,
    /// Numbers, some with a sign before them: `≥97`.
    Numbers,
    /// Days, some with a word behind them: `2018年3月31日前`.
    Days,
    /// One of these, to be filled in.
    Choice(&'static [&'static str]),
}

/// How the cells of a column stand: numbers and short words centred, long words left, a typed column as its colons say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Row {
    /// One cell a column.
    Cells {
        /// The cells.
        cells: Vec<Vec<Inline>>,
    },
    /// A line across the whole table that names what follows.
    Section {
        /// The name.
        text: String,
    },
}

/// A picture of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Its caption; empty below all sheets of a picture but the last.
    pub caption: String,
    /// Which picture it is: the name its renderer knows it by.
    pub picture: String,
    /// The picture, or one sheet of it, as SVG, made by the graph renderer.
    pub svg: String,
    /// The same as plain shapes, for Word.
    #[serde(skip)]
    pub sheet: Option<Box<Canvas>>,
}

/// 版记.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imprint {
    /// 抄送 without its label and stop.
    pub cc: Option<String>,
    /// 印发机关.
    pub organ: String,
    /// 印发日期, such as `2017年11月22日`.
    pub date: String,
}

impl Banner {
    /// The lines it prints, the empty ones left out.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        [&self.name, &self.issue, &self.organ, &self.date]
            .into_iter()
            .map(String::as_str)
            .filter(|line| !line.is_empty())
    }
}

impl Figure {
    fn drawn(&self, sheets: Vec<(String, Canvas)>) -> Vec<Block> {
        let last = sheets.len();
        let figure = |(at, (svg, sheet)): (usize, (String, Canvas))| {
            let caption = if at + 1 == last { self.caption.clone() } else { String::new() };
            Block::Figure(Figure { caption, picture: self.picture.clone(), svg, sheet: Some(Box::new(sheet)) })
        };
        sheets.into_iter().enumerate().map(figure).collect()
    }
}

impl Document {
    /// The document with its figures drawn by name, each sheet a figure of its own, the caption below the last; one that
    /// cannot be drawn is left out.
    pub fn illustrated(mut self, draw: impl Fn(&str) -> Vec<(String, Canvas)>) -> Self {
        for part in &mut self.parts {
            let blocks = match part {
                Part::Notice(notice) => &mut notice.body,
                Part::Plan(body) => &mut body.body,
                Part::Attachment(attachment) => &mut attachment.body,
            };
            if !blocks.iter().any(|block| matches!(block, Block::Figure(_))) {
                continue;
            }
            let drawn = std::mem::take(blocks).into_iter().flat_map(|block| match block {
                Block::Figure(figure) => figure.drawn(draw(&figure.picture)),
                block => vec![block],
            });
            *blocks = drawn.collect();
        }
        self
    }
}

impl Part {
    /// The same without its blocks, for who has written them already.
    pub(crate) fn without_blocks(&self) -> Self {
        match self {
            Part::Notice(notice) => Part::Notice(Notice {
                head: notice.head.clone(),
                urgency: notice.urgency.clone(),
                number: notice.number.clone(),
                signers: notice.signers.clone(),
                title: notice.title.clone(),
                addressees: notice.addressees.clone(),
                body: Vec::new(),
                attachments: notice.attachments.clone(),
                signatures: notice.signatures.clone(),
                date: notice.date.clone(),
                note: notice.note.clone(),
            }),
            Part::Plan(body) => Part::Plan(Body {
                banner: body.banner.clone(),
                title: body.title.clone(),
                body: Vec::new(),
                attachments: body.attachments.clone(),
                signatures: body.signatures.clone(),
                date: body.date.clone(),
            }),
            Part::Attachment(attachment) => Part::Attachment(Attachment {
                label: attachment.label.clone(),
                title: attachment.title.clone(),
                body: Vec::new(),
            }),
        }
    }
}

impl Inline {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Inline::Text { text: text.into() }
    }

    /// The words without their link.
    pub fn words(&self) -> &str {
        match self {
            Inline::Text { text } | Inline::Link { text, .. } => text,
        }
    }
}
