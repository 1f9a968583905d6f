#!/usr/bin/env python3
"""Generate one synthetic plan at N measures and write it in every peer's format.

    gen.py -n 1000 -o "$TMPDIR/plan/1000"                      all formats
    gen.py -n 1000 -o DIR --formats json,md,dot                some formats
    gen.py -n 100  -o DIR --fault cycle                        one planted error

Same seed and same N give byte-identical files. Shape of the plan: max(2, N/20) goals, each with
3 yearly quota targets; N measures, each with a title, about 120 Chinese characters of prose, 1 lead
owner, 0-2 cooperating owners, 1-2 goals served, 0-3 dependencies on earlier measures (a DAG whose
dates agree: every dependency is due on or before the dependant's start); max(8, N/50) owners in
a tree 4 deep; 4 phases. Python 3.8+, standard library only.
"""
import argparse
import json
import os
import random
from datetime import date, timedelta

from gen_extra import emit_doorstop, emit_ledger, emit_py

SEED = 20260101
YEARS = (2026, 2027, 2028)
PHASES = [("P1", "启动部署阶段", date(2026, 1, 1), date(2026, 9, 30)),
          ("P2", "集中攻坚阶段", date(2026, 10, 1), date(2027, 6, 30)),
          ("P3", "深化提升阶段", date(2027, 7, 1), date(2028, 3, 31)),
          ("P4", "总结验收阶段", date(2028, 4, 1), date(2028, 12, 31))]
VERBS = "建立健全 加快推进 持续完善 统筹实施 巩固提升 规范引导 深入开展 优化调整 积极培育 全面落实".split()
THINGS = ("基层医疗服务体系 城乡供水一体化工程 中小企业融资担保机制 职业技能培训网络 河湖生态修复工程 "
          "数字政务服务平台 农村公路养护体系 社区养老服务设施 粮食仓储物流设施 义务教育优质均衡发展 "
          "重点行业节能改造 科技成果转化平台 应急救援指挥体系 公共文化服务网络 老旧小区改造工程").split()
MANNERS = ("坚持问题导向 强化部门协同 明确责任分工 细化工作措施 加强资金保障 严格督促检查 "
           "广泛动员社会力量参与 定期通报工作进展 及时协调解决困难 推动资源向基层倾斜").split()
RESULTS = ("确保重点任务按期落地见效 形成可复制可推广的经验做法 切实提升人民群众满意度 "
           "基本实现主要领域全面覆盖 为高质量发展提供有力支撑 逐步建立长效管理机制").split()
METRICS = [("城镇新增就业人数", "万人"), ("单位产值能耗降低率", "%"), ("改造提升农村公路里程", "公里"),
           ("新增养老服务床位", "张"), ("高新技术企业数量", "家"), ("污水集中处理率", "%")]
UNITS = "发展改革 教育 科技 财政 民政 交通运输 水利 农业农村 商务 卫生健康 应急管理 生态环境".split()
RANKS = ("人民政府", "委员会", "局", "处")


def prose(rng, i):
    """About 120 Chinese characters in 3 sentences; one measure in 20 carries an Arabic number."""
    out = ""
    while len(out) < 88:
        out += "%s%s，%s%s，%s。" % (rng.choice(VERBS), rng.choice(THINGS), rng.choice(VERBS),
                                  rng.choice(THINGS), rng.choice(MANNERS))
    tail = "到期覆盖率达到85%以上" if i % 20 == 19 else rng.choice(MANNERS)
    return out + "%s，%s。" % (tail, rng.choice(RESULTS))


