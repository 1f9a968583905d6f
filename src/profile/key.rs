//! Every line a profile may have: where it stands, what may stand behind it.

/// What a value of a profile is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A length in millimetres, from the one to the other, in thousandths.
    Millimetres(u32, u32),
    /// A size in points, from the one to the other, in thousandths.
    Points(u32, u32),
    /// A whole number, from the one to the other.
    Count(u32, u32),
    /// One of these words.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Switch,
    /// The name of a face.
    Face,
    /// A colour, such as `#ff0000`.
    Colour,
    /// Words that are printed.
    Words,
}

use Kind::{Colour, Count, Face, Millimetres, Points, Switch, Word, Words};

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident $table:literal $key:literal $kind:expr;)*) => {
        /// A line of a profile.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Key { $($(#[$doc])* $name,)* }

        impl Key {
            /// Every line, in the order of the tables.
            pub const ALL: &[Key] = &[$(Key::$name),*];

            /// The table it stands in.
            pub fn table(self) -> &'static str {
                match self { $(Key::$name => $table,)* }
            }

            /// Its name there.
            pub fn name(self) -> &'static str {
                match self { $(Key::$name => $key,)* }
            }

            /// What may stand behind it.
            pub fn kind(self) -> Kind {
                match self { $(Key::$name => $kind,)* }
            }
        }
    };
}

keys! {
    /// 天头: the white above the text area.
    PageTop "page" "top" Millimetres(15_000, 60_000);
    /// 订口: the white at its left.
    PageLeft "page" "left" Millimetres(10_000, 50_000);
    /// How wide the text area is.
    PageWidth "page" "width" Millimetres(120_000, 180_000);
    /// How high it is.
    PageHeight "page" "height" Millimetres(180_000, 265_000);
    /// Whether 订口 is the right white of even pages, for paper printed on both sides.
    PageMirrored "page" "mirrored" Switch;

    /// The face of the text.
    TextFace "text" "face" Face;
    /// How large a character is.
    TextSize "text" "size" Points(10_500, 22_000);
    /// From line to line.
    TextLine "text" "line" Points(14_000, 42_000);
    /// How many characters a line has.
    TextCharacters "text" "characters" Count(16, 44);

    /// The face of headings of the first level.
    HeadingFirst "headings" "first" Face;
    /// The face of headings of the second level.
    HeadingSecond "headings" "second" Face;

    /// The face of titles.
    TitleFace "title" "face" Face;
    /// How large a title is.
    TitleSize "title" "size" Points(14_000, 36_000);
    /// From line to line of a title.
    TitleLine "title" "line" Points(18_000, 60_000);

    /// What stands above the number of a paper.
    HeadForm "head" "form" Word(&["red", "letter", "order", "none"]);
    /// From the top of the text area to the head; of a letter, from the edge of the paper.
    HeadTop "head" "top" Millimetres(10_000, 80_000);
    /// The face of the head.
    HeadFace "head" "face" Face;
    /// The largest size it may have.
    HeadSize "head" "size" Points(22_000, 62_000);
    /// Its colour and that of its rule.
    HeadColour "head" "colour" Colour;
    /// How thick its rule is.
    HeadRule "head" "rule" Millimetres(200, 2_000);

    /// How a paper is signed.
    SignatureForm "signature" "form" Word(&["sealed", "unsealed", "stamped"]);
    /// The post of who stamps it with the signature, behind the name of the organ.
    SignaturePost "signature" "post" Words;

    /// What 版记 says: everything, copies only, nothing.
    ImprintForm "imprint" "form" Word(&["full", "copies", "none"]);
    /// On which page it stands: the last of the text, or the next even one, which is the back of a leaf.
    ImprintPage "imprint" "page" Word(&["last", "even"]);
    /// How large its characters are.
    ImprintSize "imprint" "size" Points(9_000, 16_000);

    /// Where the page number stands.
    NumberPlace "number" "place" Word(&["outside", "centre", "none"]);
    /// Whether the first page has one.
    NumberFirst "number" "first" Switch;
    /// Its face.
    NumberFace "number" "face" Face;
    /// Its size.
    NumberSize "number" "size" Points(9_000, 16_000);

    /// How large the characters of tables are.
    TableSize "table" "size" Points(7_500, 16_000);
    /// From line to line in tables.
    TableLine "table" "line" Points(9_000, 30_000);
    /// The room that a column needs: a table whose columns do not have it is turned.
    TableColumn "table" "column" Millimetres(5_000, 60_000);
}
