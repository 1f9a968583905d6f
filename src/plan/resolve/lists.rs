//! Owners in a list as officials word it: 教育局和财政局, 教育局等部门, 由教育局牵头, 全县各学校.
//!
//! Takes a name that nothing declares and the names that are declared, gives the owners it consists of where that is
//! plain, else the finding that tells how to write them.

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::syntax::english;
use crate::syntax::fold::name_key;
use crate::text;

use super::faults::UNDEFINED;
use super::worded::Worded;

/// Words that join two owners; a name may hold them, so both sides have to be declared.
const JOINTS: [&str; 10] = ["以及", "和", "及", "与", "/", ", and ", " and ", " & ", "&", " "];
/// Words behind a name that say what it does and not who it is.
const ACTS: [&str; 16] = [
    "按照职责分工负责",
    "按职责分工负责",
    "按职责分工落实",
    "按职责分工配合",
    "按职责负责",
    "分别负责",
    "共同负责",
    "共同牵头",
    "共同",
    "牵头负责",
    "牵头",
    "负责落实",
    "具体负责",
    "负责",
    "配合",
    "具体落实",
];
/// Words before a name that say the same as 各.
const ALL: [&str; 17] = [
    "全体",
    "所有",
    "全部",
    "每位",
    "每名",
    "每个",
    "各位",
    "各个",
    "全县各",
    "全区各",
    "全市各",
    "县内各",
    "区内各",
    "市内各",
    "辖区内各",
    "各级各类",
    "本县各",
];
/// Words that name nobody.
const VAGUE: [&str; 12] = [
    "有关部门",
    "有关单位",
    "相关部门",
    "相关单位",
    "各部门",
    "各单位",
    "责任部门",
    "责任单位",
    "成员单位",
    "职能部门",
    "有关方面",
    "直属单位",
];

/// The names that a text joins, with where in it each stands; none if one of them is not declared.
pub(super) fn joined(text: &str, is_declared: impl Fn(&str) -> bool) -> Option<Vec<(usize, &str)>> {
    JOINTS.iter().find_map(|joint| {
        let mut at = 0;
        let parts = text.split(joint).map(|part| {
            let start = at;
            at += part.len() + joint.len();
            (start, part)
        });
        let parts: Vec<_> = parts.collect();
        (parts.len() > 1 && parts.iter().all(|(_, part)| is_declared(part))).then_some(parts)
    })
}

/// The owner with which a sentence begins that says what it does: 教研分会 of 教研分会要牵头开展集体备课.
pub(super) fn told(text: &str, is_declared: impl Fn(&str) -> bool) -> Option<&str> {
    const VERBS: [&str; 15] =
        ["要", "应", "须", "需", "将", "负责", "牵头", "组织", "开展", "会同", "具体", "统筹", "定期", "每", "对"];
    let is_told = |at: &usize| {
        let (name, rest) = text.split_at(*at);
        VERBS.iter().any(|verb| rest.starts_with(verb))
            && rest.chars().count() > 4
            && !ACTS.contains(&rest)
            && is_declared(name)
    };
    text.char_indices().map(|(at, _)| at).skip(2).filter(is_told).last().map(|at| &text[..at])
}

/// What to say of a sentence in the place of names.
pub(super) fn sentence(name: &str, span: Span) -> Diagnostic {
    let message = text!(zh: "这里只写名称，写成了一句话", en: "only names stand here, not a sentence");
    let help = text!(
        zh: "只写“{name}”；做什么写进标题或者下面的正文",
        en: "write {name} alone; what it does belongs in the title or in the prose below"
    );
    Diagnostic::error(UNDEFINED, span, message).help(help).guess(
        text!(zh: "改为“{name}”", en: "change to “{name}”"),
        span,
        name,
    )
}

/// The class that 全县各学校 and 各级各类学校 name.
pub(super) fn class(text: &str) -> Option<&str> {
    ALL.iter().find_map(|all| text.strip_prefix(all))
}

