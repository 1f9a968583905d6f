//! What can be wrong with names and values, in words.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;
use crate::syntax::keyword::Keyword;
use crate::text;

/// A name that nothing declares.
pub const UNDEFINED: &str = "S101";
/// A name declared twice.
pub const DOUBLED: &str = "S102";
/// Something said twice on one line.
pub const SAID_TWICE: &str = "S103";
/// A clause that has no meaning on its line.
pub const OUT_OF_PLACE: &str = "S104";
/// A key without a value.
pub const EMPTY: &str = "S105";
/// `{X}` that names several values, or none.
pub const AMBIGUOUS: &str = "S106";
/// Prose where only declarations stand.
pub const STRAY_PROSE: &str = "S107";
/// A value that is not one of those allowed.
pub const NOT_ALLOWED: &str = "S108";

/// Several values and nothing that tells which is of what.
pub(super) fn values_of_what(span: Span) -> Diagnostic {
    let message = text!(zh: "几个数各是什么的，看不出来", en: "what each of these values is of is not said");
    Diagnostic::error(OUT_OF_PLACE, span, message).help(text!(
        zh: "几个范围写“巩固率 小学98%，初中95%”；几个年度写“2026年、2027年分别达到96%、97%”；几种单位各写各的，如“2期、200人次”",
        en: "write 巩固率 小学98%，初中95% for several scopes, 2026年、2027年分别达到96%、97% for several years, and units that differ as in 2期、200人次"
    ))
}

/// A number that counts nothing.
pub const NO_UNIT: &str = "S116";
/// A lead or deadline of a section in which nothing is to be done.
pub const IDLE_FIELD: &str = "S117";
/// A conversion between units that contradicts others.
pub const CONTRADICTS: &str = "S120";
/// A conversion that no unit can have.
pub const NO_CONVERSION: &str = "S121";
/// Days of a calendar that run backwards or for more than a year.
pub const NO_STRETCH: &str = "S122";
/// Stretches of a calendar that do not fit together.
pub const DO_NOT_FIT: &str = "S123";

/// A file without a plan.
pub const NO_PLAN: &str = "S100";

/// A file with a notice and no plan that it issues.
pub(super) fn notice_alone(notice: Span) -> Diagnostic {
    let message = text!(zh: "只有通知，没有通知所印发的方案", en: "there is a notice, and no plan that it issues");
    Diagnostic::error(NO_PLAN, notice, message).help(text!(
        zh: "方案写在通知后面，如“# 方案：某县义务教育提质方案”；不印发方案的通知，这里不写",
        en: "write the plan after it, as in “# plan: …”; a notice that issues none is not written here"
    ))
}

/// A file without a plan.
pub(super) fn no_plan(whole: Span) -> Diagnostic {
    Diagnostic::error(NO_PLAN, whole, text!(zh: "没有写方案的题目", en: "the plan has no title")).help(
        text!(zh: "在最前面加一行题目，如“# 方案：某县义务教育提质方案”", en: "begin with a title, as in “# plan: …”"),
    )
}

/// A number that is taken as words because it is written in no form that is read.
pub const UNREAD_NUMBER: &str = "S109";

/// A number that is taken as words.
pub(super) fn unread_number(words: &str, span: Span) -> Diagnostic {
    let message =
        text!(zh: "“{words}”没有读成数值，只当作文字", en: "“{words}” is not read as a number but taken as words");
    let found = Diagnostic::warning(UNREAD_NUMBER, span, message);
    match dated(words) {
        Some(right) => found
            .help(text!(zh: "时间不写在括号里，写成“{right}”", en: "a time has no brackets: write {right}"))
            .fix(text!(zh: "改为“{right}”", en: "change to “{right}”"), span, right),
        None => found.help(help_for(words)),
    }
}

