//! What things are, in the words the protocol has for things of programs.

use gen_lsp_types::{CompletionItemKind, FoldingRangeKind, SymbolKind};

use crate::editor::{FoldKind, Kind};

/// What a line of the outline is drawn as.
pub(in crate::lsp) fn symbol(kind: Kind) -> SymbolKind {
    match kind {
        Kind::Plan => SymbolKind::Module,
        Kind::Notice | Kind::Basis | Kind::File => SymbolKind::File,
        Kind::Section | Kind::Declarations => SymbolKind::Namespace,
        Kind::Goal => SymbolKind::Interface,
        Kind::Measure => SymbolKind::Method,
        Kind::Phase | Kind::Date => SymbolKind::Event,
        Kind::Owner => SymbolKind::Class,
        Kind::Post => SymbolKind::Object,
        Kind::Group => SymbolKind::Struct,
        Kind::Indicator => SymbolKind::Variable,
        Kind::Quota | Kind::Fund => SymbolKind::Number,
        Kind::Baseline => SymbolKind::Constant,
        Kind::Unit => SymbolKind::TypeParameter,
        Kind::Param => SymbolKind::Field,
        Kind::Set => SymbolKind::Array,
        Kind::Chain => SymbolKind::Operator,
        Kind::Report => SymbolKind::Function,
        Kind::Keyword => SymbolKind::Key,
        Kind::Word => SymbolKind::String,
    }
}

/// What a suggestion is drawn as.
pub(in crate::lsp) fn completion(kind: Kind) -> CompletionItemKind {
    match kind {
        Kind::Plan => CompletionItemKind::Module,
        Kind::Notice | Kind::Basis | Kind::File => CompletionItemKind::File,
        Kind::Section | Kind::Declarations => CompletionItemKind::Snippet,
        Kind::Goal => CompletionItemKind::Interface,
        Kind::Measure => CompletionItemKind::Method,
        Kind::Phase | Kind::Date => CompletionItemKind::Event,
        Kind::Owner => CompletionItemKind::Class,
        Kind::Post => CompletionItemKind::Reference,
        Kind::Group => CompletionItemKind::Struct,
        Kind::Indicator => CompletionItemKind::Variable,
        Kind::Quota | Kind::Fund => CompletionItemKind::Value,
        Kind::Baseline => CompletionItemKind::Constant,
        Kind::Unit => CompletionItemKind::Unit,
        Kind::Param => CompletionItemKind::Field,
        Kind::Set => CompletionItemKind::Enum,
        Kind::Chain => CompletionItemKind::Operator,
        Kind::Report => CompletionItemKind::Function,
        Kind::Keyword => CompletionItemKind::Keyword,
        Kind::Word => CompletionItemKind::EnumMember,
    }
}

/// What lines that fold are.
pub(in crate::lsp) fn fold(kind: FoldKind) -> FoldingRangeKind {
    match kind {
        FoldKind::Comment => FoldingRangeKind::Comment,
        FoldKind::Section | FoldKind::Block | FoldKind::Lines | FoldKind::Table => FoldingRangeKind::Region,
    }
}
