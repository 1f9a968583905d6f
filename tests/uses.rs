//! Files that use others. Each folder of `tests/use` holds a plan with its files and what is said of it, places of
//! every file included, on disk as in memory; `BLESS=1` rewrites that.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use fangan::check::Stage;
use fangan::diagnostic::Lang;
use fangan::plan::Values;
use fangan::report::{Format, Options as Style, report};
use fangan::source::Span;
use fangan::world::{DiskWorld, MemoryWorld, World};
use fangan::{Compiled, Options, compile, compile_with, plan};
use tempfile::TempDir;

const FOLDER: &str = "tests/use";

fn issued(world: &dyn World, path: &Path) -> Compiled {
    compile(world, path, Options { stage: Stage::Issue, ..Options::default() }).unwrap()
}

/// What is said of a plan, with every place it points to; paths are told from `root`.
fn said(compiled: &Compiled, root: &str) -> String {
    let style = Style { lang: Lang::Zh, ..Style::default() };
    let mut text = String::new();
    for finding in &compiled.findings {
        text.push_str(&report(Format::Short, std::slice::from_ref(finding), &compiled.sources, &style));
        for related in &finding.related {
            writeln!(text, "  {} {}", place(compiled, related.span), related.message.zh).unwrap();
        }
    }
    text.replace(root, "")
}

fn place(compiled: &Compiled, span: Span) -> String {
    let source = compiled.sources.get(span.source);
    format!("{}:{}", source.path().display(), source.position(span.start as usize))
}

/// The files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// The plan of each folder of fixtures.
fn plans() -> Vec<PathBuf> {
    files(Path::new(FOLDER)).into_iter().filter(|path| path.ends_with("plan.plan")).collect()
}

