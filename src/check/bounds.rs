//! Quantities with a word of bound before and after them, such as 不低于95%以上.
//!
//! The pairs are data in `stdlib/words/paired-bounds.txt`. Takes a passage, gives each pair in it; two rules word them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::drawers::Drawers;
use super::passages::Passage;
use super::pattern::{Pattern, units};

/// A number with its unit, or a value of the data.
static QUANTITY: Pattern = Pattern::new(
    &[],
    concat!(
        "^ ?(?:安排|开展|组织|召开|培训|建设|新建|改造|配备|选派|完成|达到|举办|参加|培养|检查|建成|开设|走访|设置|配置|培育)?\
         (?:\u{fffc}|(?:[0-9]+(?:[.．][0-9]+)?|[零〇一二两三四五六七八九十百千半几]+(?:分之[一二三四五六七八九十]+|数)?)[多几]?",
        units!(),
        "?)"
    ),
);

/// The pairs as they are sought.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    openers: Drawers,
    /// What may close each opener, and what to write instead.
    closers: Vec<Vec<(String, String)>>,
}

/// A quantity between two words of bound.
pub(super) struct Bounded<'a> {
    /// The word before it.
    pub first: Range<usize>,
    /// The word after it.
    pub last: Range<usize>,
    /// The word that is enough; empty if the two contradict each other.
    pub enough: &'a str,
}

impl Pairs {
    /// Every quantity of a passage with a bound before and after it that do not go together.
    pub fn bounded<'a>(&'a self, passage: &'a Passage) -> impl Iterator<Item = Bounded<'a>> {
        // Where the last word stands that closes each opener.
        let mut last_closers: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        self.openers.longest(&passage.text).filter_map(move |(number, opener)| {
            let rest = &passage.text[opener.end..];
            let closers = &self.closers[number];
            // To read a quantity costs more than to see that no word of bound is behind it.
            let last = || closers.iter().filter_map(|(closer, _)| passage.text.rfind(closer.as_str())).max();
            let last = last_closers.entry(number).or_insert_with(last);
            let after = last.filter(|at| *at >= opener.end).and_then(|_| QUANTITY.length(rest))?;
            // 多 stands inside a quantity: 将近100多人.
            let ends = [rest[..after].find('多'), Some(after)];
            let (start, closer, enough) = ends.into_iter().flatten().find_map(|end| {
                let start = end + rest[end..].len() - rest[end..].trim_start_matches(' ').len();
                let (closer, enough) = closers.iter().find(|(closer, _)| rest[start..].starts_with(closer.as_str()))?;
                Some((opener.end + start, closer, enough))
            })?;
            let found = Bounded { first: opener, last: start..start + closer.len(), enough };
            let is_word =
                !passage.text[start + closer.len()..].starts_with(['述', '级', '报', '发', '达', '移', '前', '额']);
            (is_word && passage.is_own(&found.first) && passage.is_own(&found.last)).then_some(found)
        })
    }

    /// Of the lines of a list, `不低于…以上 → 不低于`; `None` if one of them is none.
    pub fn of(lines: &[Cow<'static, str>]) -> Option<Self> {
        let mut by_opener: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
        for (pair, enough) in lines.iter().filter_map(|line| line.split_once('→')) {
            let (opener, closer) = pair.trim().split_once('…')?;
            by_opener.entry(opener).or_default().push((closer.to_owned(), enough.trim().to_owned()));
        }
        let openers = Drawers::of(by_opener.keys().copied());
        Some(Self { openers, closers: by_opener.into_values().collect() })
    }
}