/// `42.3%（2025年）` with its time as a clause.
fn dated(words: &str) -> Option<String> {
    let inner = words.strip_suffix(['）', ')'])?;
    let open = inner.find(['（', '('])?;
    let when = inner[open..].trim_start_matches(['（', '(']);
    let value = inner[..open].trim();
    let is_time =
        when.chars().all(|sign| sign.is_ascii_digit() || "年月日底初末".contains(sign)) && when.contains('年');
    let is_value = value.starts_with(|first: char| first.is_ascii_digit()) && !value.contains([' ', '，', '；', '、']);
    (is_time && is_value).then(|| format!("{value}，{when}"))
}

/// How often something is done, as English says it, where a value is wanted: `once a month`.
pub(super) fn unread_rhythm(words: &str, right: &str, span: Span) -> Diagnostic {
    unread_number(words, span).help(text!(zh: "写成“{right}”", en: "write it as “{right}”")).fix(
        text!(zh: "改为“{right}”", en: "change to “{right}”"),
        span,
        right,
    )
}

/// A name that holds what is asked.
pub(super) fn demand_in_name(name: &str, span: Span) -> Diagnostic {
    let message = text!(
        zh: "“{name}”整个当成了指标名称，要求没有读出来",
        en: "all of “{name}” is taken as the name of an indicator, and nothing is asked of it"
    );
    Diagnostic::warning(UNREAD_NUMBER, span, message).help(text!(
        zh: "名称和要求之间空一格，要求写成数，如“优质课比例 不低于67%”；有几项的，每一项各写一行",
        en: "put a blank between name and demand and give the demand as a number, as in 优质课比例 >= 67%; each on a line of its own"
    ))
}

/// A colon behind the name of an indicator.
pub const COLON_BEHIND_NAME: &str = "S124";

/// A colon between the name of an indicator and what is asked of it, so many bytes at the end of the name.
pub(super) fn colon_behind_name(name: Span, length: usize) -> Diagnostic {
    let colon = Span { start: name.end.saturating_sub(length as u32), ..name };
    let message = text!(
        zh: "指标名称后面不用冒号",
        en: "no colon stands between an indicator and what is asked of it"
    );
    let help = text!(
        zh: "空一格就行，如“巩固率 95%以上”",
        en: "a blank is enough, as in 巩固率 >= 95%"
    );
    let found = Diagnostic::warning(COLON_BEHIND_NAME, colon, message).help(help);
    found.fix(text!(zh: "改为空格", en: "make it a blank"), colon, " ")
}

