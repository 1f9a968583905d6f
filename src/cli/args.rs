//! The command line as it is typed: a struct a verb. What several verbs ask alike is in `groups`, values to choose from
//! are in `values`.

mod groups;
mod values;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use clap_complete::Shell;

use self::groups::read_day;
use crate::calendar::Date;

pub(super) use groups::*;
pub(super) use values::*;

/// 方案的语言和编译器 · a language for official implementation plans, and its compiler
#[derive(Parser)]
#[command(name = "fangan", version, arg_required_else_help = true, subcommand_required = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub verb: Verb,

    /// 提示用的语言，默认按系统 · language of messages, by default the system's
    #[arg(long, global = true, value_enum, value_name = "zh|en")]
    pub lang: Option<LangArg>,
}

#[derive(Subcommand)]
pub(super) enum Verb {
    /// 从骨架新建方案；单独用时列出骨架 · begin a plan from a skeleton; alone, list the skeletons
    New(New),
    /// 检查方案 · check plans
    Check(Check),
    /// 整理成统一的写法 · write plans in the one canonical layout
    Fmt(Fmt),
    /// 检查后把全部文件写到一个文件夹 · check, then write every output into one folder
    Build(Build),
    /// 在浏览器里边写边看 · show a plan in the browser while it is written
    #[cfg(feature = "serve")]
    Serve(Serve),
    /// 文件一改就重新检查、输出 · build anew whenever a file changes
    #[cfg(feature = "watch")]
    Watch(Watch),
    /// 输出公文 · write the official document
    Render(Render),
    /// 画图：依赖、责任、目标支撑、进度 · draw a picture: dependencies, responsibility, alignment, timeline
    Graph(Graph),
    /// 输出分工表、台账、进度表、指标表、经常性工作表 · write a table: duties, ledger, schedule, quotas, recurring obligations
    Table(Table),
    /// 输出数据、日历 · write the plan as data, or its deadlines as a calendar
    Export(Export),
    /// 输出数据或检查结果的 JSON Schema · write the JSON Schema of that data, or of findings
    Schema(Schema),
    /// 说明一条规则 · explain a rule
    Explain(Explain),
    /// 列出全部规则 · list every rule
    Rules(Rules),
    /// 语言服务器，供编辑器用，从标准输入输出说话 · the language server for editors, on standard input and output
    #[cfg(feature = "lsp")]
    Lsp(Lsp),
    /// 看本机缺什么字体和程序，有什么影响 · tell which fonts and programs this machine lacks, and what follows
    Doctor,
    /// 输出命令行补全脚本 · write a completion script for a shell
    Completions(Completions),
    /// 写出手册页 · write man pages
    Man(Man),
}

#[derive(clap::Args)]
pub(super) struct New {
    /// 放方案的文件夹；不写就用骨架的名称，骨架也不写就列出全部骨架 · the folder for the plan, by default named like the
    /// skeleton; without either the skeletons are listed
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// 用哪个骨架，中英文名称都行 · the skeleton, by its Chinese or English name
    #[arg(short, long, value_name = "NAME")]
    pub template: Option<String>,
    #[command(flatten)]
    pub fill: Fill,
    /// 关键词用中文还是英文，默认中文 · Chinese or English keywords, by default Chinese
    #[arg(long, value_enum, value_name = "zh|en", default_value = "zh", hide_default_value = true)]
    pub keywords: LangArg,
    /// 只列出骨架 · only list the skeletons
    #[arg(long)]
    pub list: bool,
}

#[derive(clap::Args)]
pub(super) struct Check {
    /// 方案文件或文件夹，默认当前文件夹，“-”为标准输入；文件夹里有 plan.plan 就查它，没有就查下面全部方案 · plans or folders, by
    /// default this one, or - for standard input; of a folder its plan.plan, or else every plan below
    #[arg(value_name = "PLAN")]
    pub plans: Vec<PathBuf>,
    #[command(flatten)]
    pub judge: Judge,
    #[command(flatten)]
    pub choose: Choose,
    #[command(flatten)]
    pub fill: Fill,
    /// 每个文件里同一条规则最多列几处，0为全部；不写时，给人看的列20处 · at most so many findings of one rule in one file,
    /// 0 for all; by default 20 for people
    #[arg(long, value_name = "N")]
    pub max_per_rule: Option<usize>,
    /// 同时检查几个文件，默认按机器 · how many files to check at once, by default as the machine allows
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// 输出格式 · format of the findings
    #[arg(long, value_enum, default_value = "human")]
    pub format: FormatArg,
    /// 就地改正不会改变意思的问题 · make the fixes that cannot change what is meant, in place
    #[arg(long)]
    pub fix: bool,
    /// 与 --fix 同用：只显示会怎样改，不写文件 · with --fix: show what would change and write nothing
    #[arg(long)]
    pub diff: bool,
}

#[derive(clap::Args)]
pub(super) struct Fmt {
    /// 方案文件或文件夹，默认当前文件夹，“-”为标准输入 · plans or folders, by default this one, or - for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// 只列出需要整理的文件 · only list the files that would change
    #[arg(long)]
    pub check: bool,
    /// 把关键词都换成中文或英文 · turn every keyword into Chinese or English
    #[arg(long, value_enum, value_name = "zh|en")]
    pub keywords: Option<LangArg>,
}

#[derive(clap::Args)]
pub(super) struct Build {
    /// 方案文件，或含 plan.plan 的文件夹 · the plan, or a folder with a plan.plan
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// 输出文件夹 · the folder to write into
    #[arg(short, long, default_value = "out", value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub make: Make,
}

