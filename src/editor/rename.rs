//! Another name for a thing, at every place that uses it.
//!
//! A thing may have several names: an owner its short and its full one and others, a measure its name and its title.
//! The one at the place is changed, wherever it is written; the others stay, so that 县教育局 becomes 县教体局 while its
//! full name 澜平县教育局 waits for its own change. A place that says the first name in other words gets the new name in
//! full. Words in prose are the author's and stay as they are; only `{…}` follows.

use super::index::{Form, Mention, Thing, kind};
use super::{Analysis, Kind, Renamable};
use crate::calendar::When;
use crate::diagnostic::{Edit, Text};
use crate::plan::is_library;
use crate::source::SourceId;
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;
use crate::syntax::read_when;
use crate::text;

impl Analysis {
    /// The name at a place, if it can be changed; else why not.
    pub fn prepare_rename(&self, source: SourceId, offset: usize) -> Result<Renamable, Text> {
        let none = || text!(zh: "这里没有可以改的名称", en: "there is no name here that can be changed");
        let mention = self.index.at(source, offset).ok_or_else(none)?;
        if mention.form == Form::Derived {
            return Err(text!(
                zh: "这个名称是由领导小组的名称来的：改领导小组的名称",
                en: "this name comes from that of its group: rename the group"
            ));
        }
        let form = form_of(mention);
        let names = self.index.names(&self.compiled.plan, mention.thing);
        let name = names.get(form).ok_or_else(none)?;
        if is_library(self.compiled.sources.get(name.span.source).path()) {
            let name = &name.value;
            return Err(text!(
                zh: "“{name}”是标准库里的名称，不能改；要用别的名称，在方案里另行声明",
                en: "“{name}” is a name of the standard library and cannot be changed: declare another one in the plan"
            ));
        }
        if self.compiled.sources.slice(name.span).contains(['{', '｛']) && mention.form == Form::Loose {
            return Err(text!(
                zh: "这个名称里有参数，要在声明的地方改",
                en: "this name holds a parameter: change it where it is declared"
            ));
        }
        Ok(Renamable { span: mention.span, name: name.value.clone() })
    }

    /// The edits, over all files of the plan, that give the thing at a place another name; else why there are none.
    ///
    /// A file that several plans use is to be asked about in each of them.
    pub fn rename(&self, source: SourceId, offset: usize, name: &str) -> Result<Vec<Edit>, Text> {
        let old = self.prepare_rename(source, offset)?.name;
        let Some(mention) = self.index.at(source, offset) else { return Ok(Vec::new()) };
        let name = name.trim();
        self.fits(mention.thing, &old, name)?;
        let form = form_of(mention);
        self.is_said_plainly(mention.thing)?;
        let changes = |mention: &&Mention| match mention.form {
            Form::Name(other) => other == form,
            Form::Loose => form == 0 && !self.compiled.sources.slice(mention.span).contains(['{', '｛']),
            Form::Derived => false,
        };
        let all = self.index.of_thing(mention.thing).filter(changes);
        Ok(all.map(|mention| Edit { span: mention.span, text: name.to_owned() }).collect())
    }

    /// Whether every place that says the name of a thing in other words can be given a new one: of an owner it holds
    /// nothing else, of what is counted it may hold the whole line.
    fn is_said_plainly(&self, thing: Thing) -> Result<(), Text> {
        let mut loose = self.index.of_thing(thing).filter(|mention| mention.form == Form::Loose);
        let place = loose.next().filter(|_| !matches!(thing, Thing::Owner(_)));
        let Some(place) = place.map(|mention| mention.span) else { return Ok(()) };
        let source = self.compiled.sources.get(place.source);
        let (words, line) = (source.slice(place), source.position(place.start as usize).line);
        Err(text!(
            zh: "第{line}行用别的话说了这个名称：“{words}”，要先改成原来的名称",
            en: "line {line} says this name in other words, “{words}”: write the name itself there first"
        ))
    }