/// What to say of an owner that nothing declares, where its wording tells more than that.
pub(super) fn undeclared(
    text: &str,
    span: Span,
    worded: &Worded,
    is_declared: impl Fn(&str) -> bool,
) -> Option<Diagnostic> {
    let message = text!(zh: "没有叫“{text}”的主体", en: "no owner is called “{text}”");
    let found = Diagnostic::error(UNDEFINED, span, message);
    if let Some(time) = english::time(text) {
        return Some(found.help(text!(
            zh: "“由”后面写谁来做；什么时候完成写“到{time}”",
            en: "“by” says who does it; by when is “until {time}”"
        )));
    }
    if let Some(found) = malformed(text, span, &is_declared) {
        return Some(found);
    }
    let doer = acting(text).unwrap_or(text);
    if let Some((name, tail)) = cut_off(doer).filter(|(name, _)| is_declared(name)) {
        return Some(
            found
                .help(text!(
                    zh: "“{tail}”没有说还有谁：把单位一一写出，用顿号隔开；没有别的单位就删去",
                    en: "“{tail}” does not say who else: name them all, parted by 、, or leave it out"
                ))
                .guess(text!(zh: "改为“{name}”", en: "change to “{name}”"), span, name),
        );
    }
    if let Some(members) = worded.members().filter(|_| text.ends_with("成员单位")) {
        return Some(
            found
                .help(text!(
                    zh: "成员单位在领导小组下面：这里一一写出，如“{members}”",
                    en: "the members stand below the leading group: name them here, {members}"
                ))
                .guess(text!(zh: "改为“{members}”", en: "change to “{members}”"), span, members),
        );
    }
    if VAGUE.iter().any(|vague| text.ends_with(vague)) {
        return Some(found.help(text!(
            zh: "“{text}”没有指明是谁：把单位一一写出；确实是一类单位的，在“# 主体”里声明，如“- 乡镇：各乡镇人民政府，各”；只能这样写的，用引号括起：“{text}”",
            en: "“{text}” names nobody: name each; declare a class below “# owners”, as in “- 乡镇: 各乡镇人民政府, every”; quote it if it cannot be said otherwise"
        )));
    }
    if let Some(name) = acting(text).filter(|name| is_declared(name)) {
        return Some(
            found
                .help(text!(
                    zh: "只写名称“{name}”：关键词已经说明它做什么",
                    en: "write the name alone, {name}: the keyword says what it does"
                ))
                .fix(text!(zh: "改为“{name}”", en: "change to “{name}”"), span, name),
        );
    }
    if let Some((person, post)) = person(text) {
        let help = text!(
            zh: "写职务“{post}”，不写人名“{person}”：人会变动，姓名写进名单附件；职务在“# 主体”里声明为岗位",
            en: "write the post, {post}, not the person, {person}: names belong in an attachment; declare the post below “# owners”"
        );
        let found = found.help(help);
        return Some(match is_declared(post) {
            true => found.guess(text!(zh: "改为“{post}”", en: "change to “{post}”"), span, post),
            false => found,
        });
    }
    if is_person(text) {
        return Some(found.help(text!(
            zh: "这里写职务，不写人名：人会变动，姓名写进名单附件；职务在“# 主体”里声明，如“- 分管副县长，岗位”；确要写姓名的，用引号括起：“{text}”",
            en: "write a post here, not a person: names belong in an attachment; declare the post below “# owners”, as in “- 分管副县长, post”, or quote the name: “{text}”"
        )));
    }
    nearly(found, text, span, worded)
}

/// An owner of several of whom one is not declared, or one with signs of emphasis around it.
fn malformed(text: &str, span: Span, is_declared: &impl Fn(&str) -> bool) -> Option<Diagnostic> {
    let message = text!(zh: "没有叫“{text}”的主体", en: "no owner is called “{text}”");
    let found = Diagnostic::error(UNDEFINED, span, message);
    // 甲＋乙, of which one at least is not declared.
    if text.contains(['＋', '+']) {
        let missing = text.split(['＋', '+']).map(str::trim).filter(|name| !is_declared(name));
        let missing = missing.collect::<Vec<_>>().join("、");
        return Some(found.help(text!(
            zh: "合起来做的每一家都要先在“# 主体”里声明：{missing}；在方案之外的，各用引号括起",
            en: "each of those who act as one has to be declared below “# owners”, or quoted if it is outside the plan: {missing}"
        )));
    }
    let plain = text.trim_matches(['*', '_', '`']);
    if plain.len() < text.len() && !plain.is_empty() {
        return Some(
            found
                .help(text!(
                    zh: "公文不用加粗、斜体：删去记号，只写“{plain}”",
                    en: "official documents have no emphasis: remove the signs and write {plain} alone"
                ))
                .fix(text!(zh: "改为“{plain}”", en: "change to “{plain}”"), span, plain),
        );
    }
    None
}

/// An owner that is declared by a longer or a shorter name, or has to be declared yet.
fn nearly(found: Diagnostic, text: &str, span: Span, worded: &Worded) -> Option<Diagnostic> {
    let doer = acting(text).unwrap_or(text);
    if let Some((short, at)) = worded.tail(doer) {
        let form = if doer.starts_with('各') { format!("各{short}") } else { short.to_owned() };
        return Some(
            found
                .related(at, text!(zh: "这里有“{short}”", en: "“{short}” is declared here"))
                .help(text!(
                    zh: "是不是“{short}”？改用“{form}”，或者在它下面写“- 又称：{doer}”",
                    en: "is it {short}? Write {form}, or declare “- alias: {doer}” below it"
                ))
                .guess(text!(zh: "改为“{form}”", en: "change to “{form}”"), span, form),
        );
    }
    if let Some((long, at)) = worded.long_form(doer) {
        return Some(
            found
                .related(at, text!(zh: "这里有“{long}”", en: "“{long}” is declared here"))
                .help(text!(
                    zh: "是不是“{long}”的简称？改用“{long}”，或者在它下面写“- 又称：{doer}”",
                    en: "is it short for “{long}”? Write that, or declare “- alias: {doer}” below it"
                ))
                .guess(text!(zh: "改为“{long}”", en: "change to “{long}”"), span, long),
        );
    }
    if doer.len() < text.len() && is_known_organ(doer) {
        return Some(found.help(text!(
            zh: "关键词已经说明它做什么：这里只写“{doer}”，并在“# 主体”里声明“- {doer}”；它在方案之外的，用引号括起：“{doer}”",
            en: "the keyword says what it does: write {doer} alone, and declare “- {doer}” below “# owners”; quote it if it is outside the plan: “{doer}”"
        )));
    }
    to_declare(found, text)
}

