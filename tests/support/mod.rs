//! A made-up joint notice with a long plan and a long table, to be printed and measured.

use fangan::document::{
    Align, Attachment, Block, Body, Column, Document, Heading, Holds, Imprint, Inline, Notice, Paragraph, Part, Row,
    Table, break_title,
};

/// Sixty Chinese characters without punctuation: 26, 28 and 6 a line.
pub const SIXTY: &str = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒\
                         日月盈昃寒来暑往秋收冬藏律吕调阳云腾致雨露结为霜金生丽水玉出";

/// The name of the plan.
pub const PLAN: &str = "2026年汛期学校安全隐患排查整治和应急演练工作实施方案";

/// The whole document: a notice, a plan and an attachment.
pub fn joint_notice() -> Document {
    Document {
        name: PLAN.to_owned(),
        parts: vec![notice(), plan(), attachment()],
        imprint: Some(Imprint {
            cc: Some(
                "县委办公室，县人大常委会办公室，县政府办公室，县政协办公室，县防汛抗旱指挥部办公室，各乡镇人民政府"
                    .to_owned(),
            ),
            organ: "澜平县教育局办公室".to_owned(),
            date: "2026年5月8日".to_owned(),
        }),
    }
}

fn notice() -> Part {
    let title = format!("澜平县教育局 澜平县应急管理局关于印发《{PLAN}》的通知");
    Part::Notice(Notice {
        head: vec!["澜平县教育局".to_owned(), "澜平县应急管理局".to_owned()],
        urgency: None,
        number: Some("澜教发〔2026〕12号".to_owned()),
        signers: Vec::new(),
        title: break_title(&title),
        addressees: Some("各乡镇中心学校，县直各学校、幼儿园，局属各事业单位".to_owned()),
        body: vec![
            paragraph(
                "为做好2026年汛期学校安全工作，及时消除校舍、围墙、护坡、排水、用电等方面的安全隐患，切实保障师生生命安全，\
                 根据《中华人民共和国防洪法》《中小学幼儿园安全管理办法》等规定，县教育局、县应急管理局联合制定了《2026年\
                 汛期学校安全隐患排查整治和应急演练工作实施方案》。经县人民政府同意，现印发给你们，请结合实际认真贯彻执行。",
            ),
            paragraph("各校要将落实情况于2026年6月30日前报送县教育局。"),
        ],
        attachments: vec![
            "重点任务分工表".to_owned(),
            "澜平县汛期学校安全隐患排查整治和应急演练工作领导小组成员名单".to_owned(),
        ],
        signatures: vec!["澜平县教育局".to_owned(), "澜平县应急管理局".to_owned()],
        date: Some("2026年5月6日".to_owned()),
        note: Some("此件公开发布".to_owned()),
    })
}

fn plan() -> Part {
    let mut body = vec![
        paragraph("为全面排查整治汛期学校安全隐患，提高师生防灾避险能力，制定本方案。"),
        heading(1, "一、", "工作目标", "goals", ""),
        paragraph("2026年6月底前，全县86所学校（含幼儿园）隐患排查覆盖率达到100%，重大隐患全部整改到位。"),
        heading(1, "二、", "重点任务", "tasks", ""),
        heading(2, "（一）", "开展隐患排查。", "task-1", "各学校对照清单自查，建立台账。"),
        heading(3, "1.", "排查重点。", "task-1-1", "突出临水临崖学校和老旧校舍。"),
        heading(4, "（1）", "围墙、挡土墙、护坡是否开裂、倾斜、渗水；", "task-1-1-1", ""),
        heading(4, "（2）", "配电房、食堂、宿舍用电设施是否老化、受潮。", "task-1-1-2", ""),
        heading(2, "（二）", "组织应急演练", "task-2", ""),
        Block::Paragraph(Paragraph {
            inlines: vec![
                Inline::text("任务分工和完成时限见"),
                Inline::Link { text: "附件1".to_owned(), target: "duties".to_owned() },
                Inline::text("。"),
            ],
            anchor: None,
            is_signature: false,
            label: None,
        }),
    ];
    body.extend((0..24).map(|_| paragraph(SIXTY)));
    body.push(heading(1, "三、", "经费保障", "money", ""));
    body.push(paragraph("所需经费由县财政统筹安排，分年度安排如下。"));
    body.push(quotas());
    let (attachments, signatures, date) = (Vec::new(), Vec::new(), None);
    Part::Plan(Body { banner: None, title: break_title(PLAN), body, attachments, signatures, date })
}

fn quotas() -> Block {
    let columns = ["项目", "2026年", "2027年", "合计"].iter().enumerate().map(|(index, title)| Column {
        title: (*title).to_owned(),
        align: if index == 0 { Align::Left } else { Align::Right },
        weight: if index == 0 { 3 } else { 1 },
        holds: Holds::Words,
    });
    let row = |cells: [&str; 4]| Row::Cells { cells: cells.iter().map(|cell| vec![Inline::text(*cell)]).collect() };
    Block::Table(Table {
        caption: Some("经费安排表".to_owned()),
        unit: Some("单位：万元".to_owned()),
        columns: columns.collect(),
        rows: vec![
            Row::Section { text: "一、校舍整治".to_owned() },
            row(["围墙、护坡加固", "120.50", "80.00", "200.50"]),
            row(["配电设施更换", "36.00", "24.00", "60.00"]),
            Row::Section { text: "二、应急演练".to_owned() },
            row(["演练物资", "8.60", "8.60", "17.20"]),
        ],
    })
}

fn attachment() -> Part {
    let columns = [("序号", Align::Center, 2), ("重点任务", Align::Left, 9), ("牵头单位", Align::Center, 5)];
    let more = [("配合单位", Align::Center, 6), ("完成时限", Align::Center, 5)];
    let columns = columns.into_iter().chain(more).map(|(title, align, weight)| Column {
        title: title.to_owned(),
        align,
        weight,
        holds: Holds::Words,
    });
    let row = |index: usize| {
        let cells = [
            index.to_string(),
            format!("第{index}项任务：逐校排查校舍、围墙、护坡和用电设施，建立台账，销号管理"),
            "县教育局".to_owned(),
            "县应急管理局、各乡镇中心学校".to_owned(),
            "2026年6月20日前".to_owned(),
        ];
        Row::Cells { cells: cells.into_iter().map(|cell| vec![Inline::Text { text: cell }]).collect() }
    };
    let table = Table { caption: None, unit: None, columns: columns.collect(), rows: (1..=24).map(row).collect() };
    Part::Attachment(Attachment {
        label: "附件1".to_owned(),
        title: break_title("重点任务分工表"),
        body: vec![
            Block::Paragraph(Paragraph {
                inlines: vec![Inline::text("任务分工如下。")],
                anchor: Some("duties".to_owned()),
                is_signature: false,
                label: None,
            }),
            Block::Table(table),
        ],
    })
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph { inlines: vec![Inline::text(text)], anchor: None, is_signature: false, label: None })
}

fn heading(level: u8, mark: &str, text: &str, anchor: &str, run_in: &str) -> Block {
    Block::Heading(Heading {
        level,
        mark: mark.to_owned(),
        text: text.to_owned(),
        anchor: anchor.to_owned(),
        run_in: if run_in.is_empty() { Vec::new() } else { vec![Inline::text(run_in)] },
    })
}
