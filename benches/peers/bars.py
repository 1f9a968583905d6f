#!/usr/bin/env python3
"""Measure every row of the table of speed in docs/performance.md and print it.

    bars.py --peers "$PEERS" --data "$TMPDIR/plan" -o "$TMPDIR/bars.json" [--runs 9] [--only check,html,…]
    bars.py --show "$TMPDIR/bars.json"

Ratios are of processor time, taken round by round by measure.py; "wall" is of the clock, for what is done at once, and
wants a machine at rest, or `nice -n -20` before the command. A row whose peer is not installed is left blank.
"""
import argparse
import json
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# name: (jobs, what they are held against, sizes)
GROUPS = {
    "check": ("fangan check,limit check,ruff,ledger", "limit check", "20,1000,10000,100000"),
    "taplo": ("fangan check,taplo", "taplo", "20"),
    "tj3": ("fangan check,tj3 schedule", "tj3 schedule", "20,1000"),
    "html": ("fangan html,md4c,cmark,comrak", "md4c", "1000,10000"),
    # By itself and settled: behind a process that has touched a gigabyte all others take longer.
    "typst": ("fangan html,typst py", "typst py", "1000,10000"),
    "dot": ("fangan dot,fangan check", "fangan check", "1000,10000"),
    "svg": ("fangan svg,dot svg", "dot svg", "1000"),
    "svg large": ("fangan svg,sfdp svg", "sfdp svg", "10000"),
    "schools": ("fangan schools 1,fangan schools 2", "fangan schools 2", "2000"),
    "growth": ("fangan check,fangan html,fangan docx,fangan md,fangan xlsx,fangan csv,fangan ics,fangan json,"
               "fangan dot,fangan svg,fangan fmt", "fangan check", "20,1000,10000,100000"),
}
# what, group, the figure, job, size, must, aim
BARS = [(what % n, "check", "ratio", "fangan check", n, *bars) for n, bars in
        ((20, (4, 3)), (1000, (14, 6.5)), (10000, (19, 3.5)), (100000, (18, 2.4)))
        for what in ("check, N = %d, to the bare program",)]
BARS += [("check, N = 20, to taplo", "taplo", "ratio", "fangan check", 20, 1, 1)]
BARS += [("check, N = %d, to TaskJuggler" % n, "tj3", "ratio", "fangan check", n, .01, .01) for n in (20, 1000)]
BARS += [("check, memory to the input, N = 100000", "check", "memory", "fangan check", 100000, 8, 5)]
BARS += [("check + HTML, N = %d, to md4c" % n, "html", "ratio", "fangan html", n, 3, 2) for n in (1000, 10000)]
BARS += [("check + HTML, N = %d, to typst by twenty" % n, "typst", "typst", "fangan html", n, 1, 1) for n in (1000, 10000)]
BARS += [("check + DOT, N = %d, to check" % n, "dot", "ratio", "fangan dot", n, 1.5, 1.2) for n in (1000, 10000)]
BARS += [("dependencies as SVG, N = 1000, to dot", "svg", "ratio", "fangan svg", 1000, .3, .1),
         ("dependencies as SVG, N = 10000, to sfdp", "svg large", "ratio", "fangan svg", 10000, 1, .3),
         ("2,000 small plans, on two cores against one", "schools", "wall", "fangan schools 1", 2000, 1.8, 1.95)]
BARS += [("growth from N = 1000 to 100000: " + job[7:], "growth", "exponent", job, 100000, 1.25, 1.1)
         for job in GROUPS["growth"][0].split(",")]


def figure(rows, kind, job, n):
    """What was found, or None if it was not measured."""
    at = {(r["name"], r["n"]): r for r in rows if "cpu" in r}
    row = at.get((job, n))
    if row is None:
        return None
    if kind == "memory":
        return row["peak"] * 1024 / row["bytes_in"]
    if kind == "typst":
        typst = at.get(("typst py", n))
        return typst and row["cpu"] * 20 / typst["cpu"]
    if kind == "exponent":
        small = at.get((job, 1000))
        return small and math.log(row["cpu"] / small["cpu"]) / math.log(n / 1000)
    return row.get("wall ratio" if kind == "wall" else "ratio")


def show(path):
    found = json.load(open(path))
    print("| what | must | aim | found | |\n|---|---|---|---|---|")
    for what, group, kind, job, n, must, aim in BARS:
        value = figure(found.get(group, []), kind, job, n)
        if value is None:
            continue
        sign, met = ("over", lambda bar: value >= bar) if kind == "wall" else ("under", lambda bar: value <= bar)
        verdict = "aim met" if met(aim) else "met" if met(must) else "missed"
        print("| %s | %s %g | %g | %.2f | %s |" % (what, sign, must, aim, value, verdict))


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    ap.add_argument("--show")
    ap.add_argument("--peers", default=os.environ.get("PEERS"))
    ap.add_argument("--data")
    ap.add_argument("-o")
    ap.add_argument("--runs", default="9")
    ap.add_argument("--only")
    a = ap.parse_args()
    if a.show:
        return show(a.show)
    if not (a.peers and a.data and a.o):
        ap.error("--peers, --data and -o are needed")
    found = json.load(open(a.o)) if os.path.exists(a.o) else {}
    for group in a.only.split(",") if a.only else GROUPS:
        jobs, ref, sizes = GROUPS[group]
        part = "%s.%s.json" % (a.o, group.replace(" ", "-"))
        subprocess.run([sys.executable, HERE + "/measure.py", "--peers", a.peers, "--data", a.data, "-o", part,
                        "--only", jobs, "--ref", ref, "--sizes", sizes, "--runs", a.runs,
                        *(["--settle"] if group == "typst" else [])], check=True, stdout=subprocess.DEVNULL)
        found[group] = json.load(open(part))
        os.remove(part)
        json.dump(found, open(a.o, "w"), indent=0)
    show(a.o)


if __name__ == "__main__":
    main()
