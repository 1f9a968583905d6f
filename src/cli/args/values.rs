//! The words an option takes, and what each of them means to the rest of the program.

use clap::ValueEnum;

use crate::check::Stage;
use crate::diagnostic::Lang;
use crate::document;
use crate::format::Tongue;
use crate::graph::{Cluster, Kind};
use crate::report;

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum LangArg {
    Zh,
    En,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum StageArg {
    Draft,
    Issue,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum FormatArg {
    Human,
    Short,
    Json,
    Sarif,
    Github,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum DocumentFormat {
    #[value(alias = "htm")]
    Html,
    #[value(alias = "md")]
    Markdown,
    #[cfg(feature = "word")]
    Docx,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum GraphKind {
    /// 先后 · what comes before what
    Dependency,
    /// 责任 · who answers for what
    Responsibility,
    /// 支撑 · what serves what
    Alignment,
    /// 进度 · what is done when
    Timeline,
    /// 分析：关键链、余量、各月到期、各单位承担、落空的目标，text 或 json · critical chain, slack, load, in words or as data
    Analysis,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum ClusterArg {
    /// 阶段
    Phase,
    /// 目标
    Goal,
    /// 牵头单位
    Owner,
}

impl GraphKind {
    /// The picture; nothing for the analysis, which is none.
    pub fn picture(self) -> Option<Kind> {
        match self {
            GraphKind::Dependency => Some(Kind::Dependency),
            GraphKind::Responsibility => Some(Kind::Responsibility),
            GraphKind::Alignment => Some(Kind::Alignment),
            GraphKind::Timeline => Some(Kind::Timeline),
            GraphKind::Analysis => None,
        }
    }
}

impl From<ClusterArg> for Cluster {
    fn from(by: ClusterArg) -> Self {
        match by {
            ClusterArg::Phase => Cluster::Phase,
            ClusterArg::Goal => Cluster::Goal,
            ClusterArg::Owner => Cluster::Owner,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum GraphFormat {
    Svg,
    #[value(alias = "gv")]
    Dot,
    #[value(alias = "mmd")]
    Mermaid,
    Json,
    #[value(alias = "htm")]
    Html,
    #[value(alias = "txt")]
    Text,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum TableKind {
    Duties,
    Quotas,
    Obligations,
    Schedule,
    Ledger,
    Projects,
    Members,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum GroupBy {
    Owner,
    Month,
    Phase,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum TableFormat {
    #[value(alias = "md")]
    Markdown,
    Csv,
    #[cfg(feature = "sheets")]
    Xlsx,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum RulesFormat {
    Human,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub(in crate::cli) enum ExportFormat {
    Json,
    Ics,
}

impl From<TableKind> for document::TableKind {
    fn from(kind: TableKind) -> Self {
        match kind {
            TableKind::Duties => document::TableKind::Duties,
            TableKind::Quotas => document::TableKind::Quotas,
            TableKind::Obligations => document::TableKind::Obligations,
            TableKind::Schedule => document::TableKind::Schedule,
            TableKind::Ledger => document::TableKind::Ledger,
            TableKind::Projects => document::TableKind::Projects,
            TableKind::Members => document::TableKind::Members,
        }
    }
}

impl From<GroupBy> for document::Grouping {
    fn from(by: GroupBy) -> Self {
        match by {
            GroupBy::Owner => document::Grouping::Owner,
            GroupBy::Month => document::Grouping::Month,
            GroupBy::Phase => document::Grouping::Phase,
        }
    }
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Zh => Lang::Zh,
            LangArg::En => Lang::En,
        }
    }
}

impl From<LangArg> for Tongue {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Zh => Tongue::Zh,
            LangArg::En => Tongue::En,
        }
    }
}

impl From<StageArg> for Stage {
    fn from(stage: StageArg) -> Self {
        match stage {
            StageArg::Draft => Stage::Draft,
            StageArg::Issue => Stage::Issue,
        }
    }
}

impl From<FormatArg> for report::Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Human => report::Format::Human,
            FormatArg::Short => report::Format::Short,
            FormatArg::Json => report::Format::Json,
            FormatArg::Sarif => report::Format::Sarif,
            FormatArg::Github => report::Format::Github,
        }
    }
}