#[cfg(feature = "serve")]
#[derive(clap::Args)]
pub(super) struct Serve {
    /// 方案文件，或含 plan.plan 的文件夹 · the plan, or a folder with a plan.plan
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// 本机端口，0为任意空闲的 · the port on this machine, 0 for any that is free
    #[arg(long, default_value_t = 0, value_name = "PORT")]
    pub port: u16,
    /// 打开浏览器 · open the browser
    #[arg(long)]
    pub open: bool,
    /// 允许谁把页面放在自己的窗口里：vscode，或网址 · who may show the page within its own: vscode, or an address
    #[arg(long, value_name = "WHO", value_parser = crate::serve::framer)]
    pub embed: Option<String>,
    #[command(flatten)]
    pub make: Make,
}

#[cfg(feature = "watch")]
#[derive(clap::Args)]
pub(super) struct Watch {
    /// 方案文件或文件夹；文件夹里有 plan.plan 就用它，没有就用下面全部方案 · plans or folders; of a folder its plan.plan, or else
    /// every plan below
    #[arg(required = true, value_name = "PLAN")]
    pub plans: Vec<PathBuf>,
    /// 输出文件夹；几个方案时，每个方案在里面另有一个 · the folder to write into; of several plans each has its own in it
    #[arg(short, long, default_value = "out", value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub make: Make,
}

#[derive(clap::Args)]
pub(super) struct Render {
    #[command(flatten)]
    pub single: Single,
    #[command(flatten)]
    pub look: Look,
    /// 格式，默认看 -o 的文件名，再默认 html · format, by default that of the name of the file, or else html
    #[arg(long, value_enum)]
    pub to: Option<DocumentFormat>,
}

#[derive(clap::Args)]
pub(super) struct Graph {
    #[command(flatten)]
    pub single: Single,
    /// 画什么 · what to draw
    #[arg(long, value_enum, default_value = "dependency")]
    pub kind: GraphKind,
    /// 格式，默认看 -o 的文件名，再默认 svg，分析为 text；html 逐张打印在 A4 横页上 · format, by default that of the name of the
    /// file, or else svg, of the analysis text; html prints each sheet on A4 landscape
    #[arg(long, value_enum)]
    pub to: Option<GraphFormat>,
    /// 只画这个名称周围的 · only what lies around this name
    #[arg(long, value_name = "NAME")]
    pub focus: Option<String>,
    /// 周围几步以内 · within so many steps of it
    #[arg(long, value_name = "N", default_value_t = 1, requires = "focus")]
    pub depth: usize,
    /// 措施按什么归在一起，默认按所在标题 · by what measures are put together, by default their headings
    #[arg(long, value_enum)]
    pub by: Option<ClusterArg>,
    /// 在进度图上标出这一天；不写就不标 · the day to mark on the timeline; without it none is marked
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    pub as_of: Option<Date>,
    /// 图中各项链接到哪个网页，如 document.html · the page that nodes link to, such as document.html
    #[arg(long, value_name = "PAGE")]
    pub link: Option<String>,
}

#[derive(clap::Args)]
pub(super) struct Table {
    #[command(flatten)]
    pub single: Single,
    /// 哪张表：责任分工、指标、经常性工作、进度安排、工作台账、项目清单、成员名单 · which table
    #[arg(long, value_enum, required_unless_present = "all", conflicts_with = "all")]
    pub kind: Option<TableKind>,
    /// 全部表格：xlsx 每张表一个工作表 · every table, in a workbook each on a sheet of its own
    #[arg(long)]
    pub all: bool,
    /// 任务按牵头单位、完成月份或阶段归并 · group the tasks by who leads, the month they are due in, or phase
    #[arg(long, value_enum)]
    pub by: Option<GroupBy>,
    /// 只要这个单位牵头、负责、配合的 · only what this owner leads, answers for or helps with
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// 格式，默认看 -o 的文件名，再默认 markdown · format, by default that of the name of the file, or else markdown
    #[arg(long, value_enum)]
    pub to: Option<TableFormat>,
}

#[derive(clap::Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub single: Single,
    /// 格式，默认看 -o 的文件名，再默认 json · format, by default that of the name of the file, or else json
    #[arg(long, value_enum)]
    pub to: Option<ExportFormat>,
}

#[derive(clap::Args)]
pub(super) struct Explain {
    /// 规则的代号或名称 · code or name of a rule
    #[arg(value_name = "RULE")]
    pub rule: String,
}

#[derive(clap::Args)]
pub(super) struct Rules {
    /// 格式 · format
    #[arg(long, value_enum, default_value = "human")]
    pub format: RulesFormat,
}

#[cfg(feature = "lsp")]
#[derive(clap::Args)]
pub(super) struct Lsp {
    /// 走标准输入输出，本来就是如此；有些编辑器会加上这一项 · by standard input and output, as it is anyway: some editors add this
    #[arg(long)]
    pub stdio: bool,
}

#[derive(clap::Args)]
pub(super) struct Schema {
    /// 检查结果（check --format json）的格式 · that of what check --format json writes
    #[arg(long)]
    pub findings: bool,
    #[command(flatten)]
    pub out: Out,
}

#[derive(clap::Args)]
pub(super) struct Completions {
    /// 哪种命令行 · which shell
    #[arg(value_enum)]
    pub shell: Shell,
}

#[derive(clap::Args)]
pub(super) struct Man {
    /// 写到哪个文件夹 · the folder to write into
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}
