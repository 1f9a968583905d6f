//! Colours: what each piece of a text is, in the protocol's words, as steps from one to the next.

use gen_lsp_types as lsp;

use crate::editor::{Kind, Token, TokenKind};

/// The words, in the order of their numbers; every editor has colours for these.
const TYPES: [&str; 16] = [
    "keyword",
    "class",
    "interface",
    "method",
    "event",
    "variable",
    "property",
    "enum",
    "struct",
    "type",
    "string",
    "number",
    "operator",
    "comment",
    "macro",
    "enumMember",
];

/// The one modifier.
const DECLARATION: &str = "declaration";

/// What the numbers of tokens mean.
pub(in crate::lsp) fn legend() -> lsp::SemanticTokensLegend {
    lsp::SemanticTokensLegend {
        token_types: TYPES.map(str::to_owned).to_vec(),
        token_modifiers: vec![DECLARATION.to_owned()],
    }
}

/// Tokens as steps; each range is on one line, and they are in order.
pub(in crate::lsp) fn steps(tokens: impl Iterator<Item = (Token, lsp::Range)>) -> Vec<lsp::SemanticToken> {
    let mut before = lsp::Position::default();
    tokens
        .map(|(token, lsp::Range { start, end })| {
            let delta_line = start.line - before.line;
            let from = if delta_line == 0 { before.character } else { 0 };
            before = start;
            lsp::SemanticToken {
                delta_line,
                delta_start: start.character - from,
                length: end.character - start.character,
                token_type: number(token.kind),
                token_modifiers_bitset: u32::from(token.is_declaration),
            }
        })
        .collect()
}

fn number(kind: TokenKind) -> u32 {
    let word = word(kind);
    TYPES.iter().position(|known| *known == word).unwrap_or_default() as u32
}

fn word(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Keyword | TokenKind::Word => "keyword",
        TokenKind::Name(kind) => name(kind),
        TokenKind::Title => "type",
        TokenKind::Text | TokenKind::Quoted => "string",
        TokenKind::Number => "number",
        TokenKind::Unit | TokenKind::Sign => "operator",
        TokenKind::Date => "event",
        TokenKind::Comment => "comment",
        TokenKind::Reference => "macro",
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Owner | Kind::Post => "class",
        Kind::Group => "struct",
        Kind::Goal => "interface",
        Kind::Measure | Kind::Report | Kind::Chain => "method",
        Kind::Phase | Kind::Date => "event",
        Kind::Indicator | Kind::Baseline => "variable",
        Kind::Quota | Kind::Unit => "number",
        Kind::Fund => "enumMember",
        Kind::Param => "property",
        Kind::Set => "enum",
        Kind::Keyword | Kind::Word => "keyword",
        Kind::Plan | Kind::Notice | Kind::Section | Kind::Declarations => "type",
        Kind::Basis | Kind::File => "string",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_the_legend() {
        let kinds =
            [TokenKind::Word, TokenKind::Title, TokenKind::Sign, TokenKind::Name(Kind::Basis), TokenKind::Reference];
        assert!(kinds.iter().all(|kind| TYPES.contains(&word(*kind))));
        assert_eq!(number(TokenKind::Reference), 14);
    }

    #[test]
    fn steps_lead_from_one_to_the_next() {
        let token = || Token { range: 0..0, kind: TokenKind::Keyword, is_declaration: true };
        let at = |line, from, to| lsp::Range {
            start: lsp::Position { line, character: from },
            end: lsp::Position { line, character: to },
        };
        let steps = steps([at(1, 2, 4), at(1, 5, 6), at(3, 1, 2)].into_iter().map(|range| (token(), range)));
        let told: Vec<_> = steps.iter().map(|step| (step.delta_line, step.delta_start, step.length)).collect();
        assert_eq!(told, [(1, 2, 2), (0, 3, 1), (2, 1, 1)]);
        assert_eq!(steps[0].token_modifiers_bitset, 1);
    }
}
