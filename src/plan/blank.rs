//! Signs that stand for a name to be filled in: `XX县`, `××学校`, `某某局`.

use std::ops::Range;

/// Where the first blank of a name stands, if it has one.
///
/// Two or more of one sign in a row. 〇〇 in a year such as 二〇〇八 and letters inside a Latin word are none; 某县 is how
/// examples are written and is a name.
pub fn blank(name: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some((start, sign)) = name[from..].char_indices().find(|(_, sign)| is_sign(*sign)) {
        let start = from + start;
        let end = name[start..].find(|next| next != sign).map_or(name.len(), |length| start + length);
        let before = name[..start].chars().next_back();
        let after = name[end..].chars().next();
        let is_run = end - start > sign.len_utf8();
        if is_run && ![before, after].into_iter().flatten().any(|next| belongs_to(sign, next)) {
            return Some(start..end);
        }
        from = end;
    }
    None
}

/// Whether a name has a blank in it.
pub fn is_blank_name(name: &str) -> bool {
    blank(name).is_some()
}

fn is_sign(sign: char) -> bool {
    matches!(sign, 'X' | 'x' | 'Ｘ' | 'ｘ' | '×' | '某' | '〇' | '○' | '◯' | '□' | '＿' | '_')
}

/// Whether a sign is part of a word or number together with what stands beside it.
fn belongs_to(sign: char, neighbour: char) -> bool {
    match sign {
        'X' | 'x' => neighbour.is_ascii_alphabetic(),
        '〇' | '○' => "零〇○一二三四五六七八九十".contains(neighbour),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_told_from_names() {
        for (name, sign) in
            [("XX县教育局", "XX"), ("××学校", "××"), ("某某局", "某某"), ("〇〇镇", "〇〇"), ("20XX年", "XX")]
        {
            assert_eq!(blank(name).map(|at| &name[at]), Some(sign), "{name}");
        }
        for name in ["某县", "二〇〇八年方案", "MAXXI馆", "X光室", "教育局"] {
            assert_eq!(blank(name), None, "{name}");
        }
    }
}
