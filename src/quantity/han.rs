//! Numbers in Chinese characters.

/// Reads `一` to `九千九百九十九万…`, with 两, 廿 and 卅; `None` if it is no number or does not fit.
pub fn han_integer(text: &str) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    let (mut total, mut section, mut digit): (u64, u64, Option<u64>) = (0, 0, None);
    for character in text.chars() {
        match (character, digit_of(character), power_of(character)) {
            ('零' | '〇', ..) => {}
            ('廿', ..) => section = section.checked_add(20)?,
            ('卅', ..) => section = section.checked_add(30)?,
            (_, Some(value), _) if digit.is_none() => digit = Some(value),
            (_, _, Some(power)) => section = section.checked_add(digit.take().unwrap_or(1).checked_mul(power)?)?,
            ('万' | '亿', ..) => {
                section = section.checked_add(digit.take().unwrap_or(0))?;
                let (carried, factor) = if character == '亿' { (total, 100_000_000) } else { (0, 10_000) };
                total = (total - carried).checked_add(carried.checked_add(section)?.checked_mul(factor)?)?;
                section = 0;
            }
            _ => return None,
        }
    }
    total.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

fn digit_of(character: char) -> Option<u64> {
    match character {
        '两' => Some(2),
        _ => "一二三四五六七八九".chars().position(|each| each == character).map(|at| at as u64 + 1),
    }
}

fn power_of(character: char) -> Option<u64> {
    match character {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// Writes a number below ten thousand as headings count: 一, 十, 十一, 二十, 一百零一. Greater ones in digits.
pub fn han_ordinal(number: usize) -> String {
    if number == 0 || number >= 10_000 {
        return number.to_string();
    }
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut text = String::new();
    let mut gap = false;
    for (power, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / power % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        let leads_ten = power == 10 && digit == 1 && text.is_empty();
        if !leads_ten {
            text.push_str(DIGITS[digit]);
        }
        text.push_str(word);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ordinal_reads_back() {
        for number in 1..10_000 {
            assert_eq!(han_integer(&han_ordinal(number)), Some(number as u64), "{}", han_ordinal(number));
        }
        assert_eq!(
            (han_ordinal(10), han_ordinal(11), han_ordinal(110)),
            ("十".into(), "十一".into(), "一百一十".into())
        );
    }

    #[test]
    fn reads_what_plans_write() {
        assert_eq!(han_integer("两"), Some(2));
        assert_eq!(han_integer("廿五"), Some(25));
        assert_eq!(han_integer("三亿四千五百万"), Some(345_000_000));
        assert_eq!(han_integer("一二"), None);
        assert_eq!(han_integer("甲"), None);
    }
}
