"""House rules that can be read off the code: short functions and files, docstrings, no pyplot, no network address."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "pcc_data"
FILES = sorted(PACKAGE.rglob("*.py"))
COLUMNS = 120
FUNCTION = 50  # lines, docstrings included
FILE = 400
# Addresses that are names of formats or of the licence: they are written into files, nothing is fetched from them.
NAMES = (
    "http://www.w3.org/",
    "https://json-schema.org/draft/",
    "https://datapackage.org/profiles/",
    "https://creativecommons.org/licenses/",
    "http://127.0.0.1:",  # where a server of ours listens
)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def named(file: Path) -> str:
    return str(file.relative_to(PACKAGE.parent))


def docstrings(module: ast.Module) -> set[ast.AST]:
    """Strings that stand alone as a statement: docstrings and notes under a name."""
    return {
        node.value for node in ast.walk(module) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


@pytest.mark.parametrize("file", FILES, ids=named)
def test_functions_and_files_are_short(file):
    functions = [node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: lines for node in functions if (lines := node.end_lineno - node.lineno + 1) > FUNCTION}
    assert not long and len(file.read_text(encoding="utf-8").splitlines()) <= FILE


def test_no_line_is_longer_than_the_rule_says_whatever_stands_at_its_end():
    """The checker of style passes over a line that ends with a word to another checker."""
    root = PACKAGE.parent
    long = [
        f"{file.relative_to(root)}:{number}"
        for file in (root / "start.py", *FILES, *sorted((root / "tests").rglob("*.py")))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if len(line) > COLUMNS
    ]
    assert not long


@pytest.mark.parametrize("file", FILES, ids=named)
def test_public_functions_and_classes_say_what_they_do(file):
    public = [
        node
        for node in tree(file).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert ast.get_docstring(tree(file)) and not [node.name for node in public if not ast.get_docstring(node)]


@pytest.mark.parametrize("file", FILES, ids=named)
def test_no_pyplot_and_no_address(file):
    module = tree(file)
    loaded = {
        alias.name for node in ast.walk(module) if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names
    }
    loaded |= {str(node.module) for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}
    assert not [name for name in loaded if "pyplot" in name]
    told = docstrings(module)
    texts = [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told
    ]
    found = [address for text in texts for address in re.findall(r"https?://\w[^\s\"']*", text)]
    assert not [address for address in found if not address.startswith(NAMES)]


WRITES = {"write_text", "write_bytes", "to_csv", "to_excel", "to_parquet", "savefig"}
IN_MEMORY = {"out", "book"}
"""What these calls may write to: a buffer, or a workbook in one."""
ON_DISK = {"writing.py", "lab.py"}
"""The one way to write, and a folder that lives as long as JupyterLab."""


@pytest.mark.parametrize("file", [file for file in FILES if file.name not in ON_DISK], ids=named)
def test_files_are_written_in_one_way(file):
    calls = [
        node
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args
    ]
    texts = {ast.unparse(node): (node.func.attr, ast.unparse(node.args[0])) for node in calls}
    writing = [call for call, (name, to) in texts.items() if name in WRITES and to not in IN_MEMORY]
    writing += [call for call, (name, mode) in texts.items() if name == "open" and mode[1:2] in ("w", "a", "x")]
    assert not writing