def make_plan(n, seed=SEED):
    """The neutral plan: plain dicts and lists, every reference by id, dates as ISO strings."""
    rng = random.Random(seed)
    n_owner, n_goal = max(8, n // 50), max(2, n // 20)
    owners, levels = [], [[], [], [], []]
    cuts = (1, max(2, n_owner // 10), max(4, n_owner * 4 // 10))          # ends of depths 1, 2, 3
    for i in range(n_owner):
        depth = sum(i >= c for c in cuts)
        parent = rng.choice(levels[depth - 1]) if depth else None
        oid = "O%04d" % (i + 1)
        levels[depth].append(oid)
        number = "".join("〇一二三四五六七八九"[int(c)] for c in str(i + 1))
        owners.append({"id": oid, "name": rng.choice(UNITS) + "第" + number + RANKS[depth],
                       "parent": parent, "depth": depth + 1})
    goals = []
    for i in range(n_goal):
        metric, unit = METRICS[i % len(METRICS)]
        base, step = rng.randrange(20, 60), rng.randrange(2, 12)
        goals.append({"id": "G%04d" % (i + 1), "title": rng.choice(VERBS) + rng.choice(THINGS),
                      "quotas": [{"year": y, "metric": metric, "value": base + step * k, "unit": unit}
                                 for k, y in enumerate(YEARS)]})
    measures, spans = [], []
    for i in range(n):
        p = i * 4 // n
        pid, _, p0, p1 = PHASES[p]
        lo, hi = -(-p * n // 4), -(-(p + 1) * n // 4)                     # measures of this phase
        room = (p1 - p0).days - 12
        start = p0 + timedelta(days=min(room, room * (i - lo) // (hi - lo) + rng.randrange(4)))
        due = min(p1, start + timedelta(days=rng.randrange(8, 45)))
        spans.append((start, due))
        main, deps = i % n_goal, set()
        for _ in range(rng.randrange(4)):     # mostly the same goal's thread, sometimes across
            j = i - n_goal * rng.randrange(1, 4) if rng.random() < .8 else rng.randrange(i + 1)
            if 0 <= j < i and spans[j][1] <= start:
                deps.add(j)
        served = {main} | ({rng.randrange(n_goal)} if rng.random() < .3 else set())
        lead, *coop = rng.sample(range(n_owner), 1 + rng.randrange(3))
        measures.append({"id": "M%06d" % (i + 1), "title": rng.choice(VERBS) + rng.choice(THINGS),
                         "prose": prose(rng, i), "lead": owners[lead]["id"],
                         "coop": [owners[c]["id"] for c in coop],
                         "goals": [goals[g]["id"] for g in sorted(served)],
                         "deps": ["M%06d" % (j + 1) for j in sorted(deps)],
                         "phase": pid, "start": start.isoformat(), "due": due.isoformat()})
    return {"title": "某市经济社会高质量发展三年行动计划", "years": list(YEARS),
            "phases": [{"id": a, "title": t, "start": s.isoformat(), "end": e.isoformat()}
                       for a, t, s, e in PHASES],
            "owners": owners, "goals": goals, "measures": measures}


def plant(plan, fault):
    """Plant one error at a fixed place, so that one can see which peer finds it."""
    ms, last = plan["measures"], plan["measures"][-1]
    m, by_id = ms[len(ms) * 3 // 4], {x["id"]: x for x in ms}
    if fault == "cycle":
        m = next(x for x in reversed(ms) if x["deps"])
        by_id[m["deps"][0]]["deps"].append(m["id"])
    elif fault == "due-before-start":
        m["start"], m["due"] = m["due"], m["start"]
    elif fault == "dep-too-late":          # a dependency due after its dependant starts
        m["due"], last["deps"] = PHASES[3][3].isoformat(), [m["id"]]
    elif fault == "quota-gap":             # one of three yearly targets is missing
        del plan["goals"][-1]["quotas"][1]
    else:
        m.update({"unknown-dep": {"deps": ["M999999"]}, "unknown-owner": {"lead": "O9999"},
                  "duplicate-id": {"id": ms[0]["id"]}}[fault])


FAULTS = "cycle unknown-dep unknown-owner duplicate-id due-before-start dep-too-late quota-gap".split()


# --- one emitter per format: plan -> text, or {relative path: text} for a directory ---------------

def by_phase(plan):
    return [(p, [m for m in plan["measures"] if m["phase"] == p["id"]]) for p in plan["phases"]]


def quotas(goal, sep):
    return sep.join("%d %s %d%s" % (q["year"], q["metric"], q["value"], q["unit"]) for q in goal["quotas"])


def tree(plan, enter, leave=""):
    """The owner tree as lines: `enter` (and `leave`, if any) filled with each owner's fields."""
    kids, lines = {}, []
    for w in plan["owners"]:
        kids.setdefault(w["parent"], []).append(w)

    def walk(parent, depth):
        for w in kids.get(parent, ()):
            lines.append("  " * depth + enter % w)
            walk(w["id"], depth + 1)
            lines.extend(["  " * depth + leave] * bool(leave))
    walk(None, 0)
    return lines


def emit_dsl(plan):
    """The plan in our own syntax, with Chinese keywords."""
    names = {w["id"]: w["name"] for w in plan["owners"]}
    o = ["# 方案：" + plan["title"],
         "- 期限：%d年1月1日至%d年12月31日" % (plan["years"][0], plan["years"][-1]),
         "- 责任：" + plan["owners"][0]["name"], "", "# 主体"]
    o += tree(plan, "- %(name)s") + ["", "## 主要目标"]
    for g in plan["goals"]:
        o += ["### 目标 %s：%s" % (g["id"], g["title"])]
        o += ["- 指标：%s（%s）不低于%d%s，到%d年底" % (q["metric"], g["id"], q["value"], q["unit"], q["year"])
              for q in g["quotas"]] + [""]
    o += ["## 重点任务"]
    for p, ms in by_phase(plan):
        o += ["### 阶段 %s：%s，%s至%s" % (p["id"], p["title"], p["start"], p["end"]), ""]
        for m in ms:
            o += ["#### 措施 %s：%s" % (m["id"], m["title"]), "- 牵头：" + names.get(m["lead"], m["lead"])]
            o += ["- 配合：" + "、".join(names[c] for c in m["coop"])] * bool(m["coop"])
            o += ["- 支撑：" + "、".join(m["goals"])]
            o += ["- 前置：" + "、".join(m["deps"])] * bool(m["deps"])
            o += ["- 始于：" + m["start"], "- 时限：" + m["due"], "", m["prose"], ""]
    return "\n".join(o) + "\n"


def emit_md(plan):
    names = {o["id"]: o["name"] for o in plan["owners"]}
    o = ["# " + plan["title"], "", "## 一、主要目标", ""]
    for g in plan["goals"]:
        o += ["### %s %s" % (g["id"], g["title"]), "", "| 年度 | 指标 | 目标值 | 单位 |", "| --- | --- | --- | --- |"]
        o += ["| %d | %s | %d | %s |" % (q["year"], q["metric"], q["value"], q["unit"]) for q in g["quotas"]]
        o.append("")
    o += ["## 二、重点任务", ""]
    for p, ms in by_phase(plan):
        o += ["### %s（%s 至 %s）" % (p["title"], p["start"], p["end"]), ""]
        for m in ms:
            o += ["#### %s %s" % (m["id"], m["title"]), "", m["prose"], "",
                  "- 牵头单位：**%s**" % names.get(m["lead"], m["lead"]),
                  "- 配合单位：" + ("、".join(names[c] for c in m["coop"]) or "无"),
                  "- 支撑目标：" + "、".join(m["goals"]), "- 前置任务：" + ("、".join(m["deps"]) or "无"),
                  "- 时限：%s 至 %s" % (m["start"], m["due"]), ""]
    return "\n".join(o + ["## 三、责任单位", ""] + tree(plan, "- %(id)s %(name)s")) + "\n"


def emit_toml(plan):
    q = lambda s: json.dumps(s, ensure_ascii=False)
    o = ["title = " + q(plan["title"]), "years = %s" % plan["years"], ""]
    for p in plan["phases"]:
        o += ["[[phase]]"] + ["%s = %s" % (k, q(p[k])) for k in ("id", "title", "start", "end")] + [""]
    for w in plan["owners"]:
        o += ["[[owner]]", 'id = "%s"' % w["id"], "name = " + q(w["name"])]
        o += ['parent = "%s"' % w["parent"]] * bool(w["parent"]) + [""]
    for g in plan["goals"]:
        o += ["[[goal]]", 'id = "%s"' % g["id"], "title = " + q(g["title"])]
        o += ["quota_%d = { metric = %s, value = %d, unit = %s }" % (
            t["year"], q(t["metric"]), t["value"], q(t["unit"])) for t in g["quotas"]] + [""]
    for m in plan["measures"]:
        o += ["[[measure]]"] + ["%s = %s" % (k, q(m[k])) for k in ("id", "title", "phase", "lead", "coop",
                                                                   "goals", "deps")]
        o += ["start = " + m["start"], "due = " + m["due"], "prose = " + q(m["prose"]), ""]
    return "\n".join(o)


def emit_tjp(plan):
    """Fixed dates, so tj3 has nothing to level: owners are `responsible`, goals are milestones."""
    o = ['project plan "%s" 2026-01-01 - 2029-01-01 {' % plan["title"],
         '  timeformat "%Y-%m-%d"', "  now 2026-01-01", "}"]
    o += tree(plan, 'resource %(id)s "%(name)s" {', "}")
    where, served = {m["id"]: m["phase"] for m in plan["measures"]}, {}
    for p, ms in by_phase(plan):
        o.append('task %s "%s" {' % (p["id"], p["title"]))
        for m in ms:
            o += ['  task %s "%s" {' % (m["id"], m["title"]), '    note "%s"' % m["prose"],
                  "    responsible " + ", ".join([m["lead"]] + m["coop"]),
                  "    start " + m["start"], "    end " + m["due"]]
            if m["deps"]:
                o.append("    depends " + ", ".join("%s.%s" % (where.get(d, p["id"]), d) for d in m["deps"]))
            o.append("  }")
        o.append("}")
    for m in plan["measures"]:
        for g in m["goals"]:
            served.setdefault(g, []).append("%s.%s" % (m["phase"], m["id"]))
    for g in plan["goals"]:
        o += ['task %s "%s" {' % (g["id"], g["title"]), "  milestone", '  note "%s"' % quotas(g, "；"),
              "  depends " + ", ".join(served[g["id"]]), "}"]
    o.append('taskreport "report" {\n  formats html\n  columns bsi, name, responsible, start, end, note\n}')
    return "\n".join(o) + "\n"


def emit_sdoc(plan):
    def tag(name, fields):
        return "- TAG: %s\n  FIELDS:\n" % name + "".join(
            "  - TITLE: %s\n    TYPE: String\n    REQUIRED: %s\n" % (f, f != "COOP") for f in fields.split())
    o = ["[DOCUMENT]\nTITLE: %s\nUID: PLAN\n\n[GRAMMAR]\nELEMENTS:\n" % plan["title"] + tag("TEXT", "STATEMENT")
         + tag("GOAL", "UID TITLE STATEMENT") + tag("MEASURE", "UID LEAD COOP START DUE TITLE STATEMENT")
         + "  RELATIONS:\n  - TYPE: Parent\n    ROLE: Serves\n  - TYPE: Parent\n    ROLE: DependsOn\n",
         "[[SECTION]]\nTITLE: 主要目标\n"]
    o += ["[GOAL]\nUID: %s\nTITLE: %s\nSTATEMENT: >>>\n%s\n<<<\n" % (g["id"], g["title"], quotas(g, "\n"))
          for g in plan["goals"]]
    for p, ms in by_phase(plan):
        o.append("[[/SECTION]]\n\n[[SECTION]]\nTITLE: %s\n" % p["title"])
        for m in ms:
            fields = [("UID", m["id"]), ("LEAD", m["lead"]), ("COOP", ", ".join(m["coop"])), ("START", m["start"]),
                      ("DUE", m["due"]), ("TITLE", m["title"])]
            links = [(g, "Serves") for g in m["goals"]] + [(d, "DependsOn") for d in m["deps"]]
            o.append("[MEASURE]\n%sSTATEMENT: >>>\n%s\n<<<\nRELATIONS:\n%s" % (
                "".join("%s: %s\n" % f for f in fields if f[1]), m["prose"],
                "".join("- TYPE: Parent\n  VALUE: %s\n  ROLE: %s\n" % link for link in links)))
    return {"strictdoc/plan.sdoc": "\n".join(o + ["[[/SECTION]]\n"]),
            "strictdoc/lean.toml": '[project]\ntitle = "plan"\nfeatures = []\n'}     # the document alone


def emit_rst(plan):
    conf = ('project = "plan"\nextensions = ["sphinx_needs"]\nlanguage = "zh_CN"\n'
            'needs_id_regex = "^[A-Z0-9]{3,}"\nneeds_build_json = False\n'
            'needs_types = [dict(directive=d, title=d, prefix="", color="#fff", style="node")'
            ' for d in ("owner", "goal", "measure")]\n'
            'needs_fields = {f: {"schema": {"type": "string"}} for f in ("start", "due", "phase", "quota")}\n'
            'needs_links = {k: {"incoming": k + "_of", "outgoing": k}\n'
            '               for k in ("lead", "coop", "serves", "depends", "parent")}\n')
    o = [plan["title"], "=" * 40, "", "目标", "-" * 20, ""]
    for g in plan["goals"]:
        o += [".. goal:: " + g["title"], "   :id: " + g["id"], "   :quota: " + quotas(g, "; "), ""]
    for p, ms in by_phase(plan):
        o += [p["title"], "-" * 20, ""]
        for m in ms:
            o += [".. measure:: " + m["title"], "   :id: " + m["id"], "   :phase: " + m["phase"],
                  "   :start: " + m["start"], "   :due: " + m["due"], "   :lead: " + m["lead"]]
            o += ["   :%s: %s" % (k, ", ".join(v)) for k, v in
                  (("coop", m["coop"]), ("serves", m["goals"]), ("depends", m["deps"])) if v]
            o += ["", "   " + m["prose"], ""]
    o += ["责任单位", "-" * 20, ""]
    for w in plan["owners"]:
        parent = ["   :parent: " + w["parent"]] if w["parent"] else []
        o += [".. owner:: " + w["name"], "   :id: " + w["id"]] + parent + [""]
    return {"sphinx/conf.py": conf, "sphinx/index.rst": "\n".join(o)}


def emit_typ(plan):
    names = {o["id"]: o["name"] for o in plan["owners"]}
    o = ['#set page(paper: "a4")', '#set text(font: "Noto Serif CJK SC", lang: "zh")', "= " + plan["title"],
         "== 主要目标"]
    for g in plan["goals"]:
        o += ["=== %s %s <%s>" % (g["id"], g["title"], g["id"]), "#table(columns: 4, [年度], [指标], [目标值], [单位],"]
        o += ["  [%d], [%s], [%d], [%s]," % (q["year"], q["metric"], q["value"], q["unit"]) for q in g["quotas"]] + [")"]
    links = lambda ids: "、".join("#link(<%s>)[%s]" % (d, d) for d in ids) or "无"
    for p, ms in by_phase(plan):
        o.append("== " + p["title"])
        for m in ms:
            o += ["=== %s %s <%s>" % (m["id"], m["title"], m["id"]), m["prose"],
                  "- 牵头单位：*%s*" % names.get(m["lead"], m["lead"]),
                  "- 配合单位：" + ("、".join(names[c] for c in m["coop"]) or "无"),
                  "- 支撑目标：" + links(m["goals"]), "- 前置任务：" + links(m["deps"]),
                  "- 时限：%s 至 %s" % (m["start"], m["due"]), ""]
    return "\n".join(o) + "\n"


def emit_dot(plan):
    o = ["digraph plan {", "  rankdir=LR;", "  node [shape=box];"]
    o += ['  %s [label="%s\\n%s"];' % (m["id"], m["id"], m["title"]) for m in plan["measures"]]
    o += ["  %s -> %s;" % (d, m["id"]) for m in plan["measures"] for d in m["deps"]]
    return "\n".join(o) + "\n}\n"


def emit_d2(plan):
    o = ["direction: right"] + ["%s: %s" % (m["id"], m["title"]) for m in plan["measures"]]
    return "\n".join(o + ["%s -> %s" % (d, m["id"]) for m in plan["measures"] for d in m["deps"]]) + "\n"


def emit_mmd(plan):
    o = ["gantt", "  dateFormat YYYY-MM-DD", "  title " + plan["title"]]
    for p, ms in by_phase(plan):
        o.append("  section " + p["title"])
        o += ["  %s :%s, %s, %s" % (m["title"], m["id"], m["start"], m["due"]) for m in ms]
    return "\n".join(o) + "\n"


def emit_schools(plan):
    """As many plans as the plan has measures, of 3 to 20 measures each: what a province's schools hand in."""
    rng = random.Random(SEED)
    return {"schools/%04d.plan" % i: emit_dsl(make_plan(rng.randint(3, 20), SEED + i))
            for i in range(len(plan["measures"]))}


FORMATS = {"json": lambda p: json.dumps(p, ensure_ascii=False, indent=1) + "\n",
           "plan": emit_dsl, "md": emit_md, "toml": emit_toml, "tjp": emit_tjp, "sdoc": emit_sdoc, "rst": emit_rst,
           "typ": emit_typ, "dot": emit_dot, "d2": emit_d2, "mmd": emit_mmd, "py": lambda p: emit_py(len(emit_md(p).encode())),
           "journal": emit_ledger, "beancount": lambda p: emit_ledger(p, bean=True), "doorstop": emit_doorstop,
           "schools": emit_schools}


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    ap.add_argument("-n", type=int, required=True, help="number of measures")
    ap.add_argument("-o", required=True, help="output directory, made if absent")
    ap.add_argument("--formats", default=",".join(f for f in FORMATS if f not in ("doorstop", "schools")))
    ap.add_argument("--seed", type=int, default=SEED)
    ap.add_argument("--fault", choices=FAULTS)
    a = ap.parse_args()
    plan = make_plan(a.n, a.seed)
    if a.fault:
        plant(plan, a.fault)
    for name in a.formats.split(","):
        made = FORMATS[name](plan)
        if made is None:
            continue
        for path, text in (made if isinstance(made, dict) else {"plan." + name: made}).items():
            path = os.path.join(a.o, path)
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="\n") as f:
                f.write(text)


if __name__ == "__main__":
    main()
