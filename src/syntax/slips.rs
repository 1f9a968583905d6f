//! Keywords written with a sign that sounds or looks like the right one: 牵投, 陪合, 口劲.
//!
//! The signs of the Chinese keywords, each with those an input method or a hurried eye puts in their place. A word is
//! taken for a keyword only if all that differs is such a sign, so that other words are left alone.

use super::keyword::{Keyword, Place};

/// A sign and what is written for it.
const LIKE: [(char, &str); 116] = [
    ('方', "芳放防访"),
    ('案', "岸按暗"),
    ('通', "同统痛"),
    ('知', "之只"),
    ('主', "住注"),
    ('体', "休本提"),
    ('口', "扣"),
    ('径', "经劲镜"),
    ('目', "木日"),
    ('标', "表镖彪"),
    ('措', "错搓"),
    ('施', "拖旋师"),
    ('阶', "接街介"),
    ('段', "断锻"),
    ('引', "印隐"),
    ('用', "佣甩"),
    ('参', "叁惨"),
    ('数', "树属"),
    ('期', "其欺"),
    ('限', "线县"),
    ('裁', "栽载材"),
    ('责', "则贵"),
    ('任', "认仕"),
    ('发', "法罚"),
    ('文', "问纹"),
    ('机', "几击"),
    ('关', "官观"),
    ('字', "自宇"),
    ('号', "好浩"),
    ('送', "颂诵松"),
    ('抄', "钞炒超"),
    ('成', "城程"),
    ('日', "曰"),
    ('落', "络洛"),
    ('款', "宽"),
    ('布', "步部"),
    ('时', "实是"),
    ('间', "问建"),
    ('印', "应引"),
    ('公', "工共"),
    ('开', "凯"),
    ('式', "试是事"),
    ('附', "付副"),
    ('注', "住柱"),
    ('件', "建健"),
    ('依', "一衣"),
    ('据', "聚具剧"),
    ('指', "旨纸"),
    ('状', "壮装"),
    ('现', "限线"),
    ('经', "轻径"),
    ('费', "废肺"),
    ('报', "抱包"),
    ('链', "联练"),
    ('清', "青情"),
    ('单', "但丹"),
    ('列', "例烈"),
    ('出', "除初"),
    ('牵', "签千迁"),
    ('头', "投透"),
    ('配', "陪佩"),
    ('合', "和何"),
    ('始', "使史"),
    ('于', "予余"),
    ('前', "钱"),
    ('置', "值致"),
    ('托', "拖脱"),
    ('支', "枝之"),
    ('撑', "掌称"),
    ('果', "国过"),
    ('先', "选显"),
    ('严', "言研"),
    ('禁', "进金"),
    ('如', "入若"),
    ('对', "队兑"),
    ('内', "那肉"),
    ('分', "份"),
    ('工', "功公"),
    ('隶', "立力"),
    ('属', "署数"),
    ('又', "右有"),
    ('称', "秤成"),
    ('职', "直织"),
    ('条', "调"),
    ('组', "祖租"),
    ('长', "常张"),
    ('副', "付富"),
    ('员', "园圆"),
    ('办', "半伴"),
    ('室', "事市"),
    ('例', "列立"),
    ('会', "汇"),
    ('位', "味未"),
    ('向', "相象"),
    ('好', "号"),
    ('界', "介届"),
    ('历', "力厉"),
    ('适', "试是"),
    ('其', "齐"),
    ('中', "种终"),
    ('协', "胁斜"),
    ('同', "铜"),
    ('层', "曾"),
    ('级', "及极"),
    ('用', "佣"),
    ('计', "记纪"),
    ('量', "亮"),
    ('定', "订顶"),
    ('义', "意议"),
    ('部', "布"),
    ('门', "们"),
    ('完', "玩"),
    ('紧', "谨锦"),
    ('急', "及级"),
    ('程', "成呈"),
    ('度', "渡镀"),
];

/// The keyword of this place that a word is but for signs that sound or look alike.
pub(super) fn keyword(word: &str, place: Place) -> Option<Keyword> {
    let fits = |keyword: &Keyword| place.is_in(keyword.places()) && is_slip_of(word, keyword.zh());
    Keyword::ALL.iter().copied().find(fits)
}

/// Whether a word is another one but for signs that sound or look alike.
pub(super) fn is_slip_of(written: &str, meant: &str) -> bool {
    let is_like = |(wrong, right): (char, char)| LIKE.iter().any(|(sign, like)| *sign == right && like.contains(wrong));
    written != meant
        && written.chars().count() == meant.chars().count()
        && written.chars().zip(meant.chars()).all(|(wrong, right)| wrong == right || is_like((wrong, right)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::recover;

    /// A keyword with one sign mistaken, in every way the table has.
    fn slips(keyword: Keyword) -> Vec<String> {
        let signs: Vec<char> = keyword.zh().chars().collect();
        let mut found = Vec::new();
        for (at, right) in signs.iter().enumerate() {
            for wrong in LIKE.iter().filter(|(sign, _)| sign == right).flat_map(|(_, like)| like.chars()) {
                let mut written = signs.clone();
                written[at] = wrong;
                found.push(written.into_iter().collect());
            }
        }
        found
    }

    #[test]
    fn every_keyword_is_known_by_its_slips() {
        for keyword in Keyword::ALL.iter().copied() {
            let slips = slips(keyword);
            assert!(slips.len() >= 2, "{}: {slips:?}", keyword.zh());
            for slip in slips {
                assert_eq!(recover::likely(&slip, keyword.places()), Some(keyword), "{slip}");
            }
        }
    }

    #[test]
    fn two_signs_may_be_mistaken_and_other_words_are_left_alone() {
        assert_eq!(keyword("陪和", Place::MEASURE), Some(Keyword::With));
        assert_eq!(recover::likely("牵投单位", Place::MEASURE), Some(Keyword::Lead));
        assert_eq!(recover::likely("责任联", Place::PLAN), Some(Keyword::Chain));
        for word in ["天气", "实现", "说明", "原则", "注意", "一是", "要求", "重点", "教师", "学校"]
        {
            assert_eq!(recover::likely(word, Place::MEASURE), None, "{word}");
        }
    }
}
