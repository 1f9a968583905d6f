//! Tests of the module above.

use super::{break_title, measure};

/// Titles as they should be broken, a stroke where a line ends; `~` is the space between organs that a break eats.
const TITLES: [&str; 21] = [
    "中共海东市平安区委办公室~|海东市平安区人民政府办公室关于印发|海东市平安区提升教育教学质量|三年攻坚行动方案的通知",
    "澜平县教育局 澜平县应急管理局~|关于印发《2026年汛期学校安全隐患|排查整治和应急演练工作实施方案》的通知",
    "海东市平安区提升教育教学质量|三年攻坚行动方案（2017—2020年）",
    "澜平县教育局关于印发|《校园安全实施方案》的通知",
    "怒江州人民政府办公室关于印发|怒江州“十四五”学前教育发展提升|行动计划实施方案的通知",
    "校园食品安全专项整治工作方案",
    "澜平县义务教育优质均衡发展|三年行动计划（2026—2028年）",
    "2026年汛期学校安全隐患排查整治|和应急演练工作实施方案",
    "任务分工表",
    "澜平县教育局等五部门关于印发|《澜平县第三期学前教育行动计划》的通知",
    "澜平县人民政府办公室关于印发|澜平县“县管校聘”管理改革实施方案|和中小学教师交流轮岗工作方案的通知",
    "澜平县教育局关于做好2026年|义务教育学校招生入学工作的通知",
    "澜平县2026年秋季学期中小学校园|安全专项整治实施方案",
    "澜平县2026—2027学年第一学期|教育教学质量监测工作方案",
    "澜平县教育局关于印发《2026年春季学期|校园食品安全专项整治方案》的通知",
    "滁州市教育局关于印发|《滁州市“教学质量提升年”|活动实施方案》的通知",
    "澜平县教育局关于印发《澜平县教育局|“质量提升年”活动实施方案》的通知",
    "夷安区教育局关于印发|《夷安区义务教育均衡发展|A4、A5指标迎评工作实施方案》的通知",
    "云溪县教育局 云溪县财政局关于印发|《云溪县中小学体育场地建设|实施方案》的通知",
    "",
    "A",
];

#[test]
fn titles_break_where_a_reader_would() {
    for expected in TITLES {
        let text = expected.replace("~|", " ").replace('|', "");
        assert_eq!(break_title(&text).lines.join("|"), expected.replace('~', ""));
    }
}

#[test]
fn no_line_is_too_wide_and_no_word_is_lost() {
    let long = "关于《".repeat(300);
    let latin = "abcdefghij".repeat(20);
    for text in TITLES.iter().copied().chain([long.as_str(), latin.as_str(), "（", "》》》", "  a  b  "]) {
        let title = break_title(text);
        assert!(title.lines.iter().all(|line| measure(line) <= 200), "{title:?}");
        let bare = |text: &str| text.replace(' ', "");
        assert_eq!(bare(&title.lines.concat()), bare(text));
    }
}

#[test]
fn names_of_places_stay_whole() {
    let text = "中共海东市平安区委办公室 海东市平安区人民政府办公室关于印发《海东市平安区提升教育教学质量三年攻坚行动方案（2017年9月—2020年8月）》的通知";
    let lines = break_title(text).lines;
    assert!(lines.iter().all(|line| !line.starts_with(['市', '区'])), "{lines:?}");
}

#[test]
fn numbers_and_years_stay_whole() {
    let text = "澜平县加快推进义务教育优质均衡发展和城乡一体化2026年重点任务第12号工作方案";
    for line in break_title(text).lines {
        assert!(!line.ends_with(|char: char| char.is_ascii_digit()), "{line}");
        assert!(!line.starts_with(['年', '号']), "{line}");
    }
}
