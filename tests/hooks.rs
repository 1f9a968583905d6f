//! The checks around a repository: the git hook runs in one, the workflow's commands run as they are written, and the
//! hooks for pre-commit name what there is.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "docs/markdown.rs"]
#[allow(dead_code, reason = "only its blocks are asked for")]
mod markdown;
#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use program::{folder, said, write};
use yaml_rust2::{Yaml, YamlLoader};

const SOUND: &str = "# 方案：某县义务教育提质方案\n";
const FAULTY: &str = "# 方案：某县义务教育提质方案\n- 其限：2018年\n";

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// A command in a folder, with the program first in the path and no one's settings of git.
fn command(folder: &Path, name: &str, arguments: &[&str]) -> Command {
    let program = Path::new(env!("CARGO_BIN_EXE_fangan")).parent().unwrap();
    let others = std::env::var_os("PATH").unwrap();
    let path = [folder.join("bin"), program.to_owned()].into_iter().chain(std::env::split_paths(&others));
    let mut command = Command::new(name);
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    command.env("PATH", std::env::join_paths(path).unwrap()).env("HOME", folder).env("LC_ALL", "zh_CN.UTF-8");
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command.envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]);
    command
}

fn run(folder: &Path, name: &str, arguments: &[&str]) -> Output {
    command(folder, name, arguments).output().unwrap()
}

fn git(folder: &Path, arguments: &[&str]) -> Output {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    run(folder, "git", &[&identity, arguments].concat())
}

fn has_git() -> bool {
    Command::new("git").arg("--version").output().is_ok()
}

#[cfg(unix)]
#[test]
fn the_hook_checks_what_is_staged() {
    if !has_git() {
        return;
    }
    let here = folder(&[("读 我.md", "什么都行")]);
    let here = here.path();
    let commit = || {
        let output = git(here, &["commit", "-qm", "x"]);
        (output.status.success(), said(&output))
    };
    assert!(git(here, &["init", "-q"]).status.success());
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pre-commit"), here.join(".git/hooks/pre-commit"))
        .unwrap();
    git(here, &["add", "."]);
    assert!(commit().0, "without plans there is nothing to check");

    write(here, "二 级/方案 一.plan", "# 方案：某县义务教育提质方案\n- 引用：../shared.plan\n- 责任：教育局\n");
    write(here, "shared.plan", "# 主体\n- 教育局\n");
    git(here, &["add", "."]);
    let (is_done, text) = commit();
    assert!(is_done, "{text}");

    // What is staged counts, not what lies beside it.
    write(here, "二 级/b.plan", FAULTY);
    git(here, &["add", "."]);
    write(here, "二 级/b.plan", SOUND);
    let (is_done, text) = commit();
    assert!(!is_done && text.contains("[S001]") && text.contains("二 级/b.plan"), "{text}");
    git(here, &["add", "."]);
    write(here, "二 级/b.plan", FAULTY);
    let (is_done, text) = commit();
    assert!(is_done, "{text}");
    // A plan that goes is not sought.
    git(here, &["rm", "-qf", "二 级/b.plan"]);
    assert!(commit().0);
}

#[test]
fn the_hooks_for_pre_commit_name_verbs_and_plans() {
    let hooks = &YamlLoader::load_from_str(&read(".pre-commit-hooks.yaml")).unwrap()[0];
    let hooks = hooks.as_vec().unwrap();
    let ids: Vec<_> = hooks.iter().map(|hook| hook["id"].as_str().unwrap()).collect();
    for hook in hooks {
        assert_eq!(hook["files"].as_str(), Some(r"\.plan(\.md)?$"));
        assert_eq!(hook["language"].as_str(), Some("rust"));
        let here = folder(&[("a.plan", SOUND), ("b.plan.md", SOUND)]);
        let mut words = hook["entry"].as_str().unwrap().split(' ');
        let name = words.next().unwrap();
        let arguments: Vec<_> = words.chain(["a.plan", "b.plan.md"]).collect();
        let output = run(here.path(), name, &arguments);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    for page in ["docs/ci.md", "docs/ci.zh-CN.md"] {
        let config = &documents(page)[0];
        let used = config["repos"][0]["hooks"].as_vec().unwrap();
        assert!(used.iter().all(|hook| ids.contains(&hook["id"].as_str().unwrap())), "{page}");
    }
}

/// The blocks of YAML of a page, read.
fn documents(page: &str) -> Vec<Yaml> {
    let text = read(page);
    let blocks = markdown::blocks(&text).into_iter().filter(|block| block.info == "yaml");
    blocks.map(|block| YamlLoader::load_from_str(block.text).unwrap().remove(0)).collect()
}

/// Runs the steps of a job as the workflow would: each by bash, up to the first that fails. What would be installed is
/// there already.
fn steps(here: &Path, steps: &Yaml) -> Vec<(String, i32)> {
    let mut done = Vec::new();
    for step in steps.as_vec().unwrap() {
        let Some(run) = step["run"].as_str() else { continue };
        let name = step["name"].as_str().unwrap().to_owned();
        let output = command(here, "bash", &["-e", "-c", run]).output().unwrap();
        let code = output.status.code().unwrap();
        done.push((name, code));
        if code != 0 {
            break;
        }
    }
    done
}

#[cfg(unix)]
#[test]
fn the_commands_of_the_workflow_run() {
    use std::os::unix::fs::PermissionsExt;
    let [english, chinese] = ["docs/ci.md", "docs/ci.zh-CN.md"].map(documents);
    assert_eq!(english, chinese);
    let [_, workflow, annotations] = &english[..] else { panic!("{english:?}") };
    let job = &workflow["jobs"]["check"]["steps"];
    let upload = job.as_vec().unwrap().last().unwrap();
    assert_eq!(upload["with"]["sarif_file"].as_str(), Some("fangan.sarif"));

    let set_up = |plan: &str| {
        let here = folder(&[("a/b.plan", plan), ("bin/cargo", "#!/bin/sh\n[ \"$1\" = install ]\n")]);
        fs::set_permissions(here.path().join("bin/cargo"), fs::Permissions::from_mode(0o755)).unwrap();
        here
    };
    for (plan, check) in [(SOUND, 0), (FAULTY, 1)] {
        let here = set_up(plan);
        let done = steps(here.path(), job);
        let codes: Vec<_> = done.iter().map(|(name, code)| (name.as_str(), *code)).collect();
        let log = here.path().join("fangan.sarif");
        let log: serde_json::Value = serde_json::from_str(&fs::read_to_string(log).unwrap()).unwrap();
        assert_eq!(log["version"], "2.1.0");
        if check == 0 {
            assert_eq!(codes, [("install", 0), ("check", 0), ("layout", 0)]);
        } else {
            assert_eq!(codes, [("install", 0), ("check", 1)]);
        }
        assert_eq!(steps(here.path(), annotations), [("check".to_owned(), check)]);
    }
}
