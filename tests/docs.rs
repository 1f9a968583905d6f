//! What the documentation says is so: its plans compile, its keyword tables are the table of the language, what it
//! shows of the program's words is what the program says, the two languages keep pace, and no link leads nowhere.
//! `BLESS=1` rewrites tables and shown words.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the documentation has to stop")]

#[path = "docs/keywords.rs"]
mod keywords;
#[path = "docs/markdown.rs"]
mod markdown;

use std::fs;
use std::path::{Path, PathBuf};

use fangan::diagnostic::Lang;
use fangan::report::{Format, Options, report, summary};
use fangan::world::MemoryWorld;
use fangan::{Compiled, compile};

use markdown::{anchors, between, blocks, headings, links};

/// The file in English and the file in Chinese.
const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];
const REFERENCE: [&str; 2] = ["docs/language.md", "docs/language.zh-CN.md"];
const DATA: [&str; 2] = ["docs/data.md", "docs/data.zh-CN.md"];
/// Other pages that are in both languages.
const PAGES: &[[&str; 2]] = &[
    ["docs/checking.md", "docs/checking.zh-CN.md"],
    ["docs/ci.md", "docs/ci.zh-CN.md"],
    ["docs/editors-vscode.md", "docs/editors-vscode.zh-CN.md"],
    ["docs/graphs.md", "docs/graphs.zh-CN.md"],
    ["docs/preview.md", "docs/preview.zh-CN.md"],
    ["docs/library.md", "docs/library.zh-CN.md"],
    ["docs/tables.md", "docs/tables.zh-CN.md"],
    ["docs/style.md", "docs/style.zh-CN.md"],
    ["docs/official-document.md", "docs/official-document.zh-CN.md"],
    ["docs/installation.md", "docs/installation.zh-CN.md"],
    ["docs/tutorial.md", "docs/tutorial.zh-CN.md"],
    ["docs/from-word.md", "docs/from-word.zh-CN.md"],
    ["docs/git.md", "docs/git.zh-CN.md"],
    ["docs/cli.md", "docs/cli.zh-CN.md"],
    ["docs/editors.md", "docs/editors.zh-CN.md"],
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// Every Markdown file of the documentation, from the root of the repository.
fn pages() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("docs"), root().join("examples")];
    let mut take = |path: PathBuf| {
        if path.extension().is_some_and(|end| end == "md") {
            found.push(path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned());
        }
    };
    fs::read_dir(root()).unwrap().for_each(|entry| take(entry.unwrap().path()));
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { take(path) }
        }
    }
    found.sort();
    found
}

/// The language a page is written in.
fn lang(page: &str) -> Lang {
    if page.contains("zh-CN") { Lang::Zh } else { Lang::En }
}

fn compiled(plan: &str) -> Compiled {
    let path = Path::new("plan.plan");
    compile(&MemoryWorld::with(path, plan), path, fangan::Options::default()).unwrap()
}

/// What `fangan check plan.plan` prints about a plan.
fn checked(plan: &str, lang: Lang) -> String {
    let compiled = compiled(plan);
    let options = Options { lang, width: 100, ..Options::default() };
    let drawn = report(Format::Human, &compiled.findings, &compiled.sources, &options);
    format!("{drawn}plan.plan：{}\n", summary(&compiled.findings, lang))
}

/// Holds `found` against what a page has, or writes it there.
fn hold(page: &str, has: &str, found: String, wrong: &mut Vec<String>) {
    if has == found {
        return;
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(root().join(page), found).unwrap();
    } else {
        wrong.push(format!("{page} is behind the program: BLESS=1 cargo test --test docs"));
    }
}

