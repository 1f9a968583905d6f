//! The pictures that `列出` asks for, as figures still to be drawn.
//!
//! Takes the words after `列出`, gives figures with their captions. Which picture is meant is told by name; drawing it
//! is another room's.

use super::Figure;

/// The words that ask for each picture, its name and its caption.
const PICTURES: [(&[&str], &str, &str); 4] = [
    (&["责任关系图", "责任图", "组织架构图", "responsibility"], "responsibility", "责任关系图"),
    (&["目标支撑图", "支撑图", "目标图", "alignment"], "alignment", "目标支撑图"),
    (&["进度安排图", "进度图", "甘特图", "timeline"], "timeline", "进度安排图"),
    (&["措施依赖图", "依赖图", "先后图", "dependency"], "dependency", "措施依赖图"),
];

/// The figures that words ask for; `图` alone, or `全部图`, is all four.
pub(super) fn figures(words: &str) -> Vec<Figure> {
    let asks = |names: &[&str]| names.iter().any(|name| words.contains(name));
    let is_bare = |word: &str| matches!(word.trim(), "图" | "全部图" | "graph" | "graphs");
    let all = words.split(['、', '，', ',']).any(is_bare);
    let wanted = PICTURES.into_iter().filter(|(names, ..)| all || asks(names));
    let figure = |(_, picture, caption): (_, &str, &str)| Figure {
        caption: caption.to_owned(),
        picture: picture.to_owned(),
        svg: String::new(),
        sheet: None,
    };
    wanted.map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn pictures_are_asked_for_by_name() {
        let names = |words: &str| figures(words).into_iter().map(|figure| figure.picture).collect::<Vec<_>>();
        assert_eq!(names("进度图"), ["timeline"]);
        assert_eq!(names("责任分工、责任关系图"), ["responsibility"]);
        assert_eq!(names("指标表"), [""; 0]);
        assert_eq!(names("图").len(), 4);
    }
}
