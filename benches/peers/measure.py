#!/usr/bin/env python3
"""Time the peers on gen.py's plans: wall, CPU, peak memory, output size, growth.

    measure.py --peers "$PEERS" --data "$TMPDIR/plan" -o "$TMPDIR/result.json" [--sizes 20,100,1000]
               [--only NAME,NAME] [--kind check] [--ref NAME] [--runs 5] [--cap 120] [--append]
    measure.py --show "$TMPDIR/result.json"          tables in Markdown

Whole processes, started one at a time, the jobs of a size taken in turn (A B C, A B C, ...) so that
drift of the machine hits all alike; round 0 is not counted and reads peak memory (largest single
process) through /usr/bin/time. Wall is a monotonic clock around the process; CPU is user + system of
the process and the children it waited for, less hurt by a busy neighbour. A job whose first run passes
10 s gets 3 runs, 40 s 1 run; one that fails, passes the cap, or would at linear growth pass --mem GiB
or five times the cap is dropped from larger sizes. --ref adds the medians of each job's CPU and wall ratios
to the job NAME, round by round. --settle runs each job once before each run that counts: a guest machine has to ask
its host for memory behind a process that has given back a gigabyte.
"""
import argparse
import json
import math
import os
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = "{out}/o"
# name: (kind, input file, command, run in the plan's directory; {in} the input, {out} an emptied
#        directory, {p} the peers' root,
#        where the output is: "-" standard output, "" none, or a path; accepted exit codes)
JOBS = {
    "cat": ("limit", "plan.md", "cat {in}", "-", (0,)),
    "wc -c": ("limit", "plan.md", "wc -c {in}", "", (0,)),
    "true": ("limit", "plan.md", "true", "", (0,)),
    "read": ("limit", "plan.md", "{p}/limit read {in}", "", (0,)),
    "utf8 std": ("limit", "plan.md", "{p}/limit std {in}", "", (0,)),
    "utf8 simd": ("limit", "plan.md", "{p}/limit simd {in}", "", (0,)),
    "fangan check": ("check", "plan.plan", "{p}/fangan check --format short {in}", "", (0,)),
    "limit check": ("check", "plan.toml", "{p}/limit check {in}", "", (0,)),
    "ruff": ("check", "plan.py", "ruff check --isolated --no-cache -q {in}", "", (0,)),
    "taplo": ("check", "plan.toml", "taplo check --no-schema {in}", "", (0,)),
    "taplo npm": ("check", "plan.toml", "{p}/npm/node_modules/.bin/taplo check --no-schema {in}", "", (0,)),
    "autocorrect": ("check", "plan.md", "{p}/npm/node_modules/.bin/autocorrect --lint {in}", "", (0, 1)),
    "zhlint": ("check", "plan.md", "{p}/npm/node_modules/.bin/zhlint {in}", "", (0, 1)),
    "hledger": ("check", "plan.journal", "hledger check --strict -f {in}", "", (0,)),
    "ledger": ("check", "plan.journal", "ledger -f {in} --strict --pedantic source", "", (0,)),
    "bean-check": ("check", "plan.beancount", "bean-check -C {in}", "", (0,)),
    "tj3 syntax": ("check", "plan.tjp", "tj3 --silent --no-color --check-syntax {in}", "", (0,)),
    "tj3 schedule": ("check", "plan.tjp", "tj3 --silent --no-color --no-reports {in}", "", (0,)),
    "strictdoc json": ("check", "strictdoc", "strictdoc export {in} --formats json --output-dir {out}", "{out}", (0,)),
    "sphinx dummy": ("check", "sphinx", "sphinx-build -q -E -b dummy {in} {out}", "", (0,)),
    "doorstop": ("check", "doorstop", "doorstop -F -q -j {in}", "", (0,)),
    "acyclic": ("check", "plan.dot", "acyclic -n {in}", "", (0,)),
    "fangan schools 1": ("many", "schools", "{p}/fangan check --format short --jobs 1 {in}", "", (0,)),
    "fangan schools 2": ("many", "schools", "{p}/fangan check --format short --jobs 2 {in}", "", (0,)),
    "fangan fmt": ("check", "plan.plan", "{p}/fangan fmt --check {in}", "", (0, 1)),
    "fangan html": ("render", "plan.plan", "{p}/fangan render --to html {in}", "-", (0,)),
    "fangan md": ("render", "plan.plan", "{p}/fangan render --to markdown {in}", "-", (0,)),
    "fangan json": ("render", "plan.plan", "{p}/fangan export --to json {in}", "-", (0,)),
    "fangan ics": ("render", "plan.plan", "{p}/fangan export --to ics {in}", "-", (0,)),
    "fangan csv": ("render", "plan.plan", "{p}/fangan table --kind duties --to csv {in}", "-", (0,)),
    "fangan xlsx": ("render", "plan.plan", "{p}/fangan table --all --to xlsx -o " + OUT + ".xlsx {in}", OUT + ".xlsx", (0,)),
    "fangan docx": ("render", "plan.plan", "{p}/fangan render --to docx -o " + OUT + ".docx {in}", OUT + ".docx", (0,)),
    "limit html": ("render", "plan.toml", "{p}/limit html {in}", "-", (0,)),
    "md4c": ("render", "plan.md", "{p}/md4c {in}", "-", (0,)),
    "cmark": ("render", "plan.md", "cmark {in}", "-", (0,)),
    "pulldown-cmark": ("render", "plan.md", "{p}/cargo/bin/pulldown-cmark -T {in}", "-", (0,)),
    "comrak": ("render", "plan.md", "{p}/cargo/bin/comrak -e table {in}", "-", (0,)),
    "pandoc": ("render", "plan.md", "pandoc -f gfm -t html5 -o " + OUT + " {in}", OUT, (0,)),
    "typst pdf": ("render", "plan.typ", "{p}/cargo/bin/typst compile {in} " + OUT + ".pdf", OUT + ".pdf", (0,)),
    "typst html": ("render", "plan.typ", "{p}/cargo/bin/typst compile --features html {in} " + OUT + ".html",
                   OUT + ".html", (0,)),
    # The same engine as a Python module, where the command is not at hand: the start of Python is in it.
    "typst py": ("render", "plan.typ", "python3 " + HERE + "/typst_html.py {in} " + OUT + ".html", OUT + ".html", (0,)),
    "sphinx html": ("render", "sphinx", "sphinx-build -q -E -b html -d {out}/d {in} {out}/h", "{out}/h", (0,)),
    "strictdoc html": ("render", "strictdoc", "strictdoc export {in} --config {in}/lean.toml --output-dir {out}",
                       "{out}/html/strictdoc", (0,)),
    "strictdoc all views": ("render", "strictdoc", "strictdoc export {in} --output-dir {out}",
                            "{out}/html/strictdoc", (0,)),
    "tj3 report": ("render", "plan.tjp", "tj3 --silent --no-color -o {out} {in}", "{out}/report.html", (0,)),
    "fangan dot": ("graph", "plan.plan", "{p}/fangan graph --to dot {in}", "-", (0,)),
    "fangan svg": ("graph", "plan.plan", "{p}/fangan graph --to svg {in}", "-", (0,)),
    "limit dot": ("graph", "plan.toml", "{p}/limit dot {in}", "-", (0,)),
    "nop": ("graph", "plan.dot", "nop {in}", "-", (0,)),                   # Graphviz's reader and printer
    "dot svg": ("graph", "plan.dot", "dot -Tsvg -o " + OUT + " {in}", OUT, (0,)),
    "sfdp svg": ("graph", "plan.dot", "sfdp -Tsvg -o " + OUT + " {in}", OUT, (0,)),
    "d2 wasm": ("graph", "plan.d2", "node {p}/npm/d2run.mjs {in} " + OUT, OUT, (0,)),
    "mermaid gantt": ("graph", "plan.mmd", "{p}/npm/node_modules/.bin/mmdc -q -p {p}/npm/pp.json "
                      "-c {p}/npm/mm.json -i {in} -o " + OUT + ".svg", OUT + ".svg", (0,)),
}


