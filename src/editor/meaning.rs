//! What each keyword means, in a sentence, and a line that is written with it.

use crate::diagnostic::Text;
use crate::syntax::keyword::Keyword;
use crate::syntax::word::Tongue;
use crate::text;

/// What a keyword means.
#[expect(clippy::too_many_lines, reason = "a table is as long as what it lists")]
pub(super) fn meaning(keyword: Keyword) -> Text {
    match keyword {
        Keyword::Plan => text!(zh: "方案的标题", en: "the title of the plan"),
        Keyword::Notice => text!(zh: "印发方案的通知", en: "the paper that issues the plan"),
        Keyword::Owners => text!(zh: "声明谁来做，不印出", en: "declares who acts; not printed"),
        Keyword::Indicators => {
            text!(zh: "声明指标怎样统计，不印出", en: "declares what is counted and how; not printed")
        }
        Keyword::Units => {
            text!(zh: "声明计量单位和换算，不印出", en: "declares units and what they are worth; not printed")
        }
        Keyword::Calendar => {
            text!(zh: "声明学年、学期的起止，不印出", en: "declares when school years and terms run; not printed")
        }
        Keyword::Goal => text!(zh: "要达到的结果", en: "an outcome"),
        Keyword::Measure => text!(zh: "要做的事", en: "an action"),
        Keyword::Phase => text!(zh: "有起止时间的一段工作", en: "a stretch of time with its own work"),
        Keyword::Use => text!(zh: "引用标准库或别的文件里的声明", en: "files whose declarations hold here as well"),
        Keyword::Param => text!(zh: "以后填写的词，用{{名称}}引用", en: "a word to be filled in, used as {{name}}"),
        Keyword::Period => text!(zh: "方案的起止时间", en: "when the plan runs"),
        Keyword::Kind => text!(zh: "文种", en: "what kind of document it is"),
        Keyword::Accountable => {
            text!(zh: "对整体或这一部分负责的主体", en: "who answers for the plan or for a part of it")
        }
        Keyword::Issuer => text!(zh: "发文机关，联合发文的主办机关在前", en: "who issues, the sponsoring organ first"),
        Keyword::Number => text!(zh: "发文字号", en: "the number of the document"),
        Keyword::Urgency => text!(zh: "紧急程度：特急或加急", en: "how urgent it is: 特急 or 加急"),
        Keyword::Signer => text!(zh: "上行文的签发人", en: "who signed a paper to a superior"),
        Keyword::To => text!(zh: "主送机关", en: "to whom it is addressed"),
        Keyword::Cc => text!(zh: "抄送机关", en: "who gets a copy"),
        Keyword::Date => text!(zh: "成文日期", en: "the date of the document"),
        Keyword::Signed => text!(zh: "与成文日期不同的落款日期", en: "the date below the signature, where it differs"),
        Keyword::Published => text!(zh: "对外发布的时间", en: "when it was made public"),
        Keyword::Printed => text!(zh: "印发机关和印发日期", en: "who prints it and sends it out, and when"),
        Keyword::Publicity => text!(zh: "公开方式", en: "how it is made public"),
        Keyword::Index => text!(zh: "信息公开索引号", en: "the number it is filed under"),
        Keyword::Topic => text!(zh: "主题分类", en: "the subject it is filed under"),
        Keyword::Note => text!(zh: "附注", en: "a note"),
        Keyword::Attachment => text!(zh: "附件", en: "what hangs on the document"),
        Keyword::Basis => text!(zh: "所依据的文件", en: "a document it rests on"),
        Keyword::Quota => {
            text!(zh: "要达到的数值，或按期要做的事", en: "a value to be reached, or a duty that comes round")
        }
        Keyword::Baseline => text!(zh: "目前的数值", en: "a value of the present"),
        Keyword::Fund => text!(zh: "经费的数额、来源和用途", en: "money: how much, from whom, for what"),
        Keyword::Part => text!(zh: "上面数值的一部分", en: "a part of the value above"),
        Keyword::Total => text!(zh: "各项的合计，用来核对", en: "the stated sum, which is checked"),
        Keyword::Report => text!(zh: "谁向谁报送什么、多久一次", en: "who reports what to whom, and how often"),
        Keyword::Chain => text!(zh: "自上而下谁对谁负责", en: "who answers to whom, from the top down"),
        Keyword::Alliance => text!(zh: "协同行动、互不隶属的各方", en: "who act together, none above another"),
        Keyword::Levels => text!(zh: "自上而下的行政层级", en: "the tiers of an administration, from the top down"),
        Keyword::Set => text!(zh: "有数目的一组事项，如“五备”", en: "things announced with their number"),
        Keyword::Show => text!(zh: "在这里列出由数据生成的表或图", en: "a table or picture made from the data"),
        Keyword::Lead => text!(zh: "牵头的主体", en: "who leads"),
        Keyword::With => text!(zh: "配合的主体", en: "who helps"),
        Keyword::Due => text!(zh: "完成的期限", en: "by when"),
        Keyword::Start => text!(zh: "开始的时间", en: "from when"),
        Keyword::After => text!(zh: "必须先完成的措施或阶段", en: "what must be finished before"),
        Keyword::BuildsOn => text!(zh: "必须先具备的条件", en: "what must exist before"),
        Keyword::Serves => text!(zh: "所支撑的目标", en: "which goal it serves"),
        Keyword::Output => text!(zh: "交付的成果", en: "what it delivers"),
        Keyword::Approved => text!(zh: "须先经谁批准", en: "who must approve it first"),
        Keyword::Forbid => text!(zh: "禁止的做法", en: "what is forbidden"),
        Keyword::If => text!(zh: "什么情形，怎样处理", en: "if this, then that"),
        Keyword::Of => text!(zh: "这个处理对谁", en: "whom the condition means"),
        Keyword::Within => text!(zh: "多长时间内处理", en: "within what time it takes effect"),
        Keyword::Lasts => text!(zh: "处理持续多久", en: "for how long it holds"),
        Keyword::Role => text!(zh: "某个主体承担的一份工作", en: "the part that an owner plays"),
        Keyword::Under => text!(zh: "所隶属的上级", en: "the superior of an owner"),
        Keyword::Alias => text!(zh: "其他名称", en: "other names"),
        Keyword::Duty => text!(zh: "主体的职责", en: "what an owner has to do"),
        Keyword::Qualification => text!(zh: "任职条件", en: "what one must be or have to hold the post"),
        Keyword::Leader => text!(zh: "领导小组的组长", en: "the head of the leading group"),
        Keyword::Deputy => text!(zh: "领导小组的副组长", en: "the deputies of the head"),
        Keyword::Members => text!(zh: "领导小组的成员", en: "the members of the leading group"),
        Keyword::Office => text!(zh: "领导小组办公室设在哪里", en: "where the group has its office"),
        Keyword::Meets => text!(zh: "领导小组多久开一次会", en: "how often the group meets"),
        Keyword::Unit => text!(zh: "指标的计量单位", en: "the unit of the indicator"),
        Keyword::Better => text!(zh: "数值升还是降为好", en: "which direction is better"),
        Keyword::Bounds => text!(zh: "数值的上下限", en: "between which values it can lie"),
        Keyword::Formula => text!(zh: "指标怎样计算", en: "how it is worked out"),
        Keyword::Definition => text!(zh: "怎样才算数的标准", en: "the threshold that counts"),
        Keyword::Counts => text!(zh: "这个单位用来数什么", en: "what the unit counts"),
    }
}

