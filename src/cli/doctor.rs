//! `fangan doctor`: what this machine lacks, and what follows from it.
//!
//! Looks at the programs of the path and at the fonts that `fc-list` names; asks no network and changes nothing. The
//! compiler itself needs none of them: they are what makes its papers look as an office knows them.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::{Exit, Failure, output};
use crate::diagnostic::{Lang, Text};
use crate::text;

/// A face of the paper, the fonts that are it and the free fonts that stand in for it.
struct Face {
    name: Text,
    own: &'static [&'static str],
    stand_in: &'static [&'static str],
}

const FREE_SERIF: &[&str] = &["Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun"];
const FREE_SANS: &[&str] = &["Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei"];

/// The faces of GB/T 9704, with the names by which the sheet of the page asks for them.
fn faces() -> [Face; 4] {
    [
        Face {
            name: text!(zh: "小标宋（标题、红头）", en: "小标宋 (titles, red head)"),
            own: &["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"],
            stand_in: FREE_SERIF,
        },
        Face {
            name: text!(zh: "仿宋（正文）", en: "仿宋 (text)"),
            own: &["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "FZFangSong-Z02"],
            stand_in: FREE_SERIF,
        },
        Face {
            name: text!(zh: "黑体（一级标题）", en: "黑体 (headings of level one)"),
            own: &["黑体", "SimHei", "STHeiti", "Heiti SC"],
            stand_in: FREE_SANS,
        },
        Face {
            name: text!(zh: "楷体（二级标题）", en: "楷体 (headings of level two)"),
            own: &["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "Kaiti SC", "AR PL UKai CN"],
            stand_in: FREE_SERIF,
        },
    ]
}

/// A program beside the compiler.
struct Tool {
    name: &'static str,
    /// What it is called on one system or another.
    commands: &'static [&'static str],
    /// What follows where there is none.
    without: Text,
}

fn tools() -> [Tool; 2] {
    [
        Tool {
            name: "Chromium",
            commands: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"],
            without: text!(
                zh: "网页版公文用别的浏览器也能看、能印，但版面是按 Chromium 量的，分页会有出入",
                en: "other browsers show and print the HTML too, but its pages are measured with Chromium and may break elsewhere"
            ),
        },
        Tool {
            name: "LibreOffice",
            commands: &["soffice", "libreoffice"],
            without: text!(
                zh: "本机打不开、转不了 Word 文件，要用 Word、WPS 看",
                en: "the Word file cannot be opened or turned into PDF here: it takes Word or WPS"
            ),
        },
    ]
}

/// Tells what is here and what is not; a machine that lacks something is no failure.
pub(super) fn run(lang: Lang) -> Result<Exit, Failure> {
    let mut lines = vec![text!(
        zh: "检查、排版、导出本身不缺什么：程序是完整的。下面只影响看和印。",
        en: "To check, lay out and export nothing is lacking: the program is whole. What follows concerns looking and printing."
    )];
    lines.extend(told_of_fonts(fonts().as_ref()));
    lines.extend(tools().into_iter().map(told_of_tool));
    let said: String = lines.iter().map(|line| format!("{}\n", line.get(lang))).collect();
    output::print(said.as_bytes())?;
    Ok(Exit::Clean)
}

fn told_of_fonts(fonts: Option<&BTreeSet<String>>) -> Vec<Text> {
    match fonts {
        Some(fonts) => faces().into_iter().map(|face| told_of_face(&face, fonts)).collect(),
        None => vec![text!(
            zh: "不知 字体：没有 fc-list，看不到装了哪些字体（Windows、macOS 上请在 Word 的字体列表里找方正小标宋简体、仿宋_GB2312、楷体_GB2312、黑体；Linux 上装 fontconfig）",
            en: "unknown  fonts: there is no fc-list to name them (on Windows and macOS look for 方正小标宋简体, 仿宋_GB2312, 楷体_GB2312 and 黑体 in Word's list of fonts; on Linux install fontconfig)"
        )],
    }
}

fn told_of_face(face: &Face, fonts: &BTreeSet<String>) -> Text {
    let first = |names: &[&'static str]| names.iter().copied().find(|name| fonts.contains(*name));
    let (zh, en, wanted) = (&face.name.zh, &face.name.en, face.own[0]);
    match (first(face.own), first(face.stand_in)) {
        (Some(font), _) => text!(zh: "有   {zh}：{font}", en: "here     {en}: {font}"),
        (None, Some(font)) => text!(
            zh: "代替 {zh}：没有{wanted}，用 {font}；行数、字数不变，字形不是规定的",
            en: "stand-in {en}: no {wanted}, so {font}; lines and characters stay, the shapes are not those of the standard"
        ),
        (None, None) => text!(
            zh: "缺   {zh}：没有{wanted}，也没有代用的；印出来可能是方框或别的字体，请装{wanted}，或装免费的 Noto CJK",
            en: "lacking  {en}: neither {wanted} nor a stand-in; characters may print as boxes: install {wanted}, or the free Noto CJK"
        ),
    }
}

fn told_of_tool(tool: Tool) -> Text {
    let name = tool.name;
    match found(tool.commands) {
        Some(path) => {
            let path = path.display();
            text!(zh: "有   {name}：{path}", en: "here     {name}: {path}")
        }
        None => {
            let (zh, en) = (tool.without.zh, tool.without.en);
            text!(zh: "缺   {name}：{zh}", en: "lacking  {name}: {en}")
        }
    }
}

/// The families of fonts that are installed; `None` where nothing can name them.
fn fonts() -> Option<BTreeSet<String>> {
    let list = found(&["fc-list"])?;
    let output = Command::new(list).args([":", "family"]).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let names = String::from_utf8_lossy(&output.stdout);
    Some(names.split(['\n', ',']).map(|name| name.trim().replace('\\', "")).filter(|name| !name.is_empty()).collect())
}

/// The first of several commands that the path holds.
fn found(commands: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let ends = if cfg!(windows) { ".exe" } else { "" };
    let places =
        commands.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(format!("{name}{ends}"))));
    places.into_iter().find(|place| place.is_file())
}
