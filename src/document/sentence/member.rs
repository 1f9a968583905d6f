//! For each of whom: `每名教师`, `每所学校`, `每个教研组、年级组`.
//!
//! Takes the words of members, gives them with 每 and what counts them. A word of one character counts itself (每班, 每校),
//! and so does one that its author has typed with its counter.

use super::PENDING;

/// What counts whom, by the ends of their names.
const COUNTERS: [(&str, &[&str]); 4] = [
    ("名", &["教师", "学生", "校长", "园长", "班主任", "教研员", "党员", "干部", "职工", "委员", "辅导员", "督学"]),
    ("所", &["学校", "小学", "中学", "中小学", "幼儿园", "高校"]),
    ("个", &["组", "室", "班级", "年级", "乡镇", "街道", "部门", "单位", "社区", "学区", "支部", "集团", "团队"]),
    ("门", &["学科", "课程"]),
];

/// `每校`, `每名教师`, `每（待定）`; several with counters of their own are told in one: `每个班级、每门学科`.
pub(super) fn each_of<'w>(members: impl Iterator<Item = &'w str>) -> String {
    let members = members.map(str::trim).collect::<Vec<_>>();
    let counters = members.iter().map(|member| counter(member)).collect::<Option<Vec<_>>>();
    match (&members[..], counters.as_deref()) {
        ([only], Some(["门"])) => format!("每{only}"),
        ([only], Some([counter])) => format!("每{counter}{only}"),
        ([_, _, ..], Some([first, rest @ ..])) if rest.iter().all(|counter| counter == first) => {
            format!("每{first}{}", members.join("、"))
        }
        ([_, _, ..], Some(counters)) => {
            let all = members.iter().zip(counters).map(|(member, counter)| format!("每{counter}{member}"));
            all.collect::<Vec<_>>().join("、")
        }
        _ => members.iter().map(|member| each(member)).collect(),
    }
}

fn each(member: &str) -> String {
    match counter(member) {
        _ if matches!(member, "" | "?" | "？" | "待定" | "tbd") => format!("每{PENDING}"),
        Some(counter) if counter != "门" => format!("每{counter}{member}"),
        _ => format!("每{member}"),
    }
}

/// What counts a member, unless its author has typed one: 位教师.
fn counter(member: &str) -> Option<&'static str> {
    let ends = |(_, ends): &&(&str, &[&str])| ends.iter().any(|end| member.ends_with(end));
    let is_typed = member.starts_with(['名', '位', '所', '个', '门']);
    COUNTERS.iter().find(ends).map(|(counter, _)| *counter).filter(|_| !is_typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(members: &[&str]) -> String {
        each_of(members.iter().copied())
    }

    #[test]
    fn members_are_counted_as_drafters_count_them() {
        assert_eq!(said(&["校"]), "每校");
        assert_eq!(said(&["教师"]), "每名教师");
        assert_eq!((said(&["名教师"]), said(&["位教师"])), ("每名教师".to_owned(), "每位教师".to_owned()));
        assert_eq!(said(&["学科"]), "每学科");
        assert_eq!(said(&["待定"]), "每（待定）");
        assert_eq!(said(&[]), "");
    }

    #[test]
    fn several_are_one_phrase_where_each_has_a_counter() {
        assert_eq!(said(&["班", "学科"]), "每班每学科");
        assert_eq!(said(&["科室", "年级组"]), "每个科室、年级组");
        assert_eq!(said(&["班级", "学科"]), "每个班级、每门学科");
        assert_eq!(said(&["校", "教研组"]), "每校每个教研组");
    }
}
