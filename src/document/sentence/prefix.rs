//! What several names begin with, said once: `九年义务教育巩固率、完成率`.
//!
//! Takes names in the order in which they are told; gives each without the beginning that the one before it has said.
//! Only names that end in a word for a rate part there: any other cut could fall inside a word.

/// Words for what is measured, which stand alone behind a beginning that has been said.
const RATES: [&str; 28] = [
    "及格率",
    "优秀率",
    "合格率",
    "优良率",
    "入学率",
    "毛入学率",
    "入园率",
    "毛入园率",
    "巩固率",
    "升学率",
    "辍学率",
    "流失率",
    "毕业率",
    "完成率",
    "普及率",
    "普惠率",
    "覆盖率",
    "达标率",
    "就业率",
    "上线率",
    "录取率",
    "参与率",
    "满意率",
    "到位率",
    "低分率",
    "平均分",
    "满意度",
    "知晓率",
];

/// The least length of a beginning that is left out.
const LONG: usize = 4;

/// The names, each without what the one before it has said.
pub(super) fn once<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let mut before: Option<&str> = None;
    let told = names.into_iter().map(|name| {
        let told = before.map_or(name, |before| rest(before, name));
        before = Some(name);
        told
    });
    told.collect()
}

/// A name without what `before` begins with as well.
pub(super) fn rest<'n>(before: &str, name: &'n str) -> &'n str {
    let heads = |name: &str| RATES.iter().filter_map(|rate| name.strip_suffix(rate)).map(str::len).collect::<Vec<_>>();
    let of_before = heads(before);
    let is_long = |head: &str| head.chars().count() >= LONG;
    let shared = heads(name).into_iter().find(|head| {
        of_before.contains(head) && name.get(..*head).is_some_and(|it| before.starts_with(it) && is_long(it))
    });
    shared.filter(|_| name != before).and_then(|head| name.get(head..)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_said_once() {
        assert_eq!(once(["城区小学语文及格率", "城区小学语文优秀率"]), ["城区小学语文及格率", "优秀率"]);
        assert_eq!(once(["学前三年入园率", "学前三年毛入园率"]), ["学前三年入园率", "毛入园率"]);
        assert_eq!(once(["高中入学率", "高中毕业率"]), ["高中入学率", "高中毕业率"]);
        assert_eq!(once(["初中毕业生升学率", "初中毕业班及格率"]), ["初中毕业生升学率", "初中毕业班及格率"]);
        assert_eq!(once(["义务教育巩固率", "义务教育巩固率"]), ["义务教育巩固率", "义务教育巩固率"]);
    }
}