#[test]
fn plans_compile() {
    let mut wrong = Vec::new();
    for page in pages() {
        for block in blocks(&read(&page)) {
            let is_faulty = match block.info {
                "plan" => false,
                "plan error" => true,
                _ => continue,
            };
            if compiled(block.text).is_sound() == is_faulty {
                let said = checked(block.text, Lang::En);
                wrong.push(format!("{page}, line {}, {}:\n{said}", block.line, block.info));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn keyword_tables_are_the_table() {
    let mut wrong = Vec::new();
    for page in REFERENCE {
        let text = read(page);
        let table = keywords::table(lang(page), &blocks(&text));
        let range = between(&text, "<!-- keywords:begin -->\n", "<!-- keywords:end -->").unwrap();
        let found = format!("{}{table}{}", &text[..range.start], &text[range.end..]);
        hold(page, &text, found, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The block of `said` below each faulty plan: where it is wrong, the code and the sentence, as `line:column: …`.
#[test]
fn faults_are_said() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = read(&page);
        let all = blocks(&text);
        let mut found = text.clone();
        for pair in all.windows(2).rev().filter(|pair| pair[0].info == "plan error") {
            let [plan, said] = pair else { continue };
            assert_eq!(said.info, "said", "{page}, line {}: what is wrong has to stand below it", plan.line);
            found.replace_range(said.start..said.start + said.text.len(), &faults(plan.text, lang(&page)));
        }
        hold(&page, &text, found, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every fault of the language stands in the reference, but for those that take many files or a megabyte to make.
#[test]
fn every_fault_has_an_example() {
    const TOO_BIG: [&str; 3] = ["S015", "S113", "S114"];
    for page in REFERENCE {
        let text = read(page);
        let said = blocks(&text).into_iter().filter(|block| block.info == "said").map(|block| block.text);
        let said = said.collect::<String>();
        for folder in ["src/syntax", "src/plan/resolve", "src/plan/load"] {
            for entry in fs::read_dir(root().join(folder)).unwrap() {
                let source = fs::read_to_string(entry.unwrap().path()).unwrap_or_default();
                for code in
                    source.lines().filter_map(|line| line.split_once(": &str = \"S")).map(|(_, code)| &code[..3])
                {
                    let code = format!("S{code}");
                    let is_shown = said.contains(&format!("[{code}]")) || TOO_BIG.contains(&code.as_str());
                    assert!(is_shown, "{page} has no example of {code}");
                }
            }
        }
    }
}

/// What is wrong with the language of a plan, a line each: what the rules say of its matter is left out.
fn faults(plan: &str, lang: Lang) -> String {
    let compiled = compiled(plan);
    let options = Options { lang, ..Options::default() };
    let all = report(Format::Short, &compiled.findings, &compiled.sources, &options);
    let lines = all.lines().filter_map(|line| line.strip_prefix("plan.plan:"));
    lines.filter(|line| line.contains("[S")).map(|line| format!("{line}\n")).collect()
}

/// `<!-- check: A → B -->` before a block of text: the block is what is said about the plan above with B for A.
#[test]
fn shown_words_are_said() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = read(&page);
        let mut found = text.clone();
        for (start, _) in text.rmatch_indices("<!-- check: ") {
            let note = text[start..].split_once("<!-- check: ").unwrap().1.split_once(" -->").unwrap().0;
            let (right, mistaken) = note.split_once(" → ").unwrap();
            let all = blocks(&text);
            let plan = all.iter().rfind(|block| block.start < start && block.info == "plan").unwrap();
            assert_eq!(plan.text.matches(right).count(), 1, "{page}: “{right}” must stand once in the plan");
            let shown = all.iter().find(|block| block.start > start).unwrap();
            let said = checked(&plan.text.replace(right, mistaken), lang(&page));
            let said = format!("$ fangan check plan.plan\n{said}");
            found.replace_range(shown.start..shown.start + shown.text.len(), &said);
        }
        hold(&page, &text, found, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn both_languages_keep_pace() {
    for [english, chinese] in [READMES, REFERENCE, DATA].into_iter().chain(PAGES.iter().copied()) {
        let (en, zh) = (read(english), read(chinese));
        let levels = |text: &str| headings(text).iter().map(|(level, _)| *level).collect::<Vec<_>>();
        assert_eq!(levels(&en), levels(&zh), "the headings of {english} and {chinese}");
        let infos = |text: &str| blocks(text).iter().map(|block| block.info.to_owned()).collect::<Vec<_>>();
        assert_eq!(infos(&en), infos(&zh), "the blocks of {english} and {chinese}");
    }
    let [english, chinese] = REFERENCE.map(read);
    for (en, zh) in blocks(&english).iter().zip(blocks(&chinese)) {
        if en.info == "said" {
            continue;
        }
        assert_eq!(en.text, zh.text, "line {} of {} and line {} of {}", en.line, REFERENCE[0], zh.line, REFERENCE[1]);
    }
}

/// What the README says of the command that it begins with.
#[test]
fn the_readme_counts_what_is_built() {
    let out = tempfile::tempdir().unwrap();
    let mut build = std::process::Command::new(env!("CARGO_BIN_EXE_fangan"));
    let status = build.args(["build", "examples/pingan", "-o"]).arg(out.path()).output().unwrap().status;
    assert!(status.success());
    let count = fs::read_dir(out.path()).unwrap().count();
    for (readme, said) in READMES.into_iter().zip([format!(" {count} files."), format!("共{count}个文件。")]) {
        assert!(fs::read_to_string(readme).unwrap().contains(&said), "{readme} does not say {said}");
    }
}

#[test]
fn links_lead_somewhere() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = read(&page);
        for link in links(&text) {
            if link.contains("://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { root().join(&page) } else { root().join(&page).with_file_name(file) };
            if !target.exists() {
                wrong.push(format!("{page}: there is no {link}"));
            } else if !anchor.is_empty() && !anchors(&fs::read_to_string(target).unwrap()).contains(&anchor.to_owned())
            {
                wrong.push(format!("{page}: no heading is {link}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