/// What to write instead, by what the words hold.
fn help_for(words: &str) -> crate::diagnostic::Text {
    if words.starts_with(|first: char| first.is_ascii_alphabetic()) && words.contains(['<', '>', '=']) {
        return text!(
            zh: "指标名称到第一个空格为止：几个英文词的名称用引号括起，如“- 指标：“home visits” >= 2次”",
            en: "the name of an indicator ends at its first blank: quote one of several words, as in “home visits” >= 2次"
        );
    }
    const SAID: [(&str, &str); 4] = [("below ", "<"), ("under ", "<"), ("above ", ">"), ("over ", ">")];
    if let Some((word, sign)) = SAID.iter().find(|(word, _)| words.starts_with(*word)) {
        let right = format!("{sign} {}", words[word.len()..].trim());
        return text!(zh: "写成“{right}”", en: "write it as “{right}”");
    }
    const MEANS: [&str; 7] = ["人均", "生均", "师均", "班均", "校均", "户均", "年均"];
    if let Some(mean) = MEANS.iter().find(|mean| words.starts_with(**mean)) {
        return text!(
            zh: "平均数的“{mean}”写在指标名里，如“{mean}培训时间 不少于72学时”",
            en: "what is an average, {mean}, belongs to the name of the indicator, as in {mean}培训时间 >= 72学时"
        );
    }
    if words.starts_with("原则上") {
        return text!(
            zh: "“原则上”留了例外：不必达到的加“，预期性”；有例外的写成硬指标，例外另写“- 附注：…”",
            en: "原则上 allows for exceptions: add “expected”, or state the value and put the exceptions in a note"
        );
    }
    if words.contains(['；', ';']) {
        return text!(
            zh: "一行写了几项：每一项各写一行，都以“- 指标：”开头",
            en: "there are several on this line: write each on a line of its own, begun with “- quota:”"
        );
    }
    if let Some(right) = signed(words) {
        return text!(zh: "写成“{right}”", en: "write it as {right}");
    }
    if words.contains("左右") && words.contains(['上', '下']) && words.ends_with(['上', '下', '右', '内']) {
        return text!(
            zh: "“左右”和“以上”“以下”只留一个：约数写“约98%”，定下限写“不低于98%”",
            en: "keep one of 左右 and 以上: about 98% for a rough number, >= 98% for the least"
        );
    }
    if let Some((amount, name)) = words.rsplit_once(' ').filter(|(amount, _)| amount.trim_end().ends_with('元')) {
        return text!(
            zh: "谁出钱写成分句，前面要有逗号：“{amount}，来源{name}”",
            en: "who pays is a clause, with a comma before it: {amount}, from {name}"
        );
    }
    if let Some(payer) = words.strip_suffix(['）', ')']).and_then(payer) {
        return text!(
            zh: "谁出钱写成分句：“…万元，来源{payer}”；几家分担的，总数后面写“，来源甲、乙”，各家的数缩进写在下面：“- 其中：甲 10万元”",
            en: "who pays is a clause: …万元, from {payer}; where several do, name them so and write the amount of each below: “- part: 甲 10万元”"
        );
    }
    if let Some((share, whole)) = words.split_once("%的").or_else(|| words.split_once("％的")) {
        return text!(
            zh: "是谁的百分之几，写进指标名，后面只留“{share}%”，如“抽查{whole}比例 {share}%”",
            en: "of what it is a share belongs to the name of the indicator, with {share}% behind it, as in 抽查{whole}比例 {share}%"
        );
    }
    if words.contains("million") {
        return text!(
            zh: "按万、亿写：一百万写“100万元”",
            en: "numbers go by 万 (10,000) and 亿 (100,000,000): a million is 100万元"
        );
    }
    if words.contains("分之") {
        return text!(
            zh: "除不尽的分数不能照原样核对，写成百分数，如“不低于66.7%”",
            en: "a fraction without an exact percentage cannot be checked: write a percentage, as in >= 66.7%"
        );
    }
    verb_help(words).unwrap_or_else(number_help)
}

/// `~90%`, `90%+`: a number whose sign is said in words.
fn signed(words: &str) -> Option<String> {
    let number = |rest: &str| {
        let rest = rest.trim();
        (rest.starts_with(|sign: char| sign.is_ascii_digit()) && !rest.contains([' ', '，', ',']))
            .then(|| rest.to_owned())
    };
    let about = words.strip_prefix(['~', '～', '≈']).and_then(number).map(|number| format!("约{number}"));
    about.or_else(|| words.strip_suffix(['+', '＋']).and_then(number).map(|number| format!("{number}以上")))
}

/// Who pays, of `50万元（县财政`: the first name in brackets behind an amount of money.
fn payer(words: &str) -> Option<&str> {
    let at = words.find(['（', '('])?;
    let inner = words[at..].trim_start_matches(['（', '(']);
    let name = inner.split(|sign: char| sign.is_ascii_digit() || matches!(sign, '，' | ',' | '、')).next()?.trim();
    (words[..at].trim_end().ends_with('元') && !name.is_empty()).then_some(name)
}

