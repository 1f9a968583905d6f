//! Prints a page with Chromium, or a Word file or a workbook with LibreOffice, and reads the PDF back with poppler: words
//! with their boxes, and rasters of a strip.

#![allow(dead_code, reason = "not every test that includes this file uses all of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A printed document. The files live as long as it does.
pub struct Print {
    folder: TempDir,
    /// The pages in order.
    pub pages: Vec<Page>,
}

/// One page: its size and the words on it, in millimetres.
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

/// A run of characters without a space, and the box of its glyphs.
#[derive(Clone, Debug)]
pub struct Word {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Black and white rows of a strip of a page: where ink is, in millimetres from the top of the page.
#[derive(Debug)]
pub struct Band {
    pub top: f64,
    pub bottom: f64,
}

impl Word {
    pub fn centre(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}

/// Prints `html`, or tells which tool is missing or failed.
pub fn print(html: &str) -> Result<Print, String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let (page, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    fs::write(&page, html).map_err(|error| error.to_string())?;
    let mut chromium = Command::new(std::env::var_os("FANGAN_CHROMIUM").unwrap_or_else(|| "chromium".into()));
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]);
    chromium.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
    chromium.arg(format!("--user-data-dir={}", folder.path().join("profile").display()));
    chromium.arg("--no-pdf-header-footer").arg(format!("--print-to-pdf={}", pdf.display())).arg(&page);
    run(&mut chromium)?;
    read(folder)
}

/// Opens a Word file with LibreOffice and has it make pages of it.
pub fn print_word(file: &[u8]) -> Result<Print, String> {
    print_word_with(file, None)
}

/// The same with a set-up of fonts.
pub fn print_word_with(file: &[u8], fonts: Option<&Path>) -> Result<Print, String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let page = folder.path().join("page.docx");
    fs::write(&page, file).map_err(|error| error.to_string())?;
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()));
    office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.path()).arg(&page);
    office.envs(fonts.map(|fonts| ("FONTCONFIG_FILE", fonts)));
    run(&mut office)?;
    let mut print = read(folder)?;
    print.pages.iter_mut().for_each(|page| page.words = joined(&page.words));
    Ok(print)
}

/// Opens a workbook with LibreOffice; gives the pages of all its sheets, and the first one as CSV.
pub fn print_workbook(file: &[u8]) -> Result<(Print, String), String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let book = folder.path().join("page.xlsx");
    fs::write(&book, file).map_err(|error| error.to_string())?;
    for to in ["pdf", "csv:Text - txt - csv (StarCalc):44,34,76"] {
        let mut office = Command::new("soffice");
        office.arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()));
        office.args(["--headless", "--convert-to", to, "--outdir"]).arg(folder.path()).arg(&book);
        run(&mut office)?;
    }
    let csv = fs::read_to_string(folder.path().join("page.csv")).map_err(|error| format!("no sheet: {error}"))?;
    Ok((read(folder)?, csv))
}

/// The words with those in one that LibreOffice parts by its space between a digit and a Chinese character, which it
/// sets whether a file asks for it or not.
fn joined(words: &[Word]) -> Vec<Word> {
    const SPACE: f64 = 1.7;
    let mut joined: Vec<Word> = Vec::new();
    for word in words {
        match joined.last_mut() {
            Some(last)
                if (last.top - word.top).abs() < 1.0
                    && (0.0..SPACE).contains(&(word.left - last.right))
                    && parted(&last.text, &word.text) =>
            {
                last.text.push_str(&word.text);
                last.right = word.right;
            }
            _ => joined.push(word.clone()),
        }
    }
    joined
}

/// Whether one of two neighbours is a digit and the other a Chinese character or mark.
fn parted(left: &str, right: &str) -> bool {
    let pair = (left.chars().last().unwrap_or(' '), right.chars().next().unwrap_or(' '));
    let is = |digit: char, han: char| digit.is_ascii_digit() && han > '\u{2e80}';
    is(pair.0, pair.1) || is(pair.1, pair.0)
}

/// The words of `page.pdf` with their boxes.
fn read(folder: TempDir) -> Result<Print, String> {
    let (pdf, boxes) = (folder.path().join("page.pdf"), folder.path().join("page.xml"));
    run(Command::new("pdftotext").arg("-bbox-layout").args([&pdf, &boxes]))?;
    let boxes = fs::read_to_string(&boxes).map_err(|error| error.to_string())?;
    Ok(Print { folder, pages: boxes.split("<page ").skip(1).map(page_of).collect() })
}

fn run(command: &mut Command) -> Result<Vec<u8>, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("{name}: {}", output.status)) }
}

