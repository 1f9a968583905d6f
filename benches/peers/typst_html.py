"""Typst's HTML of a file, by its Python module: typst_html.py IN OUT."""
import sys

import typst

with open(sys.argv[2], "wb") as out:
    out.write(typst.compile(sys.argv[1], format="html"))
