//! Word files and workbooks held against Microsoft's own schemas and rules, by its Open XML SDK.
//!
//! `FANGAN_OPEN_XML` names the validator, a program of its own that npm brings (`.ci/test` fetches it); without it every
//! test passes with a loud line.

#![expect(clippy::print_stderr, reason = "what is skipped is said")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use program::{fangan, folder, said};
use serde_json::Value;

/// The strictest and the newest of what the validator knows.
const OFFICES: [&str; 2] = ["Office2007", "Microsoft365"];

/// Words that would be markup, formulas, controls or turned around.
const HOSTILE: &str = "# 方案：<w:p/>]]>&amp;\u{202e}甲\n- 期限：2026年1月至2026年12月\n\n# 主体\n- =cmd()\n- 甲<'>乙\n\n\
    ## 任务<script>\n### 措施 =1+1：<b>甲</b>&lt;\n- 牵头：甲<'>乙\n- 时限：2026年6月底前\n\n\
    ## 附表\n- 列出：分工\n- 列出：工作台账\n- 列出：依赖图\n";

#[test]
fn every_example_is_a_valid_word_file_and_a_valid_workbook() {
    let Some(validator) = validator() else { return };
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut plans: Vec<_> =
        fs::read_dir(examples).unwrap().map(|each| each.unwrap().path().join("plan.plan")).collect();
    plans.retain(|plan| plan.exists());
    plans.sort();
    assert_eq!(plans.len(), 13);
    for plan in &plans {
        check(&validator, plan, &["standard"], &OFFICES[1..]);
    }
    check(
        &validator,
        plans.iter().find(|plan| plan.parent().unwrap().ends_with("pingan")).unwrap(),
        &PROFILES,
        &OFFICES,
    );
}

#[test]
fn hostile_words_leave_both_valid() {
    let Some(validator) = validator() else { return };
    let here = folder(&[("hostile.plan", HOSTILE)]);
    check(&validator, &here.path().join("hostile.plan"), &PROFILES, &OFFICES);
}

const PROFILES: [&str; 4] = ["standard", "letter", "order", "plain"];

/// Writes the document by each profile and the tables, and holds them against the validator.
fn check(validator: &Path, plan: &Path, profiles: &[&str], offices: &[&str]) {
    let plan = plan.to_str().unwrap();
    let here = folder(&[]);
    let mut made = vec!["tables.xlsx".to_owned()];
    let run = |arguments: &[&str]| {
        let output = fangan(here.path(), arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
    };
    run(&["table", plan, "--all", "-o", "tables.xlsx"]);
    for profile in profiles {
        let name = format!("{profile}.docx");
        run(&["render", plan, "--profile", profile, "-o", &name]);
        made.push(name);
    }
    for file in made {
        for office in offices {
            let output = Command::new(validator).arg(here.path().join(&file)).arg(office).output().unwrap();
            let verdict: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(verdict["ok"], true, "{plan}, {file}, {office}: {verdict:#}");
        }
    }
}

/// The validator, or a loud line where there is none.
fn validator() -> Option<PathBuf> {
    let named = std::env::var_os("FANGAN_OPEN_XML").map(PathBuf::from);
    if named.is_none() {
        eprintln!(
            "SKIPPED: FANGAN_OPEN_XML names no validator: Word files and workbooks are not held against the schemas"
        );
    }
    named
}

#[test]
fn a_broken_file_is_refused() {
    let Some(validator) = validator() else { return };
    let here = folder(&[("broken.docx", "no package")]);
    let output = Command::new(validator).arg(here.path().join("broken.docx")).arg(OFFICES[1]).output().unwrap();
    let verdict: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(verdict["ok"], false);
}