/// For a verb right before its number, 立项2项, 发表3篇: what to do with the verb.
fn verb_help(words: &str) -> Option<crate::diagnostic::Text> {
    let at = words.find(|sign: char| sign.is_ascii_digit())?;
    let (verb, number) = words.split_at(at);
    let is_han = |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign);
    let is_bound = ["不少于", "不低于", "不超过", "不高于", "不大于", "不小于", "至少", "至多", "最多"].contains(&verb);
    let is_verb = (2..=3).contains(&verb.chars().count()) && verb.chars().all(is_han) && !is_bound;
    is_verb.then(|| {
        text!(
            zh: "“{verb}”写进指标名，后面只留“{number}”",
            en: "put {verb} into the name of the indicator, and leave {number} behind it"
        )
    })
}

fn number_help() -> crate::diagnostic::Text {
    text!(
        zh: "这样核对不了。写成“不低于90%”“不超过1%”“达到100人”“3%至5%”“约50所”，时间、对象另写分句，用逗号隔开",
        en: "it cannot be checked: write >= 90%, <= 1%, 3%..5% or about 50所, and times or owners as clauses of their own"
    )
}

/// A lead or deadline where there is no measure, goal or phase to have it.
pub(super) fn idle_field(keyword: Keyword, span: Span) -> Diagnostic {
    let (zh, en) = (keyword.zh(), keyword.en());
    let message = text!(
        zh: "本节没有措施，“{zh}”不归任何一项",
        en: "there is no measure in this section for “{en}” to belong to"
    );
    Diagnostic::warning(IDLE_FIELD, span, message).help(text!(
        zh: "标题本身是措施的，写成“措施：题目”或“措施 名称：题目”；不是的，删去这一行",
        en: "if the heading is the measure, write “measure: title” or “measure name: title”; if not, remove this line"
    ))
}

/// A number that counts nothing.
pub(super) fn no_unit(span: Span) -> Diagnostic {
    Diagnostic::error(NO_UNIT, span, text!(zh: "这个数没有单位", en: "this number has no unit"))
        .help(text!(zh: "写上单位，如“25%”“3所”；或在“口径”里声明指标的单位", en: "write it behind the number, as in 25% or 3所, or declare the unit of the indicator below “# indicators”"))
}

/// A number of things that have no counter.
pub(super) fn bare_number(span: Span) -> Diagnostic {
    let message = text!(zh: "这个数没有单位", en: "this number has no unit");
    Diagnostic::new(NO_UNIT, Severity::Info, span, message).help(text!(
        zh: "写上量词或者单位，如“86人”“3所”；或在“口径”里声明指标的单位",
        en: "write what it counts behind it, as in 86人 or 3所, or declare the unit of the indicator below “# indicators”"
    ))
}

/// A cell that asks for a change: a table holds what is reached.
pub(super) fn no_cell(span: Span) -> Diagnostic {
    Diagnostic::error(OUT_OF_PLACE, span, text!(zh: "表格里不能写增减", en: "a table holds no changes")).help(text!(
        zh: "写要达到的数值；增减的要求另写一行“- 指标：…”",
        en: "write the value to be reached; what is to grow or fall is a “- quota: …” of its own"
    ))
}

/// A cell below 属性 that says neither of the two.
pub(super) fn no_force(span: Span) -> Diagnostic {
    let message = text!(zh: "“属性”只有约束性和预期性两种", en: "only these may stand here: binding, expected");
    Diagnostic::error(NOT_ALLOWED, span, message).help(text!(
        zh: "必须完成的写“约束性”，力争达到的写“预期性”；都不是的空着，话写进“备注”",
        en: "write binding, expected or nothing; other words go into a column “note”"
    ))
}

/// A row that leaves out what it is a row of.
pub(super) fn empty_dimension(span: Span) -> Diagnostic {
    let message = text!(zh: "这一行没有写明范围", en: "this row does not say over what it counts");
    Diagnostic::error(crate::syntax::faults::BAD_TABLE, span, message).help(text!(
        zh: "每一行的范围都要写；其他各项写“*”，相加的写“合计”",
        en: "fill in every dimension; * stands for all that no other row fills, total for their sum"
    ))
}

