//! The paper that issues a plan, and the imprint at the foot of the last page.
//!
//! A notice of an office is one or two sentences; one without prose gets the sentence that the office would write.

use crate::plan::{Holder, Notice as Issue, OwnerRef};

use super::section::Extra;
use super::sentence::owners;
use super::{Block, Imprint, Notice, Writer, assemble, break_title, derive};

/// The notice with the given number.
pub(super) fn notice(writer: &Writer, index: usize) -> Notice {
    let issue = &writer.plan.notices[index];
    let issuers = names(writer, &issue.issuers);
    let (said, at) = (writer.said("", &issue.body), Holder::Notice(index));
    let is_told = issue.approved.iter().all(|owner| writer.is_said_anywhere(owner.text.trim(), &said, at));
    let approval = (said.has_prose && !is_told).then(|| approval(writer, issue));
    let extra = Extra { after: approval.into_iter().collect(), ..Extra::default() };
    let mut body = writer.body(&issue.body, &said, at, extra);
    if !said.has_prose {
        body.insert(0, issuing(writer, issue));
    }
    let date = issue.signed.as_ref().or(issue.date.as_ref()).map(|date| assemble::date(&date.value));
    let addressees = issue.to.as_ref().map(|to| to.value.trim().trim_end_matches(['：', ':', '。']).to_owned());
    let greets = |block: &Block| {
        matches!((block, &addressees), (Block::Paragraph(first), Some(to))
        if super::text::words(&first.inlines).trim_end_matches(['：', ':']) == to)
    };
    if body.first().is_some_and(greets) {
        body.remove(0);
    }
    let made = || format!("{}关于印发《{}》的通知", issuers.join(" "), inner_title(writer));
    let title = issue.title.as_ref().map_or_else(made, |title| title.value.trim().to_owned());
    let declared: Vec<String> = issuers.iter().cloned().chain(date.clone()).collect();
    let typed = writer.signature(&issue.body).into_iter().filter(|line| !assemble::is_signed(line, &declared));
    body.extend(derive::signature(typed.collect::<Vec<_>>()));
    Notice {
        head: issuers.clone(),
        urgency: issue.urgency.as_ref().map(|urgency| urgency.value.trim().to_owned()),
        number: issue.number.as_ref().map(|number| number.value.clone()),
        signers: issue.signers.as_ref().map(|names| signers(&names.value)).unwrap_or_default(),
        title: break_title(&title),
        addressees,
        body,
        attachments: issue.attachments.iter().map(|name| assemble::attachment(&name.value)).collect(),
        signatures: issuers,
        date,
        note: note(issue),
    }
}

/// 版记, if an imprint or copies are asked for.
pub(super) fn imprint(writer: &Writer) -> Option<Imprint> {
    let issue = writer.plan.notices.iter().find(|issue| issue.printed.is_some() || issue.cc.is_some())?;
    let written = issue.printed.as_ref().map(|printed| printed.value.as_str()).unwrap_or_default();
    let parts = written.split(['，', ',']).map(str::trim).filter(|part| !part.is_empty());
    let (dates, organs): (Vec<&str>, Vec<&str>) =
        parts.partition(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    let organ = match organs.first() {
        Some(organ) => (*organ).to_owned(),
        None => names(writer, &issue.issuers).into_iter().next().unwrap_or_default(),
    };
    let date = match dates.first() {
        Some(date) => date.trim_end_matches("印发").to_owned(),
        None => issue.date.as_ref().map(|date| assemble::date(&date.value)).unwrap_or_default(),
    };
    let cc = issue.cc.as_ref().map(|cc| cc.value.trim().trim_end_matches('。').to_owned());
    Some(Imprint { cc, organ, date })
}

/// `《…》已经区政府同意，现印发给你们，请认真贯彻执行。`
fn issuing(writer: &Writer, issue: &Issue) -> Block {
    let title = inner_title(writer);
    let to = if issue.to.is_some() { writer.wording.notice_to() } else { "" };
    let text = if issue.approved.is_empty() {
        writer.wording.notice_issues(&title, to)
    } else {
        writer.wording.notice_issues_approved(&title, &owners(writer.plan, &issue.approved), to)
    };
    derive::paragraph(text)
}

/// `《…》已经区政府同意。`, for a notice whose own words do not say so.
fn approval(writer: &Writer, issue: &Issue) -> String {
    writer.wording.notice_approved(&inner_title(writer), &owners(writer.plan, &issue.approved))
}

/// The title of the plan as it stands within 《》.
fn inner_title(writer: &Writer) -> String {
    assemble::title(writer.plan).replace('《', "〈").replace('》', "〉")
}

/// The names of 签发人, which stand apart on the page.
fn signers(written: &str) -> Vec<String> {
    let names = written.split(['、', '，', ',', ' ', '　']).map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

fn names(writer: &Writer, owners: &[OwnerRef]) -> Vec<String> {
    owners.iter().map(|owner| writer.official(owner)).collect()
}

/// 附注: how public the paper is, and what else is noted.
fn note(issue: &Issue) -> Option<String> {
    let publicity = issue.publicity.as_ref().map(|publicity| match publicity.value.trim() {
        words if words.starts_with("此件") => words.to_owned(),
        words => format!("此件{words}"),
    });
    let notes = issue.notes.iter().map(|note| note.value.trim().to_owned());
    let all = publicity.into_iter().chain(notes).collect::<Vec<_>>();
    let all = all.iter().map(|note| note.trim_matches(['（', '）'])).collect::<Vec<_>>();
    (!all.is_empty()).then(|| all.join("；"))
}