/// What follows a keyword, with `${1:…}` where something is to be filled in.
pub(super) fn form(keyword: Keyword, tongue: Tongue) -> &'static str {
    let (zh, en) = match keyword {
        Keyword::Plan => ("：${1:标题}", ": ${1:title}"),
        Keyword::Owners | Keyword::Indicators | Keyword::Units | Keyword::Calendar => ("", ""),
        Keyword::Notice => ("：${1:发文字号}", ": ${1:number}"),
        Keyword::Goal => (" ${1:名称}：${2:标题}", " ${1:name}: ${2:title}"),
        Keyword::Measure => (" ${1:名称}：${2:标题}", " ${1:name}: ${2:title}"),
        Keyword::Phase => (" ${1:名称}：${2:标题}，${3:时间}", " ${1:name}: ${2:title}, ${3:time}"),
        Keyword::Param => (" ${1:名称}：${2:待定}", " ${1:name}: ${2:?}"),
        Keyword::Period => ("：${1:起}至${2:止}", ": ${1:from}至${2:until}"),
        Keyword::Basis => ("：《${1:文件}》，${2:文号}", ": 《${1:document}》, ${2:number}"),
        Keyword::Quota => {
            ("：${1:指标} ${2:不低于}${3:数值}，到${4:时间}", ": ${1:indicator} ${2:>=} ${3:value}, until ${4:time}")
        }
        Keyword::Baseline => ("：${1:指标} ${2:数值}，${3:年份}", ": ${1:indicator} ${2:value}, ${3:year}"),
        Keyword::Fund => ("：${1:名称} ${2:数额}万元，来源${3:谁}", ": ${1:name} ${2:amount}万元, from ${3:whom}"),
        Keyword::Part => ("：${1:指标} ${2:数值}", ": ${1:indicator} ${2:value}"),
        Keyword::Report => {
            ("：${1:材料}，${2:报送方} → ${3:接收方}，${4:每学期}", ": ${1:what}, ${2:who} → ${3:whom}, ${4:per term}")
        }
        Keyword::Chain | Keyword::Levels => ("：${1:上级} → ${2:下级}", ": ${1:upper} → ${2:lower}"),
        Keyword::Set => (" ${1:名称}，${2:3}项：${3:甲、乙、丙}", " ${1:name}, ${2:3}项: ${3:a、b、c}"),
        Keyword::Output => ("：《${1:成果}》，${2:时间}前", ": 《${1:output}》, until ${2:time}"),
        Keyword::If => ("：${1:情形}，则：${2:处理}", ": ${1:this}, then: ${2:that}"),
        Keyword::Role => (" ${1:主体}：${2:任务}", " ${1:owner}: ${2:task}"),
        Keyword::Meets => ("：每${1:季度}不少于${2:1}次", ": >= ${2:1}次, per ${1:quarter}"),
        Keyword::Bounds => ("：${1:0%}—${2:100%}", ": ${1:0%}..${2:100%}"),
        Keyword::Formula => ("：${1:甲} 占 ${2:乙}", ": ${1:a} 占 ${2:b}"),
        Keyword::Within | Keyword::Lasts => ("：${1:1}个月", ": ${1:1} month"),
        _ => ("：${1}", ": ${1}"),
    };
    match tongue {
        Tongue::Zh => zh,
        Tongue::En => en,
    }
}

/// A form without the marks around what is to be filled in.
pub(super) fn plain(form: &str) -> String {
    let mut out = String::with_capacity(form.len());
    let mut rest = form;
    while let Some(at) = rest.find("${") {
        out.push_str(&rest[..at]);
        let inner = &rest[at + 2..];
        let end = inner.find('}').unwrap_or(inner.len());
        out.push_str(inner[..end].split_once(':').map_or("", |(_, words)| words));
        rest = inner.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_plain_without_its_marks() {
        assert_eq!(plain(form(Keyword::Meets, Tongue::Zh)), "：每季度不少于1次");
        assert_eq!(plain("：${1}"), "：");
    }
}