    /// Whether a thing can have a name.
    fn fits(&self, thing: Thing, old: &str, name: &str) -> Result<(), Text> {
        const SIGNS: &[char] = &[
            '：', ':', '，', ',', '、', '；', ';', '。', '“', '”', '"', '《', '》', '{', '}', '｛', '｝', '|', '｜',
            '#', '→', '＋', '+', '?', '？',
        ];
        if name.is_empty() {
            return Err(text!(zh: "名称不能为空", en: "a name cannot be empty"));
        }
        let sign = name.chars().find(|sign| SIGNS.contains(sign) || sign.is_control() || sign.is_whitespace());
        if let Some(sign) = sign.filter(|sign| !old.contains(*sign)) {
            return Err(text!(zh: "名称里不能有“{sign}”", en: "a name cannot hold “{sign}”"));
        }
        if Keyword::find(name).is_some() {
            return Err(text!(zh: "“{name}”是关键词，不能作名称", en: "“{name}” is a keyword and cannot be a name"));
        }
        if means_otherwise(name) {
            return Err(text!(
                zh: "“{name}”在方案里另有意思，不能作名称",
                en: "“{name}” means something else in a plan and cannot be a name"
            ));
        }
        if matches!(thing, Thing::Owner(_))
            && name.starts_with(['各', '除', '由'])
            && !old.starts_with(['各', '除', '由'])
        {
            return Err(text!(
                zh: "主体的名称不能以“各”“除”“由”开头：它们另有意思",
                en: "the name of an owner cannot begin with 各, 除 or 由, which mean something else"
            ));
        }
        match self.namesake(thing, name) {
            Some(kind) => {
                let (zh, en) = called(kind);
                Err(text!(zh: "已经有叫“{name}”的{zh}了", en: "there is {en} called “{name}” already"))
            }
            None => Ok(()),
        }
    }

    /// What has a name already that a thing is to have, among all that are looked up together.
    fn namesake(&self, thing: Thing, name: &str) -> Option<Kind> {
        let plan = &self.compiled.plan;
        let key = name_key(name);
        let has_it = |other: &Thing| self.index.names(plan, *other).iter().any(|name| name_key(&name.value) == key);
        let mut others =
            self.index.things(plan).into_iter().filter(|other| *other != thing && family(*other) == family(thing));
        others.find(has_it).map(|other| kind(plan, other))
    }
}

/// Whether words where a name stands are read as something else: nothing, a blank, a time, a comment, a data line.
fn means_otherwise(name: &str) -> bool {
    const WORDS: [&str; 10] = ["无", "待定", "未定", "岗位", "小组", "班子", "none", "tbd", "post", "group"];
    let begins = ["-", "－", "—", "//", "／／"].iter().any(|sign| name.starts_with(sign));
    begins || WORDS.contains(&name) || !matches!(read_when(name), When::Words(_))
}

/// Which of the names of a thing a place is about: one in other words means the first.
fn form_of(mention: &Mention) -> usize {
    match mention.form {
        Form::Name(form) => form,
        Form::Loose | Form::Derived => 0,
    }
}

/// Names of one family are looked up together: what 前置 names may be a measure, a phase or a goal, and what prose names
/// in `{…}` an indicator, money, a set or a parameter.
fn family(thing: Thing) -> usize {
    match thing {
        Thing::Owner(_) => 0,
        Thing::Goal(_) | Thing::Measure(_) | Thing::Phase(_) => 1,
        Thing::Indicator(_) | Thing::Fund(_) | Thing::Set(_) | Thing::Param(_) => 2,
        Thing::Chain(_) => 3,
        Thing::Unit(_) => 4,
    }
}

/// What a kind is called.
pub(super) fn called(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Plan => ("方案", "a plan"),
        Kind::Notice => ("通知", "a notice"),
        Kind::Section | Kind::Declarations => ("章节", "a section"),
        Kind::Goal => ("目标", "a goal"),
        Kind::Measure => ("措施", "a measure"),
        Kind::Phase => ("阶段", "a phase"),
        Kind::Owner => ("主体", "an owner"),
        Kind::Post => ("岗位", "a post"),
        Kind::Group => ("小组", "a leading group"),
        Kind::Indicator => ("指标", "an indicator"),
        Kind::Quota => ("指标要求", "a quota"),
        Kind::Baseline => ("现状", "a baseline"),
        Kind::Fund => ("经费", "a fund"),
        Kind::Unit => ("计量单位", "a unit"),
        Kind::Param => ("参数", "a parameter"),
        Kind::Set => ("清单", "a set"),
        Kind::Chain => ("责任链", "a chain"),
        Kind::Basis => ("依据", "a basis"),
        Kind::Report => ("报送", "a report"),
        Kind::Keyword => ("关键词", "a keyword"),
        Kind::Word => ("词", "a word"),
        Kind::Date => ("时间", "a time"),
        Kind::File => ("文件", "a file"),
    }
}
