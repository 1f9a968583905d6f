//! Plain graphs to draw, as a plan would give them.

use fangan::graph::{Edge, EdgeKind, Graph, Group, Node, NodeKind};

const VERBS: [&str; 8] = ["切实加强", "进一步完善", "建立健全", "扎实推进", "全面落实", "统筹做好", "规范", "深化"];
const OBJECTS: [&str; 11] = [
    "控辍保学",
    "师德考核制度建设",
    "校长绩效考核制度",
    "进城务工人员随迁子女入学保障机制",
    "义务教育学校标准化建设",
    "教研员下校视导与“一校一策”诊断",
    "《中小学教育质量综合评价》改革试点",
    "城乡学校结对帮扶",
    "留守儿童关爱体系（含心理健康教育）",
    "中考招生制度改革",
    "2018年春季学期期末质量监测",
];
const OWNERS: [&str; 6] = ["市教育局", "县（区）教育局", "教研室", "督导室", "各中小学校", "市教育局基础教育科"];

pub fn node(at: usize, label: &str, kind: NodeKind) -> Node {
    Node { hover: format!("{label}\n第{at}条"), ..Node::new(format!("m{at}"), label, kind) }
}

pub fn edge(from: usize, to: usize, kind: EdgeKind) -> Edge {
    Edge::new(from, to, kind)
}

pub fn measure(at: usize) -> Node {
    let label = format!("{}{}", VERBS[at * 5 % VERBS.len()], OBJECTS[at * 3 % OBJECTS.len()]);
    let mut node = node(at, &label, NodeKind::Measure);
    if at % 3 != 1 {
        node.details.push(format!("牵头：{}", OWNERS[at % OWNERS.len()]));
    }
    if at.is_multiple_of(4) {
        node.details.push(format!("2018年{}月底前", at % 12 + 1));
    }
    node
}

fn empty(title: &str) -> Graph {
    Graph::new(title)
}

/// A real plan: thirteen measures, few of which wait for another.
pub fn plan() -> Graph {
    let mut graph = empty("滁州市“教学质量提升年”活动实施方案：措施先后关系");
    graph.nodes = (0..13).map(measure).collect();
    graph.edges = vec![
        edge(0, 2, EdgeKind::After),
        edge(2, 5, EdgeKind::After),
        edge(1, 5, EdgeKind::BuildsOn),
        edge(5, 7, EdgeKind::After),
    ];
    mark(&mut graph, &[0, 2, 5, 7]);
    graph
}

/// Goals, quotas and the measures that serve them.
pub fn alignment() -> Graph {
    let mut graph = empty("目标—指标—措施对应关系");
    graph.nodes = vec![
        node(0, "教育教学质量明显提升", NodeKind::Goal),
        node(1, "义务教育巩固率达到98.6%以上", NodeKind::Quota),
        node(2, "高考本科达线率增长3个百分点", NodeKind::Quota),
        node(3, "义务教育学校大班额比例控制在5%以内", NodeKind::Quota),
        node(4, "省关于深化教育体制改革的意见", NodeKind::Outside),
    ];
    graph.nodes.extend((0..11).map(measure));
    graph.edges = vec![edge(4, 0, EdgeKind::BuildsOn)];
    graph.edges.extend((1..4).map(|quota| edge(quota, 0, EdgeKind::Serves)));
    graph.edges.extend((5..16).map(|at| edge(at, 1 + at % 3, EdgeKind::Serves)));
    graph.edges.extend([edge(6, 1, EdgeKind::Serves), edge(5, 6, EdgeKind::After)]);
    graph
}

/// Who leads whom.
pub fn responsibility(leaves: usize) -> Graph {
    let mut graph = empty("责任分工");
    graph.nodes.push(node(0, "教学质量提升工作领导小组", NodeKind::Owner));
    for (at, name) in OWNERS.iter().enumerate() {
        graph.nodes.push(node(at + 1, name, NodeKind::Owner));
        graph.edges.push(edge(0, at + 1, EdgeKind::Leads));
    }
    for at in 0..leaves {
        graph.nodes.push(measure(at));
        graph.edges.push(edge(1 + at % 5, 7 + at, EdgeKind::Leads));
        if at % 7 == 3 {
            graph.edges.push(edge(6, 7 + at, EdgeKind::Helps));
        }
    }
    graph
}