def size_of(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(path) for f in fs)
    return os.path.getsize(path) if os.path.exists(path) else 0


def once(argv, env, cwd, out, cap):
    """One run in its own process group: (wall seconds or None past the cap, exit code, CPU seconds)."""
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    late = []

    def kill():
        late.append(True)
        os.killpg(p.pid, signal.SIGKILL)
    with open(out + ".out", "wb") as so, open(out + ".err", "wb") as se:
        t = time.perf_counter()
        p = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=so, stderr=se, env=env, cwd=cwd,
                             start_new_session=True)
        timer = threading.Timer(cap, kill)
        timer.start()
        _, status, used = os.wait4(p.pid, 0)
        wall = time.perf_counter() - t
        timer.cancel()
    p.returncode = os.waitstatus_to_exitcode(status)
    return None if late else wall, p.returncode, used.ru_utime + used.ru_stime


def measure(a, names):
    env = dict(os.environ, LC_ALL="C.UTF-8", PATH=os.pathsep.join(
        [a.peers + "/venv/bin", a.peers + "/cargo/bin", os.environ["PATH"]]))
    rows = json.load(open(a.o)) if a.append and os.path.exists(a.o) else []
    dropped = {}
    for n in a.sizes:
        src, state = os.path.join(a.data, str(n)), {}
        fresh = not os.path.exists(src + "/plan.json")
        if fresh:
            subprocess.run([sys.executable, HERE + "/gen.py", "-n", str(n), "-o", src], check=True)
        for folder in {JOBS[x][1] for x in names if x not in dropped} & {"doorstop", "schools"}:
            if not os.path.exists(src + "/" + folder):
                subprocess.run([sys.executable, HERE + "/gen.py", "-n", str(n), "-o", src, "--formats", folder],
                               check=True)
                if folder == "doorstop":
                    subprocess.run(["git", "init", "-q", src + "/doorstop"], check=True)
        todo = [x for x in names if x not in dropped]
        for rnd in range(a.runs + 1):                       # round 0 warms up and reads memory
            for name in todo:
                kind, file, cmd, where, codes = JOBS[name]
                st = state.setdefault(name, {"walls": [], "cpus": [], "want": a.runs})
                if len(st["walls"]) >= st["want"] or "why" in st:
                    continue
                out = os.path.join(a.data, "out", name.replace(" ", "-"))
                fill = lambda s: s.replace("{in}", file).replace("{out}", out).replace("{p}", a.peers)
                argv = fill(cmd).split()
                wrap = ["/usr/bin/time", "-q", "-f", "%M", "-o", out + ".peak"] if rnd == 0 else []
                if a.settle and rnd:
                    once(argv, env, src, out, a.cap)
                wall, rc, cpu = once(wrap + argv, env, src, out, a.cap)
                if wall is None or rc not in codes:
                    st["why"] = "over %d s" % a.cap if wall is None else "exit %d" % rc
                    continue
                if rnd == 0:
                    made = size_of(out + ".out" if where == "-" else fill(where)) if where else 0
                    st.update(peak=int(open(out + ".peak").read().split()[-1]), bytes_out=made,
                              bytes_in=size_of(src + "/" + file))
                    st["want"] = 1 if wall > 40 else min(3, a.runs) if wall > 10 else a.runs
                if rnd or st["want"] == 1:
                    st["walls"].append(wall)
                    st["cpus"].append(cpu)
        for name, st in state.items():
            row = {"name": name, "kind": JOBS[name][0], "n": n, "runs": len(st["walls"])}
            if "why" in st:
                dropped[name] = row["why"] = st["why"]
            else:
                grow = a.sizes[min(a.sizes.index(n) + 1, len(a.sizes) - 1)] / n
                if st["peak"] * grow > a.mem * 2**20 or statistics.median(st["walls"]) * grow > 5 * a.cap:
                    dropped[name] = "too large"
                w = st["walls"]
                row.update(median=statistics.median(w), low=min(w), high=max(w), cpu=statistics.median(st["cpus"]),
                           **{k: st[k] for k in ("peak", "bytes_in", "bytes_out")})
                if a.ref in state:
                    of = state[a.ref]
                    row["ratio"] = statistics.median(x / y for x, y in zip(st["cpus"], of["cpus"]))
                    row["wall ratio"] = statistics.median(x / y for x, y in zip(st["walls"], of["walls"]))
            rows = [r for r in rows if (r["name"], r["n"]) != (name, n)] + [row]
            print(json.dumps(row), flush=True)
        json.dump(rows, open(a.o, "w"), indent=0)


