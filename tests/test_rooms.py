"""The rooms of the house: data flow one way, and every public name is found by its file."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import pcc_data as pcc

PACKAGE = Path(__file__).resolve().parents[1] / "pcc_data"
ROOMS = [
    "files",
    "",
    "records",
    "tables",
    "dataset",
    "analysis",
    "designs",
    "quiz",
    "drawing",
    "charts",
    "pages",
    "controls",
    "explore",
    "room",
    "app",
]
"""From the ground up: each knows only itself and those before it. The one without a name is the files that lie beside
them all."""
ENTRANCES = {"pcc_data", "pcc_data.__main__"}
"""They lead into every room."""
KNOWN = {("pcc_data.dataset.dataset", "pcc_data.pages.card")}  # a case shows itself as a card
GROUND = {
    "codebook": "codes",
    "set_language": "codes",
    "use_style": "settings",
    "RecordsError": "errors",
    "datasets_dir": "paths",
    "check_text": "pcc_data.records.checking",
    "short_template": "template",
    "incoming": "import_cases",
}
"""Public names that live in a file which holds more."""


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def room_of(module: str) -> int:
    parts = module.split(".")
    return ROOMS.index(parts[1] if len(parts) > 1 and (PACKAGE / parts[1]).is_dir() else "")


def imported(module: str) -> set[str]:
    """Modules of the package that a module imports, inside its functions too; what only a type checker reads is left
    out."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    typing = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    unread = {id(inner) for node in typing for inner in ast.walk(node)}
    found = set()
    for node in ast.walk(tree):
        if id(node) not in unread and isinstance(node, ast.ImportFrom) and str(node.module).startswith("pcc_data"):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (names & MODULES.keys()) or {str(node.module)}
        assert not isinstance(node, ast.ImportFrom) or not node.level, "imports name the whole path"
    return found - {"pcc_data"}


IMPORTS = {module: imported(module) for module in MODULES}


def test_every_folder_is_a_room():
    assert {file.parent.name for file in PACKAGE.glob("*/__init__.py")} == set(ROOMS) - {""}


@pytest.mark.parametrize("module", sorted(set(MODULES) - ENTRANCES))
def test_a_room_knows_only_those_below_it(module):
    up = {(module, other) for other in IMPORTS[module] if room_of(other) > room_of(module)}
    assert up <= KNOWN


def test_there_are_no_circles():
    open_, done = [], set()

    def follow(module: str) -> None:
        assert module not in open_, " -> ".join([*open_[open_.index(module) :], module])
        if module in done:
            return
        open_.append(module)
        for other in sorted(IMPORTS[module]):
            if (module, other) not in KNOWN:
                follow(other)
        done.add(open_.pop())

    for module in sorted(set(MODULES) - ENTRANCES):
        follow(module)


@pytest.mark.parametrize("room", ["charts", "explore"])
def test_each_chart_and_explorer_has_the_file_of_its_name(room):
    public = set(getattr(pcc, room).__all__) - {"Chart", "Explorer"}
    there = {path.stem.removeprefix("_") for path in (PACKAGE / room).iterdir() if not path.name.startswith("__")}
    assert there - {"kit"} == public
    for name in public:
        home = getattr(getattr(pcc, room), name).__module__
        assert home.startswith(f"pcc_data.{room}._{name}")


@pytest.mark.parametrize("room", ["charts", "explore"])
def test_type_checkers_know_each_chart_and_explorer(room):
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))
    (typing,) = [node for node in tree.body if isinstance(node, ast.If)]
    known = [
        (alias.name, alias.asname) for node in typing.body if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    assert sorted(known) == sorted((name, name) for name in getattr(pcc, room).__all__)


@pytest.mark.parametrize("name", sorted(set(pcc.__all__) - {"__version__"}))
def test_each_public_name_is_found_by_a_file(name):
    stems = {folder: folder for folder in ROOMS} | {module.split(".")[-1]: module for module in MODULES}
    stems |= {module: module for module in MODULES}  # records and designs both have a file checking
    home = GROUND.get(name, re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower())
    assert home in stems
    value = getattr(pcc, name)
    assert name in ("charts", "explore", "qca", "codebook") or value.__module__ == stems[home]


@pytest.mark.parametrize("module", sorted(set(MODULES) - ENTRANCES))
def test_a_file_with_one_public_name_bears_it(module):
    tree, public = ast.parse(MODULES[module].read_text(encoding="utf-8")), []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            public.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            public += [ast.unparse(target) for target in getattr(node, "targets", [getattr(node, "target", None)])]
    public = [name for name in public if not name.startswith("_")]
    if len(public) == 1 and MODULES[module].name != "__init__.py":
        assert re.sub(r"(?<=[a-z])(?=[A-Z])", "_", public[0]).lower() == MODULES[module].stem.removeprefix("_")
