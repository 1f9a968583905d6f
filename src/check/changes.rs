//! Changes that prose states with three figures: 由90%提高到95%，提高5%.
//!
//! Takes words, gives the figures. Judges nothing.

use super::figures::{Figure, figures, sentences};

/// From one value to another, and by how much.
pub(super) struct Change {
    /// The first value.
    pub from: Figure,
    /// The second, of the same unit.
    pub to: Figure,
    /// The change that is stated.
    pub by: Figure,
}

/// What stands before the first value.
const FROM: [char; 2] = ['由', '从'];

/// Words for a change.
const MOVES: [&str; 12] =
    ["提高", "增加", "增长", "上升", "提升", "扩大", "下降", "减少", "降低", "缩小", "压减", "降"];

/// Words that make the third figure something else.
const OTHERWISE: [&str; 9] = ["年均", "每年", "平均", "到", "至", "比", "较", "以上", "倍"];

/// Every change that some words state; no figure is taken twice.
pub(super) fn changes(words: &str) -> Vec<Change> {
    let mut found = Vec::new();
    if !words.contains(FROM) {
        return found;
    }
    for at in sentences(words) {
        let sentence = &words[at.clone()];
        for three in figures(sentence).windows(3) {
            let [from, to, by] = three else { continue };
            if is_change(sentence, from, to, by) {
                let moved = |figure: &Figure| Figure {
                    at: at.start + figure.at.start..at.start + figure.at.end,
                    ..figure.clone()
                };
                found.push(Change { from: moved(from), to: moved(to), by: moved(by) });
            }
        }
    }
    found
}

fn is_change(sentence: &str, from: &Figure, to: &Figure, by: &Figure) -> bool {
    let before = &sentence[..from.at.start];
    let is_from = FROM.iter().any(|word| before.rfind(*word).is_some_and(|at| before[at..].chars().count() <= 10));
    let between = &sentence[from.at.end..to.at.start];
    let is_move = MOVES.iter().any(|word| between.contains(word));
    let is_to = ["到", "至", "到了", "至了"].iter().any(|word| between.ends_with(word));
    let then = &sentence[to.at.end..by.at.start];
    let is_by = then.starts_with('，') && MOVES.iter().any(|word| then.trim_end_matches('了').ends_with(word));
    let is_short = between.chars().count() <= 16 && then.chars().count() <= 8;
    let is_plain = !OTHERWISE.iter().any(|word| then.contains(word)) && !between.contains('，');
    from.unit == to.unit && !from.unit.word().is_empty() && is_from && is_move && is_to && is_by && is_short && is_plain
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn only_three_figures_of_one_change() {
        assert_eq!(changes("巩固率由2025年的90%提高到95%，提高5%。").len(), 1);
        assert_eq!(changes("学校由10所增加到30所，增加了20所").len(), 1);
        for words in ["由90%提高到95%，年均提高1%", "由10所增加到30所，培训教师20人", "学校30所，教师20人，班10个"]
        {
            assert!(changes(words).is_empty(), "{words}");
        }
    }
}