/// How a class or an organ is declared.
fn to_declare(found: Diagnostic, text: &str) -> Option<Diagnostic> {
    if let Some(class) = text.strip_prefix('各').filter(|class| class.chars().count() > 1) {
        return Some(found.help(text!(
            zh: "在“# 主体”里声明这一类：“- {class}，各”",
            en: "declare the class below “# owners”: “- {class}, every”"
        )));
    }
    is_known_organ(text).then(|| {
        found.help(text!(
            zh: "在“# 主体”里声明它：“- {text}”；它在方案之外的，用引号括起：“{text}”",
            en: "declare it below “# owners”: “- {text}”, or quote it if it is outside the plan: “{text}”"
        ))
    })
}

/// A name with 等单位 behind it.
fn cut_off(text: &str) -> Option<(&str, &str)> {
    let at = text.rfind('等').filter(|at| *at > 0)?;
    let tail = &text[at..];
    let rest = tail.strip_prefix('等')?;
    const ENDS: [&str; 8] = ["部门", "单位", "方面", "机构", "学校", "负责人", "负责同志", "领导"];
    let is_tail = rest.is_empty() || ENDS.iter().any(|end| rest.ends_with(end));
    (is_tail && rest.chars().count() <= 10).then(|| (&text[..at], tail))
}

fn acting(text: &str) -> Option<&str> {
    let name = text.strip_prefix('由').or_else(|| text.strip_prefix("设在")).unwrap_or(text);
    let name = ACTS.iter().find_map(|act| name.strip_suffix(act)).unwrap_or(name);
    (name.len() < text.len()).then_some(name)
}

/// `张三（副县长）`: a person and a post.
fn person(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.find(['（', '('])?;
    let post = inner[open..].trim_start_matches(['（', '(']);
    let person = &inner[..open];
    let is_post = ["长", "主任", "书记", "科员", "干部", "组长", "教师", "主席"].iter().any(|end| post.ends_with(end));
    (is_post && (2..=4).contains(&person.chars().count())).then_some((person, post))
}

/// `李明`: a name of a person, as far as its surname tells.
fn is_person(text: &str) -> bool {
    const SURNAMES: &str = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    const OF_ORGANS: &str = "局厅部委会校院科股室组处所站乡镇村县区市省办家学生师政府园班社团队员长";
    const POSTS: [&str; 12] =
        ["局长", "县长", "区长", "市长", "校长", "园长", "镇长", "乡长", "科长", "股长", "主任", "书记"];
    let mut signs = text.chars();
    let is_surname = |sign: char| SURNAMES.contains(sign);
    let is_one_surname = |name: &str| name.chars().count() == 1 && name.starts_with(is_surname);
    if POSTS.iter().any(|post| text.strip_suffix(post).is_some_and(is_one_surname)) {
        return true;
    }
    (2..=3).contains(&text.chars().count())
        && signs.next().is_some_and(|first| SURNAMES.contains(first))
        && !signs.any(|sign| OF_ORGANS.contains(sign))
}

/// Whether a name is that of an organ of its own, so that it is no slip for another one.
pub(super) fn is_known_organ(name: &str) -> bool {
    const OTHERS: [&str; 26] = [
        "体育局",
        "水利局",
        "统计局",
        "税务局",
        "林业局",
        "气象局",
        "商务局",
        "信访局",
        "医保局",
        "医疗保障局",
        "乡村振兴局",
        "城管局",
        "城市管理局",
        "科技局",
        "科学技术局",
        "工信局",
        "生态环境局",
        "交通局",
        "文化局",
        "卫生局",
        "规划局",
        "档案局",
        "国资委",
        "退役军人局",
        "教体局",
        "人社局",
    ];
    let key = name_key(name);
    let bare = key.strip_prefix(['县', '区', '市', '省']).unwrap_or(&key);
    let library = crate::plan::library::text("organs").unwrap_or_default();
    let mut names = library.lines().flat_map(|line| line.split(['：', '、', '，', ' ', '-']));
    OTHERS.contains(&bare) || names.any(|known| known == bare && known.chars().count() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_hold_a_joint_stay_whole() {
        let is_declared = |name: &str| ["教育局", "财政局", "文化和旅游局", "学校"].contains(&name);
        assert_eq!(joined("教育局和财政局", is_declared), Some(vec![(0, "教育局"), (12, "财政局")]));
        assert_eq!(joined("教育局和体育局", is_declared), None);
        assert!(is_known_organ("县体育局") && is_known_organ("公安局") && !is_known_organ("教冇局"));
        assert_eq!(person("张三（副县长）"), Some(("张三", "副县长")));
        assert_eq!(cut_off("财政局等有关部门"), Some(("财政局", "等有关部门")));
        assert_eq!(acting("由教育局牵头"), Some("教育局"));
    }
}