/// A name of a kind that nothing declares; `near` is the declared name most like it.
pub(super) fn undefined(kind: (&str, &str), name: &str, span: Span, near: Option<(&str, Span)>) -> Diagnostic {
    let (zh, en) = kind;
    let message = text!(zh: "没有叫“{name}”的{zh}", en: "no {en} is called “{name}”");
    let diagnostic = Diagnostic::error(UNDEFINED, span, message);
    match near {
        Some((near, at)) => diagnostic
            .related(at, text!(zh: "这里有“{near}”", en: "“{near}” is declared here"))
            .help(text!(zh: "是不是“{near}”？", en: "did you mean “{near}”?"))
            .guess(text!(zh: "改为“{near}”", en: "change to “{near}”"), span, near),
        None if en == "owner" && is_post(name) => diagnostic.help(text!(
            zh: "在“# 主体”里声明这个职务：“- {name}，岗位”；它在方案之外的，用引号括起：“{name}”",
            en: "declare the post below “# owners”: “- {name}, post”, or quote it if it is outside the plan: “{name}”"
        )),
        None if en == "owner" && !name.contains('{') => diagnostic.help(text!(
            zh: "在“# 主体”里声明它：“- {name}”；它在方案之外的，用引号括起：“{name}”",
            en: "declare it below “# owners”: “- {name}”, or quote it if it is outside the plan: “{name}”"
        )),
        None => diagnostic.help(text!(
            zh: "先声明这个名称；它在方案之外的，用引号括起：“{name}”",
            en: "declare it first, or quote it if it is outside the plan: “{name}”"
        )),
    }
}

/// Whether a name is that of a post: 分管副县长, Deputy Governor.
fn is_post(name: &str) -> bool {
    const ENDS: [&str; 12] = [
        "长",
        "主任",
        "书记",
        "负责人",
        "领导",
        "教师",
        "governor",
        "director",
        "head",
        "mayor",
        "principal",
        "officer",
    ];
    let name = name.to_ascii_lowercase();
    ENDS.iter().any(|end| name.ends_with(end))
}

/// A name with words behind it that say when: `前置：监测完成后`.
pub(super) fn words_behind(kind: (&str, &str), name: &str, bare: &str, span: Span) -> Diagnostic {
    let (zh, en) = kind;
    let message = text!(zh: "没有叫“{name}”的{zh}", en: "no {en} is called “{name}”");
    Diagnostic::error(UNDEFINED, span, message)
        .help(text!(
            zh: "只写名称“{bare}”：写在这里就是等它完成",
            en: "write the name alone, {bare}: what stands here is waited for"
        ))
        .fix(text!(zh: "改为“{bare}”", en: "change to “{bare}”"), span, bare)
}

/// A name with the keyword of its heading before it: `支撑：目标 安全`.
pub(super) fn noun_before(kind: (&str, &str), name: &str, bare: &str, span: Span) -> Diagnostic {
    let (zh, en) = kind;
    let message = text!(zh: "没有叫“{name}”的{zh}", en: "no {en} is called “{name}”");
    Diagnostic::error(UNDEFINED, span, message)
        .help(text!(
            zh: "只写名称“{bare}”：标题里的关键词不是名称的一部分",
            en: "write the name alone, {bare}: the keyword of its heading is no part of it"
        ))
        .fix(text!(zh: "改为“{bare}”", en: "change to “{bare}”"), span, bare)
}

/// A parameter without a name.
pub(in crate::plan) fn nameless(span: Span) -> Diagnostic {
    Diagnostic::error(EMPTY, span, text!(zh: "参数没有名称", en: "this parameter has no name"))
        .help(text!(zh: "写法如“- 参数 县名：平安区”", en: "write it as “- param 县名: 平安区”"))
}

