//! What the program says of the machine, and what it gives its shells: `doctor` with a made-up path, completions, man
//! pages, and the workflow that would publish it.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use program::{fangan, folder, out, said};
use yaml_rust2::YamlLoader;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What `doctor` says where the path leads to nothing but these commands.
#[cfg(unix)]
fn told(commands: &[(&str, &str)], lang: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let here = folder(commands);
    for (name, _) in commands {
        fs::set_permissions(here.path().join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
    let output = command.args(["doctor", "--lang", lang]).env("PATH", here.path()).stdin(Stdio::null()).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    out(&output).replace(here.path().to_str().unwrap(), "PATH")
}

#[cfg(unix)]
#[test]
fn a_bare_machine_lacks_everything_and_is_told_what_follows() {
    let (zh, en) = (told(&[], "zh"), told(&[], "en"));
    for words in ["没有 fc-list", "缺   Chromium", "缺   LibreOffice"] {
        assert!(zh.contains(words), "{zh}");
    }
    for words in ["there is no fc-list", "lacking  Chromium", "lacking  LibreOffice"] {
        assert!(en.contains(words), "{en}");
    }
}

#[cfg(unix)]
#[test]
fn fonts_are_told_apart_by_what_prints() {
    let list = "#!/bin/sh\nprintf '%s\\n' '仿宋_GB2312,FangSong_GB2312' 'Noto Serif CJK SC,思源宋体' 'DejaVu Sans'\n";
    let said = told(&[("fc-list", list), ("google-chrome", ""), ("soffice", "")], "zh");
    for words in [
        "代替 小标宋（标题、红头）：没有方正小标宋简体，用 Noto Serif CJK SC",
        "有   仿宋（正文）：仿宋_GB2312",
        "缺   黑体（一级标题）：没有黑体，也没有代用的",
        "代替 楷体（二级标题）",
        "有   Chromium：PATH/google-chrome",
        "有   LibreOffice：PATH/soffice",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    // One that cannot run is as good as none.
    assert!(told(&[("fc-list", "#!/nowhere\n")], "zh").contains("没有 fc-list"));
}

/// The fonts that are looked for are those the sheet of the page asks for, in its order.
#[test]
fn the_fonts_are_those_of_the_page() {
    let sheet = fs::read_to_string(root().join("stdlib/templates/sheet.css.jinja")).unwrap();
    let source = fs::read_to_string(root().join("src/cli/doctor.rs")).unwrap();
    let lists = source.split("&[").skip(1).map(|rest| rest.split(']').next().unwrap());
    let fonts = lists.filter(|list| {
        list.contains("Noto") || list.contains("STFang") || list.contains("Kai") || list.contains("Hei")
    });
    let fonts: Vec<_> = fonts.flat_map(|list| list.split('"').skip(1).step_by(2)).collect();
    assert!(fonts.len() > 15, "{fonts:?}");
    for font in fonts {
        assert!(sheet.contains(font), "the page does not ask for {font}");
    }
}

#[test]
fn shells_get_every_verb() {
    let here = folder(&[]);
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = fangan(here.path(), &["completions", shell]);
        assert_eq!(output.status.code(), Some(0), "{shell}");
        for verb in ["check", "build", "doctor", "--keywords"] {
            let wanted = verb.trim_start_matches("--");
            assert!(out(&output).contains(wanted), "{shell} lacks {verb}");
        }
    }
    assert_eq!(fangan(here.path(), &["completions", "dos"]).status.code(), Some(2));
}

#[test]
fn every_verb_has_a_man_page() {
    let here = folder(&[]);
    let output = fangan(here.path(), &["man", "pages"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let page = fs::read_to_string(here.path().join("pages/fangan.1")).unwrap();
    let verbs = fangan::cli::command();
    for verb in verbs.get_subcommands().filter(|verb| verb.get_name() != "help") {
        let name = format!("fangan-{}", verb.get_name());
        assert!(here.path().join(format!("pages/{name}.1")).is_file(), "{name}");
        assert!(page.contains(&name.replace('-', "\\-")), "fangan.1 does not lead to {name}");
    }
    let page = fs::read_to_string(here.path().join("pages/fangan-check.1")).unwrap();
    assert!(page.contains("检查方案") && page.contains("check plans"), "{page}");
}

#[test]
fn the_release_workflow_is_one() {
    let text = fs::read_to_string(root().join(".github/workflows/release.yml")).unwrap();
    let yaml = &YamlLoader::load_from_str(&text).unwrap()[0];
    for job in ["test", "binary", "release", "crate"] {
        assert!(yaml["jobs"][job]["steps"].as_vec().is_some_and(|steps| !steps.is_empty()), "there is no job {job}");
    }
}