/// Measures in four phases, with some order among them.
pub fn phased(count: usize) -> Graph {
    let mut graph = empty("质量提升年活动：分阶段措施");
    let phases = [
        "第一阶段：宣传发动（2018年3月—4月）",
        "第二阶段：组织实施（2018年5月—11月）",
        "第三阶段：检查评估",
        "第四阶段：总结表彰（2018年12月）",
    ];
    graph.groups = phases.iter().map(|label| Group { label: (*label).to_owned() }).collect();
    for at in 0..count {
        let mut node = measure(at);
        node.group = Some(at * phases.len() / count);
        graph.nodes.push(node);
        if at % 3 == 2 {
            graph.edges.push(edge(at - 2, at, EdgeKind::After));
        }
        if at % 5 == 4 && at >= count / 4 {
            graph.edges.push(edge(at - count / 4, at, EdgeKind::BuildsOn));
        }
    }
    graph
}

/// A net without clusters: every node waits for one or two before it.
pub fn net(count: usize) -> Graph {
    let mut graph = empty("措施网络");
    for at in 0..count {
        graph.nodes.push(measure(at));
        if at > 0 {
            graph.edges.push(edge((at * 7919 % at.min(40)) + at - at.min(40), at, EdgeKind::After));
        }
        if at > 4 && at % 3 == 0 {
            graph.edges.push(edge(at - 5, at, EdgeKind::BuildsOn));
        }
    }
    graph
}

/// One after another.
pub fn chain(count: usize) -> Graph {
    let mut graph = empty("一条链");
    graph.nodes = (0..count).map(measure).collect();
    graph.edges = (1..count).map(|at| edge(at - 1, at, EdgeKind::After)).collect();
    graph
}

/// A ring, a loop, and an arrow both ways.
pub fn cyclic() -> Graph {
    let mut graph = empty("循环依赖");
    graph.nodes = (0..6).map(measure).collect();
    graph.edges =
        [(0, 1), (1, 2), (2, 0), (3, 3), (4, 5), (5, 4), (2, 4)].map(|(a, b)| edge(a, b, EdgeKind::After)).to_vec();
    graph
}

/// As many arrows as are asked for, to and from anywhere.
pub fn tangle(count: usize, edges: usize) -> Graph {
    let mut graph = phased(count);
    graph.title = format!("{count}个节点、{edges}条连线的乱麻");
    graph.edges =
        (0..edges).map(|at| edge(at * 7919 % count, (at * 104_729 + at / 7) % count, EdgeKind::After)).collect();
    graph
}

/// Everything a label must not be able to do.
pub fn hostile() -> Graph {
    let labels = [
        "</text><script>alert(1)</script>",
        "\"] --> n1; end",
        "a\\\" ]; n9 [label=\"",
        "\u{0}\u{1}\u{b}\u{fffe}\u{ffff}\u{1b}[31m",
        "",
        "   \n\t  ",
        "]]> <!-- &amp; &#0; -->",
        "1. 列表 - * _x_ `y` #35; %% 注",
        "\u{202e}倒着写\u{2066}",
        "👨\u{200d}👩\u{200d}👧 e\u{301}\u{301}\u{301}",
        "一个没有任何标点也没有任何空格的非常非常非常非常非常非常非常非常非常非常非常非常非常非常长的名称",
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
        "subgraph cluster_0 {",
        "”》）】，。！？",
    ];
    let mut graph = empty("</title>\u{0}\"&\\");
    graph.groups =
        vec![Group { label: "</g>\"]\\".to_owned() }, Group { label: String::new() }, Group { label: "空".to_owned() }];
    for (at, label) in labels.iter().enumerate() {
        let mut node = node(at, label, NodeKind::Measure);
        node.details = labels.iter().cycle().skip(at).take(at % 7).map(|label| (*label).to_owned()).collect();
        node.id = (*label).to_owned();
        node.group = (at % 4 < 2).then_some(at % 4);
        graph.nodes.push(node);
        graph.edges.push(edge(at, at * 5 % labels.len(), EdgeKind::Helps));
    }
    // What a careless maker of graphs might leave in.
    graph.edges.extend([edge(0, 99, EdgeKind::After), edge(99, 98, EdgeKind::Leads)]);
    graph.nodes[3].group = Some(77);
    graph
}

/// A single node, or none.
pub fn few(count: usize) -> Graph {
    let mut graph = empty(if count == 0 {
        "空"
    } else {
        "只有一项措施的方案有一个相当长的标题需要折行显示才放得下"
    });
    graph.nodes = (0..count).map(measure).collect();
    graph
}

fn mark(graph: &mut Graph, chain: &[usize]) {
    for &at in chain {
        graph.nodes[at].critical = true;
    }
    for edge in &mut graph.edges {
        edge.critical = chain.windows(2).any(|pair| pair == [edge.from, edge.to]);
    }
}
