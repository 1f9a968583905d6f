//! What several verbs ask alike.

use std::path::PathBuf;

use super::StageArg;
use crate::calendar::{Date, day};

/// What every verb asks that writes one output of one plan.
#[derive(clap::Args)]
pub(in crate::cli) struct Single {
    /// 方案文件 · the plan
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// 有错误也输出；错误照样列出，退出码仍是1 · write it in spite of errors, which are shown and give exit code 1 as ever
    #[arg(long)]
    pub allow_errors: bool,
    #[command(flatten)]
    pub fill: Fill,
    #[command(flatten)]
    pub out: Out,
}

/// What every verb asks that writes all outputs of a plan.
#[derive(clap::Args)]
pub(in crate::cli) struct Make {
    #[command(flatten)]
    pub judge: Judge,
    #[command(flatten)]
    pub fill: Fill,
    #[command(flatten)]
    pub look: Look,
}

#[derive(clap::Args)]
pub(in crate::cli) struct Out {
    /// 写到这个文件，不写则为标准输出 · write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(in crate::cli) struct Fill {
    /// 给参数一个值，可写多次 · give a parameter a value; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    pub set: Vec<String>,
}

/// How a document looks, over what the office has settled.
#[derive(clap::Args)]
pub(in crate::cli) struct Look {
    /// 版式：standard、letter、order、plain，或者自己的版式文件 · the sheet: standard, letter, order, plain, or a profile
    /// file
    #[arg(long, value_name = "NAME|FILE")]
    pub profile: Option<String>,
    /// 自己的模板所在的文件夹，同名的代替自带的 · a folder of templates that take the place of the program's by name
    #[arg(long, value_name = "DIR")]
    pub templates: Option<String>,
}

#[derive(clap::Args)]
pub(in crate::cli) struct Judge {
    /// 起草或印发，默认起草 · how far the plan has come, by default draft
    #[arg(long, value_enum)]
    pub stage: Option<StageArg>,
    /// 按哪一天判断时限过没过；不写就不判断 · the day by which deadlines are over; without it nothing is said of that
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    pub as_of: Option<Date>,
}

#[derive(clap::Args)]
pub(in crate::cli) struct Choose {
    /// 只查这些规则：代号或代号的开头，如 R、D01，逗号隔开 · check these rules only: codes or beginnings of codes
    #[arg(long, value_name = "CODES")]
    pub select: Vec<String>,
    /// 不查这些规则；两边都有的，写得长的算 · leave these rules out; of both the longer code holds
    #[arg(long, value_name = "CODES")]
    pub ignore: Vec<String>,
}

pub(super) fn read_day(written: &str) -> Result<Date, String> {
    day(written).ok_or_else(|| "要写成 2026-11-22 这样的日期 · a date such as 2026-11-22 is wanted".to_owned())
}
