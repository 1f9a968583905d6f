//! The analysis of a plan in words, and as data.
//!
//! Takes an [`Analysis`], gives text: a paragraph for each question, a line for each answer.

use std::fmt::{self, Write};

use crate::graph::Analysis;

/// Writes it in words.
pub fn analysis_text(analysis: &Analysis) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = print(analysis, &mut out);
    out
}

/// Writes it as JSON.
pub fn analysis_json(analysis: &Analysis) -> String {
    // Strings, numbers and lists of them: nothing here can fail to be written.
    let mut json = serde_json::to_string_pretty(analysis).unwrap_or_default();
    json.push('\n');
    json
}

fn print(analysis: &Analysis, out: &mut String) -> fmt::Result {
    writeln!(out, "{}", analysis.title)?;
    writeln!(out, "\n关键链")?;
    if analysis.critical_chain.is_empty() {
        writeln!(out, "  没有：各项互不等待，或者有循环等待")?;
    }
    for (number, step) in analysis.critical_chain.iter().enumerate() {
        writeln!(out, "  {}. {}（{}天）", number + 1, step.title, step.days)?;
    }
    writeln!(out, "\n余量：到后一项开始（没写开始的，到它的时限）还有几天")?;
    if analysis.slack.is_empty() {
        writeln!(out, "  没有写明日期的前后两项")?;
    }
    for slack in &analysis.slack {
        writeln!(out, "  {:>5}天  {}", slack.days, slack.title)?;
    }
    writeln!(out, "\n各月到期的措施")?;
    for month in &analysis.months {
        let leads: Vec<String> = month.by_lead.iter().map(|(lead, count)| format!("{lead}{count}")).collect();
        writeln!(out, "  {}  {:>3}项  {}", month.month, month.measures, leads.join("、"))?;
    }
    if analysis.undated > 0 {
        writeln!(out, "  没有写明日期  {}项", analysis.undated)?;
    }
    writeln!(out, "\n各单位承担的措施")?;
    for load in &analysis.load {
        let peak = if load.most_in_a_month > 1 {
            format!("，同一月到期最多{}项", load.most_in_a_month)
        } else {
            String::new()
        };
        writeln!(out, "  {}：牵头{}项，配合{}项{peak}", load.owner, load.leads, load.joins)?;
    }
    writeln!(out, "\n落实不到单位的目标")?;
    if analysis.goals_without_owner.is_empty() {
        writeln!(out, "  没有")?;
    }
    analysis.goals_without_owner.iter().try_for_each(|goal| writeln!(out, "  {goal}"))
}