fn page_of(xml: &str) -> Page {
    let words = xml.split("<word ").skip(1).map(|word| Word {
        text: word.split_once('>').and_then(|(_, rest)| rest.split_once("</word>")).map_or("", |(text, _)| text).into(),
        left: millimetres(word, "xMin"),
        top: millimetres(word, "yMin"),
        right: millimetres(word, "xMax"),
        bottom: millimetres(word, "yMax"),
    });
    Page { width: millimetres(xml, "width"), height: millimetres(xml, "height"), words: words.collect() }
}

fn millimetres(tag: &str, name: &str) -> f64 {
    let value = tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
    value.parse::<f64>().unwrap() / 72.0 * 25.4
}

impl Page {
    /// The first word that begins with `text`.
    pub fn word(&self, text: &str) -> &Word {
        self.words.iter().find(|word| word.text.starts_with(text)).unwrap_or_else(|| panic!("no {text} on the page"))
    }

    /// The words of the page number, joined.
    pub fn number(&self) -> Word {
        let mut words = self.words.iter().filter(|word| word.bottom > 265.0);
        let first = words.next().expect("a page number").clone();
        words.fold(first, |number, word| Word {
            text: format!("{} {}", number.text, word.text),
            right: word.right,
            ..number
        })
    }
}

/// A piece of text as it is set.
#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    /// In points.
    pub size: f64,
    /// Such as `#ff0000`.
    pub colour: String,
    /// The font, such as `BAAAAA+NotoSerifCJKjp`: the letters before the sign tell fonts of one family apart.
    pub face: String,
}

impl Print {
    /// Every piece of text with its size and colour, as `pdftohtml` reads them.
    pub fn pieces(&self) -> Vec<Piece> {
        // It counts in pixels, one and a half of which are a point.
        const PIXELS: f64 = 1.5;
        let pdf = self.folder.path().join("page.pdf");
        let xml = run(Command::new("pdftohtml").args(["-xml", "-stdout", "-i"]).arg(&pdf)).expect("pdftohtml");
        let xml = String::from_utf8_lossy(&xml).into_owned();
        let value = |tag: &str, name: &str| {
            let rest = tag.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest);
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        let (mut fonts, mut pieces) = (std::collections::BTreeMap::new(), Vec::new());
        for line in xml.lines().map(str::trim) {
            if line.starts_with("<fontspec") {
                let size: f64 = value(line, "size").parse().unwrap_or(0.0);
                fonts.insert(value(line, "id"), (size / PIXELS, value(line, "color"), value(line, "family")));
            } else if line.starts_with("<text") {
                let (size, colour, face) = fonts.get(&value(line, "font")).cloned().unwrap_or_default();
                let text = line.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text)).collect();
                pieces.push(Piece { text, size, colour, face });
            }
        }
        pieces
    }

    /// The bands of ink in a strip of page `number`, from `left` to `right`, between `top` and `bottom`; at 600 dpi.
    pub fn ink(&self, number: usize, (left, right): (f64, f64), (top, bottom): (f64, f64)) -> Vec<Band> {
        const DPI: f64 = 600.0;
        let pixels = |length: f64| (length / 25.4 * DPI).round() as usize;
        let pdf: PathBuf = self.folder.path().join("page.pdf");
        let mut poppler = Command::new("pdftoppm");
        poppler.args(["-gray", "-r", "600", "-f", &number.to_string(), "-l", &number.to_string()]);
        for (option, value) in [("-x", left), ("-y", top), ("-W", right - left), ("-H", bottom - top)] {
            poppler.args([option, &pixels(value).to_string()]);
        }
        let image = run(poppler.arg::<&Path>(&pdf)).expect("pdftoppm");
        let (width, rows) = gray(&image);
        let dark: Vec<bool> = rows.chunks(width).map(|row| row.iter().any(|pixel| *pixel < 160)).collect();
        let place = |row: usize| top + row as f64 / DPI * 25.4;
        let mut bands: Vec<Band> = Vec::new();
        for (row, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
            match bands.last_mut() {
                Some(band) if row > 0 && dark[row - 1] => band.bottom = place(row + 1),
                _ => bands.push(Band { top: place(row), bottom: place(row + 1) }),
            }
        }
        bands
    }
}

/// Width and pixels of a binary PGM.
fn gray(image: &[u8]) -> (usize, &[u8]) {
    let mut lines = image.splitn(4, |byte| *byte == b'\n');
    assert_eq!(lines.next(), Some(&b"P5"[..]));
    let size = String::from_utf8_lossy(lines.next().unwrap()).into_owned();
    let width = size.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(lines.next(), Some(&b"255"[..]));
    (width, lines.next().unwrap())
}