/// A name declared twice.
pub(in crate::plan) fn doubled(kind: (&str, &str), name: &str, span: Span, first: Span) -> Diagnostic {
    let (zh, en) = kind;
    Diagnostic::error(DOUBLED, span, text!(zh: "{zh}“{name}”声明了两次", en: "{en} “{name}” is declared twice"))
        .related(first, text!(zh: "第一次在这里", en: "first declared here"))
        .help(text!(zh: "是同一个就合并，不是就另起名称", en: "merge the two, or give one another name"))
}

/// Something said twice on one line.
pub(super) fn said_twice(what: (&str, &str), span: Span, first: Span) -> Diagnostic {
    let (zh, en) = what;
    let message = text!(zh: "同一行里，{zh}写了两次", en: "{en} is said twice on one line");
    let found = Diagnostic::error(SAID_TWICE, span, message);
    let is_apart = first.end <= span.start || span.end <= first.start;
    let found =
        if is_apart { found.related(first, text!(zh: "第一次在这里", en: "first said here")) } else { found };
    found.help(text!(zh: "留下一个；两个要求分写两行", en: "keep one, or write two lines"))
}

/// How many times behind an amount of money: 260万元，一次性.
pub(super) fn one_time(span: Span, money: Span) -> Diagnostic {
    let message =
        text!(zh: "金额后面的次数读成了第二个数值", en: "a number of times behind money reads as a second value");
    Diagnostic::error(SAID_TWICE, span, message).related(money, text!(zh: "金额在这里", en: "the money is here")).help(
        text!(
            zh: "一次性的写到什么时候用，如“260万元，到2026年底”；每年都有的写“每年”",
            en: "for money that comes once write by when, as in 260万元, by 2026年底; for money of each year, per 年"
        ),
    )
}

/// A line that may stand once and is written again.
pub(super) fn line_twice(span: Span, first: Span) -> Diagnostic {
    Diagnostic::error(SAID_TWICE, span, text!(zh: "写了两次", en: "this is said twice"))
        .related(first, text!(zh: "第一次在这里", en: "first said here"))
        .help(text!(zh: "留下一个", en: "keep one"))
}

/// A second plan in one file.
pub(super) fn second_plan(span: Span, first: Span) -> Diagnostic {
    let message = text!(zh: "一个文件只写一个方案", en: "a file holds one plan only");
    Diagnostic::error(DOUBLED, span, message)
        .related(first, text!(zh: "第一个在这里", en: "the first is here"))
        .help(text!(zh: "另一个方案写成另一个文件", en: "write the other plan in a file of its own"))
}

/// A clause that has no meaning on its line.
pub(super) fn out_of_place(span: Span, line: (&str, &str)) -> Diagnostic {
    let (zh, en) = line;
    Diagnostic::error(
        OUT_OF_PLACE,
        span,
        text!(zh: "“{zh}”行里不能写这个分句", en: "this clause has no meaning on a line of “{en}”"),
    )
    .help(text!(zh: "删去它，或另写一行", en: "remove it, or write a line of its own"))
}

/// A column that a table below this line cannot have.
pub(super) fn no_column(span: Span, line: (&str, &str)) -> Diagnostic {
    let (zh, en) = line;
    let message = text!(zh: "“{zh}”的表里没有这一列", en: "a table of “{en}” has no such column");
    Diagnostic::error(OUT_OF_PLACE, span, message)
        .help(text!(zh: "删去这一列，或改成“备注”", en: "remove the column, or call it note"))
}

/// A key without a value.
pub(super) fn empty(keyword: crate::syntax::keyword::Keyword, span: Span) -> Diagnostic {
    let (zh, en) = (keyword.zh(), keyword.en());
    Diagnostic::error(EMPTY, span, text!(zh: "“{zh}”后面没有内容", en: "nothing follows “{en}”"))
        .help(text!(zh: "补上内容；未定的写“待定”", en: "write a value, or ? if it is still open"))
}