def fmt(s):
    return "%.1f ms" % (s * 1e3) if s < .1 else "%.0f ms" % (s * 1e3) if s < 1 else "%.2f s" % s if s < 10 else "%.0f s" % s


def show(path):
    """Per job: 'median wall / median CPU' at each size (runs when not 5), and what follows from them."""
    rows = json.load(open(path))
    at = {(r["name"], r["n"]): r for r in rows}
    sizes = sorted({r["n"] for r in rows})
    for kind in ("limit", "check", "many", "render", "graph"):
        print("\n### %s\n\n| job | %s | exponent (wall, CPU) | peak MiB | output |" % (
            kind, " | ".join("N=%d" % n for n in sizes)))
        print("|" + " --- |" * (len(sizes) + 4))
        for name in [x for x in JOBS if JOBS[x][0] == kind and any(r["name"] == x for r in rows)]:
            got = [at[name, n] for n in sizes if (name, n) in at and "median" in at[name, n]]
            cell = lambda r: "" if r is None else r["why"] if "why" in r else "%s / %s%s" % (
                fmt(r["median"]), fmt(r["cpu"]), "" if r["runs"] == 5 else " (%d)" % r["runs"])
            exps = []
            for key in ("median", "cpu"):       # last step, the smallest plan's time taken off as start-up
                if len(got) >= 3 and got[-2][key] > 1.2 * got[0][key]:
                    b, c = (g[key] - got[0][key] for g in got[-2:])
                    exps.append("%.2f" % (math.log(c / b) / math.log(got[-1]["n"] / got[-2]["n"])))
            last = got[-1] if got else {"bytes_out": 0}
            print("| %s | %s | %s | %s | %s |" % (
                name, " | ".join(cell(at.get((name, n))) for n in sizes), ", ".join(exps),
                " / ".join("%.0f" % (r["peak"] / 1024) for r in got),
                "%.2f MB (x%.2f)" % (last["bytes_out"] / 1e6, last["bytes_out"] / last["bytes_in"])
                if last["bytes_out"] else ""))


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    ap.add_argument("--show")
    ap.add_argument("--peers", default=os.environ.get("PEERS"))
    ap.add_argument("--data")
    ap.add_argument("-o")
    ap.add_argument("--sizes", type=lambda s: [int(x) for x in s.split(",")], default=[20, 100, 1000, 10000, 100000])
    ap.add_argument("--only")
    ap.add_argument("--kind")
    ap.add_argument("--ref")
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--cap", type=float, default=120)
    ap.add_argument("--mem", type=float, default=12)
    ap.add_argument("--settle", action="store_true")
    ap.add_argument("--append", action="store_true")
    a = ap.parse_args()
    if a.show:
        return show(a.show)
    if not (a.peers and a.data and a.o):
        ap.error("--peers, --data and -o are needed")
    a.peers, a.data = os.path.abspath(a.peers), os.path.abspath(a.data)
    names = a.only.split(",") if a.only else [x for x in JOBS if a.kind in (None, JOBS[x][0])]
    measure(a, names)


if __name__ == "__main__":
    main()
