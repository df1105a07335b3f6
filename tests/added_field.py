"""A walk through a copy of the project to which the field `membership` was added: prints what each part says of it.

Run with the copy as working folder: `python added_field.py CASE REASON`.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
from pathlib import Path

import pcc_data as pcc
from pcc_data.app.cli import main
from pcc_data.paths import datasets_dir

CASE, REASON = sys.argv[1:]
FILE = datasets_dir() / "cases" / f"{CASE}.yaml"
TEXT = FILE.read_text(encoding="utf-8")


def command(*words: object) -> tuple[int, str]:
    """What a command of `pcc` returns and says."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        return main([str(word) for word in words]), out.getvalue()


def checked(code: str, reason: bool) -> tuple[int, str]:
    """What `pcc check` says of the case once it has a code in the new field, with or without a reason."""
    text = re.sub("(?m)^decision_right: .*$", rf"\g<0>\nmembership: {code}", TEXT)
    if reason:
        basis = f"  membership:\n    basis: {REASON}\n    sources: [s1]"
        text = text.replace("\ncoding_basis:\n", f"\ncoding_basis:\n{basis}\n")
    FILE.write_text(text, encoding="utf-8")
    return command("check", FILE)


def template(case: str, *words: str) -> str:
    """The template of a record."""
    assert command("new-case", case, "--folder", "new", *words)[0] == 0
    return (Path("new") / f"{case}.yaml").read_text(encoding="utf-8")


def asked() -> dict[str, object]:
    """What the data set, its cards and its comparisons say."""
    data = pcc.load()
    why = data.why(CASE, "membership")
    other = next(case for case in data.cases.index if case != CASE)
    chart = pcc.charts.cross_table(data, "sector", "membership")
    axes = pcc.explore.compare(data, columns="membership").controls["rows"].options
    return {
        "why": [why.label, why.value, why.basis, list(why.sources["source"]), why.year],
        "year": int(data.cases.at[CASE, "status_as_of"]),
        "why not": str(data.why(other, "membership")),
        "card": [repr(data.case(CASE)), data.case(CASE).part("rights")],
        "filter": list(data.filter(membership="open").cases.index),
        "not found": [len(data.filter(membership="not_found")), len(data)],
        "compare": {code: int(n) for code, n in pcc.compare(data, "sector", "membership").loc["all"].items()},
        "cross table": [chart.text, list(chart.table.columns)],
        "axes": [label for label, _ in axes],
    }


found: dict[str, object] = {
    "wrong code": checked("opne", True),
    "no reason": checked("open", False),
    "right": checked("open", True),
    "written": command("format", FILE),
    "layout": command("format", "--check", FILE),
    "build": command("build"),
    "template": template("any-town-hall"),
    "short": template("my-town-hall", "--short"),
    "schema": json.loads((datasets_dir() / "schema.json").read_text(encoding="utf-8"))["$defs"]["Record"],
}
print(json.dumps(found | asked()))