#[test]
fn findings_are_as_expected() {
    let mut wrong = Vec::new();
    let mut memory = MemoryWorld::default();
    for path in files(Path::new(FOLDER)) {
        memory = memory.and(&path, fs::read_to_string(&path).unwrap());
    }
    for path in plans() {
        let expected = path.with_extension("zh.txt");
        let root = format!("{}/", path.parent().unwrap().display());
        let found = said(&issued(&DiskWorld, &path), &root);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        if fs::read_to_string(&expected).ok().as_ref() != Some(&found) {
            wrong.push(format!("{} is not:\n{found}", expected.display()));
        }
        assert_eq!(said(&issued(&memory, &path), &root), found, "{} in memory", path.display());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_library_is_silent() {
    for (name, text) in plan::LIBRARY {
        let plan = format!("# 方案：平安区义务教育提质方案\n- 引用：std.{name}\n");
        let compiled = issued(&MemoryWorld::with("a.plan", &*plan), Path::new("a.plan"));
        let own = compiled.findings.iter().filter(|finding| finding.code != "S210");
        assert_eq!(own.count(), 0, "{name}: {}", said(&compiled, ""));
        let alone = issued(&MemoryWorld::with("a.plan", *text), Path::new("a.plan"));
        assert_eq!(said(&alone, ""), "", "{name}");
        assert!(Path::new("stdlib").join(format!("{name}.plan")).is_file(), "{name}");
    }
}

#[test]
fn skeletons_are_silent_once_they_are_filled() {
    let phases = [
        ("题目", "平安区义务教育提质方案"),
        ("动员时间", "2018年3月"),
        ("自查时间", "2018年4月至5月"),
        ("攻坚时间", "2018年6月至11月"),
        ("总结时间", "2018年12月"),
    ];
    let notice = [
        ("题目", "平安区义务教育提质方案"),
        ("发文机关", "“平安区教育局”"),
        ("发文字号", "平教〔2018〕1号"),
        ("主送机关", "各乡镇学校，区直各学校"),
        ("批准机关", "区政府"),
        ("成文日期", "2018年3月1日"),
        ("印发机关", "平安区教育局办公室"),
    ];
    for (name, given) in [("phases", &phases[..]), ("notice", &notice)] {
        let mut values = Values::default();
        for (name, value) in given {
            values.give(name, value);
        }
        let path = Path::new("stdlib").join(format!("{name}.plan"));
        let options = Options { stage: Stage::Issue, ..Options::default() };
        let compiled = compile_with(&DiskWorld, &path, options, &values).unwrap();
        assert_eq!(said(&compiled, ""), "", "{name}");
    }
}

#[test]
fn what_is_imported_is_known_to_be() {
    let compiled = issued(&DiskWorld, Path::new("tests/use/replaced/plan.plan"));
    let plan = &compiled.plan;
    let owners = plan.owners.iter().map(|owner| {
        let superior = owner.superior().map(|id| plan.owners[id].name.value.as_str());
        (owner.official_name(), superior.unwrap_or("-"), plan.is_own(owner.span))
    });
    let wanted = [
        ("平安县教育和体育局", "县政府", true),
        ("平安县人民政府", "-", false),
        ("平安县教育研究室", "教育局", false),
        ("平安县财政局", "县政府", false),
        ("家长", "-", false),
    ];
    assert_eq!(owners.collect::<Vec<_>>(), wanted);
    let indicators: Vec<_> = plan.indicators.iter().map(|each| (each.name.value.as_str(), each.sort)).collect();
    assert_eq!(indicators, [("巩固率", Some(plan::Sort::Stock))]);
}

#[test]
fn a_file_that_only_declares_is_no_plan_and_no_fault() {
    let path = "tests/use/shared/共用/主体.plan";
    let compiled = issued(&DiskWorld, Path::new(path));
    assert_eq!(said(&compiled, ""), "");
    assert!(compiled.plan.title.is_none());
}

#[test]
fn a_file_that_is_not_text_is_told() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.plan"), "# 方案：某县方案\n- 引用：b.plan\n").unwrap();
    fs::write(folder.path().join("b.plan"), b"# \xb7\xbd\xb0\xb8\n").unwrap();
    let root = format!("{}/", folder.path().display());
    let found = said(&issued(&DiskWorld, &folder.path().join("a.plan")), &root);
    assert_eq!(found, "a.plan:2:6: 错误[S110] b.plan 不是 UTF-8 文本（第1行，第2字节起）；请在编辑器里另存为 UTF-8\n");
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_workspace_only() {
    use std::os::unix::fs::symlink;
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("work/下")).unwrap();
    fs::write(at("work/fangan.toml"), "").unwrap();
    fs::write(at("secret.plan"), "# 主体\n- 密局\n").unwrap();
    fs::write(at("work/下/主体.plan"), "# 主体\n- 教育局\n").unwrap();
    symlink(at("secret.plan"), at("work/外.plan")).unwrap();
    symlink(folder.path(), at("work/上")).unwrap();
    symlink("下/主体.plan", at("work/内.plan")).unwrap();
    symlink("a.plan", at("work/自己.plan")).unwrap();
    symlink("断.plan", at("work/断.plan")).unwrap();
    let plan = "# 方案：某县方案\n- 引用：外.plan\n- 引用：上/secret.plan\n- 引用：内.plan、下/主体.plan\n- 引用：自己.plan\n- 引用：断.plan\n- 责任：教育局\n";
    fs::write(at("work/a.plan"), plan).unwrap();
    let compiled = issued(&DiskWorld, &at("work/a.plan"));
    let found = said(&compiled, &format!("{}/work/", folder.path().display()));
    let lines: Vec<_> = found.lines().collect();
    assert_eq!(lines[0], "a.plan:2:6: 错误[S111] “外.plan”是链接，指到了工作区之外");
    assert_eq!(lines[1], "a.plan:3:6: 错误[S111] “上/secret.plan”是链接，指到了工作区之外");
    assert_eq!(lines[2], "a.plan:5:6: 错误[S112] 文件互相引用：a.plan → a.plan");
    assert!(lines[3].starts_with("a.plan:6:6: 错误[S110]"), "{found}");
    assert_eq!(lines.len(), 4, "{found}");
    assert_eq!(compiled.plan.owners.len(), 1);
    // The plan itself may be reached through a link.
    symlink(at("work/a.plan"), at("b.plan")).unwrap();
    assert_eq!(issued(&DiskWorld, &at("b.plan")).plan.title.unwrap().value, "某县方案");
}

#[test]
fn how_much_is_read_is_bounded() {
    let chain = |count: usize| {
        let mut world = MemoryWorld::with("a.plan", "# 方案：某县方案\n- 引用：0.plan\n");
        for index in 0..count {
            let next =
                if index + 1 < count { format!("- 引用：{}.plan\n", index + 1) } else { "# 主体\n".to_owned() };
            world = world.and(format!("{index}.plan"), next);
        }
        said(&issued(&world, Path::new("a.plan")), "")
    };
    assert_eq!(chain(200), "");
    assert_eq!(chain(300), "199.plan:1:6: 错误[S113] 一份方案最多引用200个文件\n");
    let uses = |count: usize| {
        let plan = format!("# 方案：某县方案\n{}", "- 引用：b.plan\n".repeat(count));
        let world = MemoryWorld::with("a.plan", plan).and("b.plan", "# 主体\n");
        said(&issued(&world, Path::new("a.plan")), "")
    };
    assert_eq!(uses(10_000), "");
    assert_eq!(uses(10_005), "a.plan:10002:6: 错误[S113] 引用超过了10000处，其余的没有读\n");
}
