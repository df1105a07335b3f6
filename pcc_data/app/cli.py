"""The command `pcc`, for those who never open Python."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pcc_data.paths import datasets_dir


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is well, 1 when something was found wrong, 2 when it could not run."""
    if arguments is None and sys.getfilesystemencoding() != "utf-8":
        _begin_in_utf8()
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not speak UTF-8
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    try:
        with _some_home():
            return options.run(options)
    except (OSError, ValueError, ImportError) as error:
        print(f"pcc {options.command}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _begin_in_utf8() -> None:
    """Begin anew with names of files in UTF-8, as browsers and records write them; the terminal keeps its own
    encoding."""
    os.environ |= {"PYTHONUTF8": "1", "PYTHONIOENCODING": f"{sys.stdout.encoding if sys.stdout else 'utf-8'}:replace"}
    os.execv(sys.executable, [sys.executable, "-m", "pcc_data", *sys.argv[1:]])


def entry() -> None:
    """The installed command."""
    sys.exit(main())


@contextmanager
def _some_home() -> Iterator[None]:
    """A home folder for the libraries as long as a command runs, where the system knows none (a container whose user
    has no name)."""
    try:
        known = os.environ.get("HOME") != "" and bool(Path.home())
    except RuntimeError:
        known = False
    if known:
        yield
        return
    with TemporaryDirectory(prefix="pcc-home-", ignore_cleanup_errors=True) as home:
        os.environ |= dict.fromkeys(("HOME", "USERPROFILE"), home)
        yield


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pcc", description="Public-community collaborations: cases, checks and notebooks."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    lab = commands.add_parser("lab", help="open the notebooks in JupyterLab")
    lab.add_argument("notebook", nargs="?", default=None, help="notebook to open first")
    lab.add_argument("--port", type=int, default=None, help="port to listen on (default: a free one)")
    lab.add_argument("--projector", action="store_true", help="big type in every picture, for the last row")
    lab.set_defaults(run=_lab)

    present = commands.add_parser("present", help="show one notebook to a room: big type, no code, nothing beside it")
    present.add_argument("notebook", type=Path)
    present.add_argument("--port", type=int, default=None, help="port to listen on (default: a free one)")
    present.set_defaults(run=_present)

    _add_records(commands)

    build = commands.add_parser("build", help="make tables, schema and data card from the records")
    build.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is stale")
    build.set_defaults(run=_build)

    export = commands.add_parser("export", help="save all tables")
    export.add_argument("folder", type=Path)
    export.add_argument("--format", default="csv", help="csv, parquet, xlsx, datapackage or bibtex")
    export.add_argument(
        "--extra", type=Path, default=None, help="folder with records of your own, added to the project's"
    )
    export.add_argument(
        "--replace", action="store_true", help="a record of yours stands in place of the project's of the same id"
    )
    export.add_argument(
        "--excel", action="store_true", help="csv for Excel: letters known, no text taken for a formula"
    )
    export.add_argument(
        "--force", action="store_true", help="replace files that no export wrote, or that were changed since"
    )
    export.set_defaults(run=_export)

    sheet = commands.add_parser("handout", help="run a notebook and save it as a page to print, without code")
    sheet.add_argument("notebook", type=Path)
    sheet.add_argument("--folder", type=Path, default=Path("."), help="where to write it (default: here)")
    sheet.set_defaults(run=_handout)
    return parser


def _add_records(commands: argparse._SubParsersAction) -> None:
    """The commands for those who write records."""
    check = commands.add_parser("check", help="hold records to all rules")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="record or folder of records")
    check.add_argument("--strict", action="store_true", help="count warnings as faults")
    check.set_defaults(run=_check)

    layout = commands.add_parser(
        "format", help="write records in one layout and in the newest format; comments and values are kept"
    )
    layout.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="record or folder of records")
    layout.add_argument("--check", action="store_true", help="write nothing; exit 1 when a record would change")
    layout.set_defaults(run=_format)

    new = commands.add_parser("new-case", help="write a commented template of a record")
    new.add_argument("id", help="id of the case, place first: my-town-solar-roofs")
    new.add_argument("--short", action="store_true", help="what has to be told, without explanations")
    new.add_argument("--folder", type=Path, default=Path("."), help="where to write it (default: here)")
    new.add_argument(
        "--from",
        dest="design",
        type=Path,
        default=None,
        metavar="DESIGN",
        help="take over what a design of the studio says",
    )
    new.set_defaults(run=_new_case)


def _lab(options: argparse.Namespace) -> int:
    from pcc_data.app.lab import run_lab

    return run_lab(
        Path(options.notebook) if options.notebook else None, options.port, "projector" if options.projector else None
    )


def _present(options: argparse.Namespace) -> int:
    from pcc_data.app.lab import run_lab

    return run_lab(options.notebook, options.port, "projector", alone=True)


def _check(options: argparse.Namespace) -> int:
    from pcc_data.records.checking import run_check

    return run_check(options.paths, strict=options.strict)


def _format(options: argparse.Namespace) -> int:
    from pcc_data.records.formatting import run_format

    return run_format(options.paths, options.check)


def _new_case(options: argparse.Namespace) -> int:
    from pcc_data.records.template import run_new_case

    if options.design is None:
        return run_new_case(options.id, options.folder, short=options.short)
    from pcc_data.designs import Design

    return run_new_case(options.id, options.folder, Design.load(options.design).to_record(), short=options.short)


def _build(options: argparse.Namespace) -> int:
    from pcc_data.app.build import build

    folder = datasets_dir()
    changed = build(folder, check=options.check)
    for file in changed:
        print(f"{'stale' if options.check else 'written'}: {file.relative_to(folder)}")
    if not changed:
        print("Everything is fresh.")
    elif options.check:
        print("Run `pcc build` and commit the result.")
    return int(options.check and bool(changed))


def _export(options: argparse.Namespace) -> int:
    from pcc_data.dataset.load import load
    from pcc_data.tables.export import refuse_export

    how = {"overwrite": options.force, "excel": options.excel}
    refuse_export(options.folder, options.format, **how)  # before the records are read
    for file in load(extra=options.extra, replace=options.replace).export(options.folder, options.format, **how):
        print(f"written: {file}")
    return 0


def _handout(options: argparse.Namespace) -> int:
    from pcc_data.pages.handout import handout

    print(f"written: {handout(options.notebook, options.folder).resolve()}")
    return 0
