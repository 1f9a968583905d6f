//! Faults of the prose against the data, and of its own arithmetic.

use crate::pattern::{Pattern, edit, prose, prose_on, swap};

const DATA: (&str, &str) = ("W901", "改后的数也与数据不符 · the new number differs from the data as well");

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    [sums(), against_data(), counts()].into_iter().flatten().collect()
}

fn sums() -> Vec<Pattern> {
    let text = "^([^-#|/ \n][^\n]*?)";
    vec![
        edit("Q040", "(由[0-9.]+%[^，\n]*?到[0-9.]+%，(?:提高|降低|减少|增加))([0-9.]+)个百分点", "$1⟦$2%⟧").most(2),
        edit("Q042", "(由[0-9.]+%[^，\n]*?到[0-9.]+%，(?:提高|降低|减少|增加))([0-9.]+)个百分点", "$1⟦${2}5个百分点⟧")
            .most(2),
        edit(
            "Q042",
            "(由[0-9]+(?:所|个|人)[^，\n]*?到[0-9]+(?:所|个|人)，(?:增加|减少))([0-9]+)(所|个|人)",
            "$1⟦${2}1$3⟧",
        )
        .most(2),
        edit("Q044", &format!("{text}(，(?:累计|共计|共))([0-9]+)(个|万元|人|所)"), "$1$2⟦${3}1$4⟧")
            .most(2)
            .along(DATA.0, DATA.1),
        prose("Q043", "达标班级由10个翻两番达到⟦30个⟧。"),
        prose("Q042", "活动场次由20场增加到25场，增长⟦30%⟧。"),
        prose("Q042", "参赛队伍由10支增加到30支，增加⟦15支⟧。"),
        prose("Q056", "所需经费由县级财政承担⟦60%、学校承担30%⟧。"),
        prose("Q056", "考核中，过程评价占⟦50%、结果评价占60%⟧。"),
        prose("Q056", "评价得分中，自评权重⟦30%、互评权重30%⟧。"),
        prose("Q057", "安排资金⟦1000万元⟧，其中县财政600万元、乡镇500万元。"),
        prose("Q057", "新招教师⟦60名⟧，其中2026年40名、2027年30名。"),
        prose("Q058", "每校补助5万元，共补助20所，合计⟦150万元⟧。"),
        prose("Q058", "每班奖励2000元，共奖励30个，累计⟦5万元⟧。"),
        prose("W910", "班主任每月家访不少于2次，⟦每月班主任家访3次⟧。"),
        prose("W910", "教研组每周集体教研一次，教研组集体教研⟦每周不少于2次⟧。"),
        prose("F112", "宣传《⟦未成人保护法⟧》。"),
        prose("F112", "学习“⟦中小学日常行为规范⟧”。"),
        prose("Q040", "满意度由90%提高到95%，提高⟦5%⟧。"),
        prose("Q044", "上半年、下半年分别举办12场、10场，共⟦24场⟧。"),
    ]
}

