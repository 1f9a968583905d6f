//! Tests of the module above.

use super::escape::{line, words};
use super::{markdown, markdown_beside, strong};
use crate::document::hostile::document;
use crate::document::{Block, Figure, Part};

#[test]
fn only_markup_is_escaped() {
    for (text, expected) in [
        ("2026年6月底前，覆盖率达到100%。", "2026年6月底前，覆盖率达到100%。"),
        ("澜教发〔2026〕12号", "澜教发〔2026〕12号"),
        ("*甲* _乙_ a_b `丙` ~~丁~~", "\\*甲\\* \\_乙\\_ a_b \\`丙\\` \\~\\~丁\\~\\~"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("](javascript:x)", "\\](javascript:x)"),
        ("甲 & 乙 &lt; &#60;", "甲 & 乙 \\&lt; \\&#60;"),
        ("C:\\temp", "C:\\\\temp"),
        ("甲\n乙", "甲 乙"),
    ] {
        assert_eq!(words(text), expected);
    }
}

#[test]
fn the_start_of_a_line_is_escaped() {
    for (text, expected) in [
        ("# 甲", "\\# 甲"),
        ("- 甲", "\\- 甲"),
        ("+ 甲", "\\+ 甲"),
        ("> 甲", "\\> 甲"),
        ("1. 甲", "1\\. 甲"),
        ("1) 甲", "1\\) 甲"),
        ("1.", "1\\."),
        ("1.甲", "1.甲"),
        ("2026年", "2026年"),
        ("    甲", "甲"),
        ("---", "\\---"),
        ("| a |", "\\| a |"),
    ] {
        assert_eq!(line(text), expected);
    }
}

#[test]
fn bold_words_end_before_their_stop() {
    assert_eq!(strong("（一）健全机制。"), "**（一）健全机制**。");
    assert_eq!(strong("（一）健全机制"), "（一）健全机制");
    assert_eq!(strong("。"), "。");
}

#[test]
fn no_string_of_the_plan_becomes_markup() {
    let page = markdown(&document("<script>alert(1)</script>"));
    assert_eq!(page.matches("<script").count(), page.matches("\\<script").count());

    let page = markdown(&document("](javascript:x)"));
    assert_eq!(page.matches("](javascript").count(), page.matches("\\](javascript").count());

    let page = markdown(&document("| a |"));
    let rows = page.lines().filter(|line| line.starts_with('|'));
    for row in rows {
        assert_eq!(row.matches('|').count() - row.matches("\\|").count(), 4, "{row}");
    }
}

#[test]
fn a_picture_is_linked_where_it_is_written() {
    let figure = |picture: &str| {
        Block::Figure(Figure {
            caption: "责任[关系]图".to_owned(),
            picture: picture.to_owned(),
            svg: String::new(),
            sheet: None,
        })
    };
    let mut document = document("甲");
    document.parts.truncate(1);
    if let Some(Part::Notice(notice)) = document.parts.first_mut() {
        notice.body = vec![figure("responsibility"), figure("timeline")];
    }
    let text = markdown_beside(&document, &["responsibility"]);
    assert!(text.contains("![责任\\[关系\\]图](responsibility.svg)\n\n图：责任"), "{text}");
    assert_eq!(text.matches(".svg").count(), 1);
}
