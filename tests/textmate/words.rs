//! The keywords as alternatives of a regular expression, by what follows them and where they may stand.

use fangan::syntax::keyword::{Keyword, Place, Shape};

/// What encloses data lines, as far as it changes which keywords there are, and the places in it.
pub const BODIES: [(&str, &[Place]); 4] = [
    (
        "text",
        &[
            Place::FILE,
            Place::NOTICE,
            Place::PLAN,
            Place::SECTION,
            Place::GOAL,
            Place::MEASURE,
            Place::PHASE,
            Place::SERIES,
            Place::CONDITION,
            Place::LEAF,
        ],
    ),
    ("owners", &[Place::OWNER, Place::GROUP, Place::SERIES, Place::LEAF]),
    ("indicators", &[Place::INDICATOR, Place::SERIES, Place::LEAF]),
    ("units", &[Place::UNIT, Place::LEAF]),
];

/// The keywords of data lines in a body, by what follows them.
pub fn data(places: &[Place], shape: Shape) -> Option<String> {
    let is_here = |keyword: &Keyword| places.iter().any(|place| place.is_in(keyword.places()));
    alternatives(Keyword::ALL.iter().copied().filter(|keyword| keyword.shape() == shape && is_here(keyword)))
}

/// The keywords that begin headings: those that open a body, those with a name before the colon, those without.
pub fn nouns(kind: &str) -> Option<String> {
    let is_wanted = |keyword: &Keyword| match kind {
        "body" => keyword.shape() == Shape::Body,
        "named" => keyword.is_named(),
        _ => keyword.shape() != Shape::Body && !keyword.is_named(),
    };
    let nouns = Keyword::ALL.iter().copied().filter(|keyword| Place::HEADING.is_in(keyword.places()));
    alternatives(nouns.filter(is_wanted))
}

/// The two forms of one keyword, by its English one.
pub fn keyword(word: &str) -> Option<String> {
    alternatives(Keyword::find(word).into_iter())
}

/// Whether a name may stand between a keyword of this shape and its colon.
pub fn takes_a_name(shape: Shape) -> bool {
    Keyword::ALL.iter().any(|keyword| keyword.shape() == shape && keyword.is_named())
}

/// The name of a shape, as the template has it.
pub fn shape_name(shape: Shape) -> String {
    format!("{shape:?}").to_lowercase()
}

/// Every shape a data line may have, in the order of the table.
pub fn shapes() -> Vec<Shape> {
    let mut found = Vec::new();
    for keyword in Keyword::ALL {
        if !found.contains(&keyword.shape()) {
            found.push(keyword.shape());
        }
    }
    found
}

/// Both forms of each, the longer first: what begins like another would never be found behind it.
fn alternatives(keywords: impl Iterator<Item = Keyword>) -> Option<String> {
    let mut forms: Vec<_> = keywords.flat_map(|keyword| [keyword.zh(), keyword.en()]).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.chars().count()));
    (!forms.is_empty()).then(|| forms.join("|"))
}
