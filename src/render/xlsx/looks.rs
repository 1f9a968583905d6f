//! The looks of a sheet: faces, borders, and how numbers and days are shown.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::document::Align;

/// What title, head and cells look like.
pub(super) struct Looks {
    /// The title, across all columns.
    pub title: Format,
    /// The head.
    pub head: Format,
    body: Format,
}

impl Looks {
    pub fn new() -> Self {
        let middle = Format::new().set_align(FormatAlign::VerticalCenter);
        let centred = middle.clone().set_align(FormatAlign::Center);
        Self {
            title: centred.clone().set_font_name("方正小标宋简体").set_font_size(20),
            head: centred
                .set_font_name("黑体")
                .set_font_size(11)
                .set_border(FormatBorder::Thin)
                .set_text_wrap()
                .set_background_color(0xF2F2F2),
            body: middle.set_font_name("仿宋_GB2312").set_font_size(11).set_border(FormatBorder::Thin).set_text_wrap(),
        }
    }

    /// A cell of words.
    pub fn cell(&self, align: Align) -> Format {
        self.body.clone().set_align(match align {
            Align::Left => FormatAlign::Left,
            Align::Center => FormatAlign::Center,
            Align::Right => FormatAlign::Right,
        })
    }

    /// A number with the sign before it and as many decimals as it is written with.
    pub fn number(&self, align: Align, sign: &str, decimals: u32) -> Format {
        let digits = match decimals as usize {
            0 => "0".to_owned(),
            some => format!("0.{}", "0".repeat(some.min(15))),
        };
        let sign = if sign.is_empty() { String::new() } else { format!("\"{sign}\"") };
        self.cell(align).set_num_format(format!("{sign}{digits}"))
    }

    /// A day as an official text writes it, with the word behind it.
    pub fn day(&self, align: Align, tail: &str) -> Format {
        self.cell(align).set_num_format(format!("yyyy\"年\"m\"月\"d\"日{tail}\""))
    }
}
