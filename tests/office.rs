//! An office's own style: profiles and templates, settled or typed; what is wrong with them is shown where it stands.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "docs/markdown.rs"]
#[allow(dead_code, reason = "only its blocks are asked for")]
mod markdown;
#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use program::{fangan, folder, out, said};

const PLAN: &str = "# 通知：澜教发〔2026〕1号\n- 发文机关：教育局\n- 主送：各学校\n- 成文日期：2026年3月1日\n\n\
    # 方案：澜平县听评课方案\n\n# 主体\n- 教育局：澜平县教育局\n\n## 任务\n全县学校每月听课<script>alert(1)</script>。\n";

#[test]
fn a_profile_is_typed_or_settled() {
    let here = folder(&[("a.plan", PLAN), ("b/province.toml", "based-on = \"../base.toml\"\n[text]\nline = 29.5\n")]);
    program::write(here.path(), "base.toml", "[page]\nheight = 229\n");
    let page = |arguments: &[&str]| {
        let output = fangan(here.path(), &[&["render", "a.plan"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        out(&output)
    };
    assert!(page(&[]).contains("--line: 28.95pt") && page(&[]).contains("class=\"head"));
    assert!(
        !page(&["--profile", "plain"]).contains("class=\"number\"")
            && !page(&["--profile", "plain"]).contains("class=\"head")
    );
    assert!(page(&["--profile", "letter"]).contains("class=\"letterhead"));
    let province = page(&["--profile", "b/province.toml"]);
    assert!(province.contains("--line: 29.5pt") && province.contains("--page-height: 229mm"));
    program::write(here.path(), "fangan.toml", "[document]\nprofile = \"b/province.toml\"\n");
    assert!(page(&[]).contains("--line: 29.5pt"));
    assert!(page(&["--profile", "standard"]).contains("--line: 28.95pt"));
}

#[test]
fn what_is_wrong_in_a_profile_is_shown_in_it() {
    for (profile, wanted) in [
        ("[text]\nline = 29.5\nsizes = 16\n", &["[C002] 版式里没有“sizes”这一项", "p.toml:3:1", "是不是“size”？"][..]),
        ("[txt]\nline = 29.5\n", &["[C002]", "p.toml:1:2", "是不是“text”？"]),
        ("[text]\nline = 290\n", &["[C003] 这里应当写14到42之间的数（磅）", "p.toml:2:8"]),
        ("[text]\nline = 1e2\n", &["[C003]", "p.toml:2:8"]),
        ("[text]\nface = \"a</style>\"\n", &["[C003] 这里应当写字体的名称", "p.toml:2:8"]),
        ("[head]\ncolour = \"red\"\n", &["[C003] 这里应当写颜色", "p.toml:2:10"]),
        ("[head]\nform = \"blue\"\n", &["\"red\"、\"letter\"、\"order\"、\"none\"", "p.toml:2:8"]),
        ("[page]\nleft = 50\nwidth = 170\n", &["[C003]", "A4", "p.toml:3:9"]),
        ("[text]\ncharacters = 40\n", &["[C003]", "排不进一行", "p.toml:2:14"]),
        ("[text]\nsize = 15.8\nline = 14\n", &["[C003] 行距比字还小", "p.toml:3:8"]),
        ("[text\n", &["[C001] 这里不合 TOML 的写法"]),
        ("based-on = \"latter\"\n", &["[C007] 没有叫“latter”的版式", "p.toml:1:12"]),
        ("based-on = \"p.toml\"\n", &["[C007]", "绕成了圈"]),
        ("based-on = \"q.toml\"\n", &["[C007] 没有这个文件：q.toml", "p.toml:1:12"]),
    ] {
        let here = folder(&[("a.plan", PLAN), ("p.toml", profile)]);
        let typed = fangan(here.path(), &["render", "a.plan", "--profile", "p.toml"]);
        program::write(here.path(), "fangan.toml", "[document]\nprofile = \"p.toml\"\n");
        let settled = fangan(here.path(), &["build", "a.plan"]);
        for output in [typed, settled] {
            assert_eq!(output.status.code(), Some(2), "{profile}");
            let said = said(&output);
            assert!(wanted.iter().all(|words| said.contains(words)), "{profile}:\n{said}");
        }
    }
    let here = folder(&[("a.plan", PLAN)]);
    let output = fangan(here.path(), &["render", "a.plan", "--profile", "leter"]);
    assert!(
        output.status.code() == Some(2) && said(&output).contains("--profile：没有叫“leter”的版式"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_template_takes_the_place_of_one_file() {
    let here = folder(&[("a.plan", PLAN), ("t/document.css", "/* ours */ body { color: #000; }\n")]);
    let page = out(&fangan(here.path(), &["render", "a.plan", "--templates", "t"]));
    assert!(page.contains("/* ours */") && page.contains("--line: 28.95pt") && !page.contains(".unsealed"));
    assert!(!page.contains("<script>"));
}

#[test]
fn what_is_wrong_with_a_template_is_shown_in_it() {
    let endless = "{% macro f(n) %}{% for i in range(90000) %}{% for j in range(90000) %}{{ j }}{% endfor %}{% endfor %}{% endmacro %}{{ f(1) }}";
    let long = "{% set s = \"x\" * 100000 %}{% for i in range(90000) %}{{ s }}{% endfor %}";
    let doubled = "{% set n = namespace(s=\"甲\") %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}{{ n.s|length }}";
    let replaced = "{% set n = namespace(s=\"甲甲\") %}{% for i in range(60) %}{% set n.s = n.s|replace(\"甲\", \"甲甲\") %}{% endfor %}";
    let kept = "{% set n = namespace(all=[]) %}{% for i in range(90000) %}{% set n.all = n.all + [\"甲\" * 90000] %}{% endfor %}";
    let captured = "{% set n = namespace(s=\"甲\") %}{% for i in range(60) %}{% set s %}{{ n.s }}{{ n.s }}{% endset %}{% set n.s = s %}{% endfor %}";
    let stopped = "[C008] 模板运行太久或占用内存太多，已经停止";
    for (name, template, wanted) in [
        ("document.html.jinja", "<p>\n{{ nam }}", &["[C008] 没有这一项数据", "document.html.jinja:2:"][..]),
        ("document.html.jinja", "<p>\n{% for x %}", &["[C008] 模板写得不对", "document.html.jinja:2:"]),
        ("document.html.jinja", "\n{{ name|shout }}", &["[C008] 没有这个名称", "document.html.jinja:2:"]),
        ("document.html.jinja", "{% include \"../fangan.toml\" %}", &["[C008] 没有这个模板", "document.html.jinja:1:"]),
        ("document.html.jinja", "{% include \"/etc/passwd\" %}", &["[C008] 没有这个模板"]),
        (
            "document.html.jinja",
            "\n{%- autoescape false %}{{ name }}{% endautoescape %}",
            &["[C008] 转义不能关掉", ".jinja:2:"],
        ),
        ("document.html.jinja", endless, &[stopped]),
        ("document.html.jinja", doubled, &[stopped]),
        ("document.html.jinja", replaced, &[stopped]),
        ("document.html.jinja", kept, &[stopped]),
        ("document.html.jinja", captured, &[stopped]),
        ("document.html.jinja", long, &["[C008] 模板写出的内容太多，已经停止"]),
        (
            "blocks.html.jinja",
            "\n\n{% macro title(sheet) %}{{ sheet.nothing }}{% endmacro %}",
            &["[C008]", "blocks.html.jinja:3:"],
        ),
        ("documnt.css", "", &["t/documnt.css 不是模板的名称，最接近的是 document.css"]),
    ] {
        let here = folder(&[("a.plan", PLAN), (&format!("t/{name}"), template)]);
        let output = fangan(here.path(), &["render", "a.plan", "--templates", "t"]);
        assert_eq!(output.status.code(), Some(2), "{template}");
        let said = said(&output);
        assert!(wanted.iter().all(|words| said.contains(words)), "{template}:\n{said}");
    }
    let here = folder(&[("a.plan", PLAN)]);
    let output = fangan(here.path(), &["render", "a.plan", "--templates", "nowhere"]);
    assert!(output.status.code() == Some(2) && said(&output).contains("--templates：没有这个文件：nowhere"));
}

/// A Word file that Word could not open is never written.
#[cfg(feature = "word")]
#[test]
fn a_template_that_writes_no_xml_is_shown_where_it_is_wrong() {
    let own = |name: &str| {
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/stdlib/templates/").to_owned() + name)
    };
    for (name, from, to, wanted) in [
        ("word/styles.xml.jinja", "</w:styles>", "</w:style>", &["word/styles.xml 不是完整的 XML", "“</w:style>”"][..]),
        ("word/app.xml", "</Properties>", "", &["docProps/app.xml 不是完整的 XML", "word/app.xml"]),
        ("word/number.xml.jinja", "<w:r>", "<w:r", &["word/number.xml.jinja"]),
    ] {
        let text = own(name).unwrap();
        assert!(text.contains(from), "{name}");
        let here = folder(&[("a.plan", PLAN), (&format!("t/{name}"), &text.replacen(from, to, 1))]);
        let output = fangan(here.path(), &["render", "a.plan", "--templates", "t", "-o", "a.docx"]);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(wanted.iter().all(|words| said.contains(words)) && said.contains("[C008]"), "{name}:\n{said}");
        assert!(!here.path().join("a.docx").exists());
        let whole = folder(&[("a.plan", PLAN), (&format!("t/{name}"), &text)]);
        assert!(fangan(whole.path(), &["render", "a.plan", "--templates", "t", "-o", "a.docx"]).status.success());
    }
}

/// What the pages show is a style that works.
#[test]
fn the_pages_show_a_style_that_works() {
    for page in ["docs/style.md", "docs/style.zh-CN.md"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let blocks = markdown::blocks(&text);
        let of = |info: &str| blocks.iter().find(|block| block.info == info).unwrap().text;
        let here = folder(&[
            ("a.plan", PLAN),
            ("fangan.toml", of("toml")),
            ("profiles/our-province.toml", of("toml profile")),
            ("templates/index.html.jinja", of("jinja")),
        ]);
        let output = fangan(here.path(), &["build", "a.plan"]);
        assert_eq!(output.status.code(), Some(0), "{page}: {}", said(&output));
        let read = |name: &str| fs::read_to_string(here.path().join("out").join(name)).unwrap();
        assert!(read("index.html").contains("县教育局：澜平县听评课方案"));
        assert!(read("document.html").contains("方正仿宋_GBK") && read("document.html").contains("class=\"unsealed"));
    }
}

/// What a template holds in memory is bounded: one that would hold gigabytes is stopped under a limit of one.
#[cfg(target_os = "linux")]
#[test]
fn a_template_cannot_fill_the_memory() {
    for growing in ["n.s ~ n.s", "n.s|replace(\"甲\", \"甲甲\")", "n.s * 2", "[n.s, n.s]|join", "(n.s, n.s)|string"]
    {
        let template = format!(
            "{{% set n = namespace(s=\"甲\", all=[]) %}}{{% for i in range(60) %}}{{% set n.s = {growing} %}}\
             {{% set n.all = n.all + [n.s] %}}{{% endfor %}}"
        );
        let here = folder(&[("a.plan", PLAN), ("t/document.html.jinja", &template)]);
        let mut command = std::process::Command::new("sh");
        command.current_dir(here.path()).env("FANGAN", env!("CARGO_BIN_EXE_fangan")).env("LC_ALL", "zh_CN.UTF-8");
        command.args(["-c", "ulimit -v 2000000; exec \"$FANGAN\" render a.plan --templates t"]);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{growing}: {}", said(&output));
        assert!(said(&output).contains("[C008] 模板"), "{growing}: {}", said(&output));
    }
}
