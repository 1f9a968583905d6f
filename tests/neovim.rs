//! The language server in a real editor: a headless Neovim attaches, is told problems, completes, lays out, renames over
//! two files and quits. Without `nvim` the test passes with a loud line, unless `FANGAN_REQUIRE_TOOLS=1` asks for a failure.

#![cfg(feature = "lsp")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use program::{folder, said};
use serde_json::{Value, json};

const OWNERS: &str = "# 主体\n- 县政府\n  - 县教育局\n  - 县财政局\n";
const PLAN: &str = "# 方案：𠮷县听课方案\n- 期限：2026年1月1日至2026年12月31日\n- 责任：县政府\n- 引用：owners.plan\n\n\
                    ## 任务\n\n### 措施：听课评课\n- 牵头：县教育局\n- 时限：尽快\n";

#[test]
fn neovim_attaches_completes_lays_out_and_renames() {
    if let Err(error) = Command::new("nvim").arg("--version").output() {
        assert!(std::env::var("FANGAN_REQUIRE_TOOLS").as_deref() != Ok("1"), "nvim is required: {error}");
        eprintln!("SKIPPED: neovim: `nvim` is not installed ({error})");
        return;
    }
    let here = folder(&[("a.plan", PLAN), ("owners.plan", OWNERS), ("home/.keep", "")]);
    let seen = here.path().join("seen.jsonl");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/neovim/session.lua");
    let output = Command::new("nvim")
        .args(["--headless", "--clean", "-n", "a.plan", "-S"])
        .arg(script)
        .current_dir(here.path())
        .env("HOME", here.path().join("home"))
        .env("XDG_STATE_HOME", here.path().join("home"))
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("FANGAN", env!("CARGO_BIN_EXE_fangan"))
        .env("FANGAN_SEEN", &seen)
        .output()
        .unwrap();
    let seen: BTreeMap<String, Value> = fs::read_to_string(&seen).unwrap().lines().map(named).collect();
    assert!(output.status.success() && !seen.contains_key("failed"), "{seen:#?}\n{}", said(&output));

    let codes =
        |name: &str| seen[name].as_array().unwrap().iter().map(|problem| problem["code"].clone()).collect::<Vec<_>>();
    assert!(codes("problems").contains(&json!("D001")), "{seen:#?}");
    assert!(seen["completion"].as_array().unwrap().contains(&json!("县财政局")), "{seen:#?}");
    assert_eq!(seen["layout"], "- 配合：县财政局");
    assert_eq!(seen["renamed"], "- 牵头：县教体局");
    assert_eq!(seen["renamed elsewhere"][2], "  - 县教体局");
    assert!(!codes("problems after").contains(&json!("S101")), "{seen:#?}");
    assert_eq!(seen["stopped"], true);
}

fn named(line: &str) -> (String, Value) {
    let mut seen: Value = serde_json::from_str(line).unwrap();
    (seen["name"].as_str().unwrap().to_owned(), seen["value"].take())
}
