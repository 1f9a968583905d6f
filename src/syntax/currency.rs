//! Money by its signs and foreign words: `$10,000`, `¥5万`, `RMB 10,000`, `20000 yuan`.
//!
//! Takes what stands before or behind a number, gives the unit a plan has for it. It converts nothing: ten dollars are
//! 10美元, and how many 元 that is, no plan knows.

/// The sign or code before a number, and the money it stands for.
const SIGNS: [(&[&str], &str); 5] = [
    (&["¥", "￥", "RMB", "CNY", "人民币"], "元"),
    (&["$", "US$", "USD"], "美元"),
    (&["HK$", "HKD"], "港元"),
    (&["€", "EUR"], "欧元"),
    (&["£", "GBP"], "英镑"),
];
/// Words behind a number, in small letters.
const WORDS: [(&[&str], &str); 5] = [
    (&["yuan", "rmb", "cny", "renminbi", "元人民币", "元整"], "元"),
    (&["dollar", "dollars", "usd", "美金"], "美元"),
    (&["hkd", "港币"], "港元"),
    (&["euro", "euros", "eur"], "欧元"),
    (&["pound", "pounds", "gbp"], "英镑"),
];

/// The money a sign before a number stands for; 元 if nothing else.
pub(super) fn of_sign(sign: &str) -> &'static str {
    SIGNS.iter().find(|(signs, _)| signs.contains(&sign.trim())).map_or("元", |(_, money)| money)
}

/// The money a word behind a number stands for, with the 万 before it.
pub(super) fn of_word(word: &str) -> Option<String> {
    let (power, word) = powered(word.trim());
    let word = word.trim().to_ascii_lowercase();
    let (_, money) = WORDS.iter().find(|(words, _)| words.contains(&word.as_str()))?;
    Some(format!("{power}{money}"))
}

/// The unit of a number that has a sign of money before it: 万 of `¥5万` counts in it, 元 of `¥500元` says it again.
pub(super) fn counted(unit: &str, money: &str) -> String {
    match powered(unit) {
        (_, "") => format!("{unit}{money}"),
        _ => unit.to_owned(),
    }
}

fn powered(unit: &str) -> (&str, &str) {
    unit.split_at(unit.find(|sign| !"千百万亿".contains(sign)).unwrap_or(unit.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_words_name_the_money() {
        assert_eq!((of_sign("￥"), of_sign("$"), of_sign("HK$")), ("元", "美元", "港元"));
        assert_eq!(
            (counted("万", "元"), counted("", "美元"), counted("万元", "元")),
            ("万元".into(), "美元".into(), "万元".into())
        );
        assert_eq!(
            (of_word("万RMB"), of_word("Dollars"), of_word("万册")),
            (Some("万元".into()), Some("美元".into()), None)
        );
    }
}
