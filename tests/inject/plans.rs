//! The correct plans that faults are put into, and where each takes another sentence.

use std::fs;
use std::path::Path;

/// A plan of which nothing is said.
pub struct Plan {
    pub name: &'static str,
    pub text: String,
    /// A sentence of its prose; another one may follow it.
    pub sentence: &'static str,
}

/// The name of each plan, its file and a sentence of its prose.
const PLANS: [(&str, &str, &str); 9] = [
    ("three-year", "tests/inject/plans/three-year.plan", "各学校对照年度目标逐项推进，县教育局每学期调度一次。"),
    ("campaign", "tests/inject/plans/campaign.plan", "对照清单逐项整改，每月通报进展。"),
    ("school", "tests/inject/plans/school.plan", "教导处每月检查一次，结果在校内公布。"),
    ("special-task", "tests/inject/plans/special-task.plan", "县教育局每学期开展一次专项督导。"),
    ("work-plan", "tests/inject/plans/work-plan.plan", "开展课题结题鉴定，总结全年工作。"),
    ("reform", "tests/inject/plans/reform.plan", "分批组织竞聘，稳妥推进交流。"),
    ("reading", "tests/inject/plans/reading.plan", "支持乡镇中心幼儿园改扩建，有序发展公办园。"),
    ("group-notice", "tests/inject/plans/group-notice.plan", "完善制度，防止反弹。"),
    ("pingan", "examples/pingan/plan.plan", "统筹城乡义务教育，促进各级各类教育协调并进。"),
];

/// All plans, read from their files.
pub fn plans() -> Vec<Plan> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |(name, file, sentence)| Plan { name, text: fs::read_to_string(root.join(file)).unwrap(), sentence };
    PLANS.map(read).into_iter().collect()
}