fn against_data() -> Vec<Pattern> {
    vec![
        swap(
            "W901",
            "three-year",
            "到2028年，九年义务教育巩固率达到97%以上",
            "到2028年，九年义务教育巩固率达到⟦96%以上⟧",
        ),
        prose_on("W901", "three-year", "到2028年，体质健康优良率达到⟦65%⟧。"),
        prose_on("W901", "special-task", "到2027年，体质健康优良率达到⟦60%⟧。"),
        prose_on("W901", "reform", "到2028年，骨干教师交流比例达到⟦25%⟧。"),
        prose_on("W901", "reading", "到2028年，普惠性幼儿园覆盖率达到⟦95%⟧。"),
        prose_on("W901", "group-notice", "到2027年底，九年义务教育巩固率达到⟦98%⟧。"),
        prose_on("W901", "campaign", "到2026年11月，专职保安配备率达到⟦95%⟧。"),
        prose_on("W901", "work-plan", "全年教研员下校率达到⟦90%⟧。"),
        swap("W901", "reading", "三年投入建设资金7000万元", "三年投入新建幼儿园建设资金⟦6500万元⟧"),
        prose("W905", "⟦2033年底前⟧完成全部验收。"),
        swap("W905", "three-year", "2028年10月底前全部竣工", "⟦2030年10月底前⟧全部竣工")
            .along("W909", "也晚于措施的时限 · it is after the measure's deadline as well"),
        swap("W909", "three-year", "2028年10月底前全部竣工", "⟦2028年12月底前⟧全部竣工"),
        swap("W909", "campaign", "2026年11月底前全部完成", "⟦2026年12月底前⟧全部完成"),
        swap("W908", "three-year", "校舍改造由县财政局牵头", "校舍改造由⟦县教育局⟧牵头"),
        swap("W908", "campaign", "安防达标建设由县教育局牵头", "安防达标建设由⟦县公安局⟧牵头"),
        swap("W908", "reform", "交流轮岗由县教育局牵头", "交流轮岗由⟦县人社局⟧牵头"),
        swap("W908", "group-notice", "控辍经费由县财政局牵头", "控辍经费由⟦县教育局⟧牵头"),
        prose_on("W907", "campaign", "⟦县住建局⟧负责隐患整改。"),
        prose_on("W907", "three-year", "⟦县人社局⟧做好编制核定。"),
        prose_on("W907", "campaign", "⟦县应急局⟧参加联合检查。"),
        prose_on("W906", "three-year", "⟦县水利局⟧做好配合。"),
        prose_on("W906", "campaign", "⟦县审计局⟧开展专项检查。"),
        prose_on("W906", "reform", "⟦县司法局⟧做好法律服务。"),
        prose_on("W906", "group-notice", "⟦县卫健局⟧做好健康服务。"),
        // special-task is a plan of one bureau, which lists no other organs: W906 says nothing there.
        swap("W904", "campaign", "四类场所逐一排查", "⟦五类场所⟧逐一排查")
            .along("W911", "同一句里列出的数目也不合 · the same words list as many as before"),
        swap("W904", "three-year", "四个环节，引导", "⟦五个环节⟧，引导"),
        swap("W904", "reform", "四项内容评价教师", "⟦五项内容⟧评价教师"),
        prose_on("W904", "reading", "深入实施⟦四大工程⟧。"),
        prose_on("W904", "work-plan", "扎实抓好⟦五项重点工作⟧。"),
        prose_on("W904", "pingan", "认真落实⟦五项配套措施⟧。"),
    ]
}

fn counts() -> Vec<Pattern> {
    vec![
        prose("W902", "抓好⟦三项工作⟧：一是建好台账，二是加强检查。"),
        prose("W902", "成绩来自⟦两个方面⟧的努力。一是投入增加。二是队伍稳定。三是家校共育。"),
        prose("W911", "做强⟦三个主导产业⟧：茶叶、蔬菜、食用菌、中药材。"),
        prose("W911", "把年级组分为优秀、良好、合格⟦四个等级⟧。"),
        prose("W911", "建好⟦三类台账⟧：学生台账、教师台账。"),
        prose("W911", "落实“⟦三个转变⟧”：理念转变、作风转变。"),
        prose("W903", "一是建好台账，二是加强检查，⟦四是⟧严格考核。"),
        prose("W903", "一是建好台账，二是加强检查，⟦二是⟧严格考核。"),
        swap("W903", "three-year", "三是严格考核", "⟦四是⟧严格考核"),
        swap("W903", "campaign", "三是严肃问责", "⟦二是⟧严肃问责"),
        swap("W903", "reading", "三是加强宣传", "⟦五是⟧加强宣传"),
        swap("W409", "group-notice", "第一，查责任落实", "⟦第一、⟧查责任落实"),
        swap("W409", "work-plan", "首先，强化学习", "⟦首先、⟧强化学习"),
    ]
}
