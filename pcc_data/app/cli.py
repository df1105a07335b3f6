"""The command `pcc`, for those who never open Python."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pcc_data.paths import catalogues, datasets_dir
from pcc_data.room.places import VISITORS
from pcc_data.say import say
from pcc_data.settings import FIRST


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is well, 1 when something was found wrong, 2 when it could not run."""
    if arguments is None and sys.getfilesystemencoding() != "utf-8":
        _begin_in_utf8()
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not speak UTF-8
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(_worded(sys.argv[1:] if arguments is None else arguments))
    try:
        with _some_home():
            return options.run(options)
    except (OSError, ValueError, ImportError) as error:
        print(f"pcc {options.command}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _worded(arguments: Sequence[str]) -> list[str]:
    """The same with `help` (and the name of a command) as the parser knows it: `help room` is `room --help`."""
    return [*arguments[1:], "--help"] if arguments[:1] == ["help"] else list(arguments)


def _begin_in_utf8() -> None:
    """Begin anew with names of files in UTF-8, as browsers and records write them; the terminal keeps its own
    encoding."""
    os.environ |= {"PYTHONUTF8": "1", "PYTHONIOENCODING": f"{sys.stdout.encoding if sys.stdout else 'utf-8'}:replace"}
    os.execv(sys.executable, [sys.executable, "-m", "pcc_data", *sys.argv[1:]])


def entry() -> None:
    """The installed command.

    A server that is stopped in the middle of an answer can leave a thread of AnyIO that waits for work for ever, and
    Python would wait for it.
    """
    # jsonschema, with which Jupyter checks notebooks, compiles a grammar of web addresses (IRI) at each start: over
    # a second. No notebook has a field of that kind, and jsonschema goes without where the grammar is not installed.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    try:
        status: object = main()
    except SystemExit as end:
        status = end.code
    if any(thread.name.startswith("AnyIO") for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else int(status is not None))
    sys.exit(status)  # type: ignore[arg-type]


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
    parser = argparse.ArgumentParser(prog="pcc", description=say("pcc.about"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    lab = commands.add_parser("lab", help=say("pcc.lab"))
    lab.add_argument("notebook", nargs="?", default=None, help=say("pcc.lab-notebook"))
    lab.add_argument("--port", type=int, default=None, help=say("pcc.port"))
    lab.add_argument("--projector", action="store_true", help=say("pcc.lab-projector"))
    lab.set_defaults(run=_lab)

    pages = commands.add_parser("open", help=say("pcc.open"))
    pages.add_argument("notebook", nargs="?", type=Path, default=None, help=say("pcc.lab-notebook"))
    pages.add_argument("--port", type=int, default=None, help=say("pcc.port"))
    pages.add_argument("--projector", action="store_true", help=say("pcc.lab-projector"))
    pages.set_defaults(run=_open)

    present = commands.add_parser("present", help=say("pcc.present"))
    present.add_argument("notebook", type=Path)
    present.add_argument("more", type=Path, nargs="*", metavar="NOTEBOOK", help=say("pcc.present-more"))
    present.add_argument("--port", type=int, default=None, help=say("pcc.port"))
    present.add_argument("--no-browser", action="store_true", help=say("pcc.no-browser"))
    present.set_defaults(run=_present)

    _add_room(commands)
    _add_records(commands)

    build = commands.add_parser("build", help=say("pcc.build"))
    build.add_argument("--check", action="store_true", help=say("pcc.build-check"))
    build.set_defaults(run=_build)

    export = commands.add_parser("export", help=say("pcc.export"))
    export.add_argument("folder", type=Path)
    export.add_argument("--format", default="csv", help=say("pcc.export-format"))
    export.add_argument("--extra", type=Path, default=None, help=say("pcc.export-extra"))
    export.add_argument("--replace", action="store_true", help=say("pcc.export-replace"))
    export.add_argument("--excel", action="store_true", help=say("pcc.export-excel"))
    export.add_argument("--force", action="store_true", help=say("pcc.export-force"))
    export.set_defaults(run=_export)

    _add_handout(commands)

    ready = commands.add_parser("ready", help=say("pcc.ready"))
    ready.add_argument("--minutes", type=int, default=90, help=say("pcc.ready-minutes"))
    ready.add_argument("--phones", type=int, default=0, help=say("pcc.ready-phones"))
    ready.add_argument("--port", type=int, default=None, help=say("pcc.port"))
    ready.add_argument("--quick", action="store_true", help=say("pcc.ready-quick"))
    ready.set_defaults(run=_ready)
    return parser


def _add_handout(commands: argparse._SubParsersAction) -> None:
    """The command for paper."""
    from pcc_data.app.handouts import WORDS

    sheet = commands.add_parser("handout", help=say("pcc.handout"), epilog=say("pcc.handout-more"))
    sheet.add_argument("what", metavar="WHAT", help=say("pcc.handout-what", words=", ".join([*WORDS, "all"])))
    sheet.add_argument("names", nargs="*", metavar="NAME", help=say("pcc.handout-names"))
    sheet.add_argument("--key", action="store_true", help=say("pcc.handout-key"))
    sheet.add_argument("--per-sheet", type=int, default=None, choices=(1, 2, 4), help=say("pcc.handout-per-sheet"))
    sheet.add_argument("--folder", type=Path, default=None, help=say("pcc.folder"))
    sheet.set_defaults(run=_handout)


def _add_room(commands: argparse._SubParsersAction) -> None:
    """The command that opens notebooks to the people in a room."""
    room = commands.add_parser("room", help=say("room.about"))
    room.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK", help=say("room.notebooks-arg"))
    room.add_argument("--ip", default=None, metavar="ADDRESS", help=say("room.ip"))
    room.add_argument("--all-interfaces", action="store_true", help=say("room.everywhere-help"))
    room.add_argument("--port", type=int, default=None, help=say("pcc.port"))
    room.add_argument("--visitors", type=int, default=VISITORS, help=say("room.visitors", usual=VISITORS))
    room.add_argument("--designs", type=Path, default=None, metavar="FOLDER", help=say("room.folder-help"))
    if len(catalogues()) > 1:  # one alone is no choice
        room.add_argument("--language", choices=catalogues(), help=say("room.language", first=FIRST))
    room.add_argument("--no-browser", action="store_true", help=say("pcc.no-browser"))
    room.set_defaults(run=_room, language=FIRST)


def _add_records(commands: argparse._SubParsersAction) -> None:
    """The commands for those who write records."""
    check = commands.add_parser("check", help=say("pcc.check"))
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=say("pcc.paths"))
    check.add_argument("--strict", action="store_true", help=say("pcc.check-strict"))
    check.set_defaults(run=_check)

    layout = commands.add_parser("format", help=say("pcc.format"))
    layout.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=say("pcc.paths"))
    layout.add_argument("--check", action="store_true", help=say("pcc.format-check"))
    layout.set_defaults(run=_format)

    new = commands.add_parser("new-case", help=say("pcc.new-case"))
    new.add_argument("id", nargs="?", default=None, help=say("pcc.new-case-id"))
    new.add_argument("--short", action="store_true", help=say("pcc.new-case-short"))
    new.add_argument("--folder", type=Path, default=Path("."), help=say("pcc.folder"))
    new.add_argument("--from", dest="design", type=Path, default=None, metavar="DESIGN", help=say("pcc.new-case-from"))
    new.add_argument(
        "--xlsx", nargs="?", type=Path, const=Path("my_cases.xlsx"), metavar="FILE", help=say("incoming.new-case-xlsx")
    )
    new.set_defaults(run=_new_case)

    incoming = commands.add_parser("import", help=say("incoming.import"))
    incoming.add_argument("file", type=Path, metavar="FILE", help=say("incoming.import-file"))
    incoming.add_argument("--folder", type=Path, default=Path("my_cases"), help=say("incoming.import-folder"))
    incoming.add_argument("--incomplete", action="store_true", help=say("incoming.import-incomplete"))
    incoming.add_argument(
        "--map", dest="columns", type=Path, default=None, metavar="COLUMNS.yaml", help=say("incoming.import-map")
    )
    incoming.set_defaults(run=_import)


def _lab(options: argparse.Namespace) -> int:
    from pcc_data.app.lab import run_lab

    return run_lab(
        Path(options.notebook) if options.notebook else None, options.port, "projector" if options.projector else None
    )


def _open(options: argparse.Namespace) -> int:
    from pcc_data.app.lab import run_lab

    return run_lab(options.notebook, options.port, "projector" if options.projector else None, live=True)


def _present(options: argparse.Namespace) -> int:
    from pcc_data.app.present import run_present

    return run_present([options.notebook, *options.more], options.port, browser=not options.no_browser)


def _room(options: argparse.Namespace) -> int:
    from pcc_data.app.run_room import run_room

    ip = options.ip or ("0.0.0.0" if options.all_interfaces else None)
    return run_room(
        options.notebooks,
        ip,
        options.port,
        visitors=options.visitors,
        everywhere=options.all_interfaces,
        designs=options.designs,
        language=options.language,
        browser=not options.no_browser,
    )


def _check(options: argparse.Namespace) -> int:
    from pcc_data.records.checking import run_check

    return run_check(options.paths, strict=options.strict)


def _format(options: argparse.Namespace) -> int:
    from pcc_data.records.formatting import run_format

    return run_format(options.paths, options.check)


def _new_case(options: argparse.Namespace) -> int:
    from pcc_data.records.template import run_new_case
    from pcc_data.tables.incoming.template_workbook import run_template

    if options.xlsx is not None:
        return run_template(options.folder / options.xlsx)
    if options.id is None:
        raise ValueError(say("incoming.new-case-one"))
    if options.design is None:
        return run_new_case(options.id, options.folder, short=options.short)
    from pcc_data.designs import Design

    design = Design.load(options.design)
    for repair in design.repairs:
        print(repair, file=sys.stderr)
    return run_new_case(options.id, options.folder, design.to_record(), short=options.short)


def _import(options: argparse.Namespace) -> int:
    from pcc_data.tables.incoming.import_cases import run_import

    return run_import(options.file, options.folder, incomplete=options.incomplete, columns=options.columns)


def _build(options: argparse.Namespace) -> int:
    from pcc_data.app.build import build

    folder = datasets_dir()
    changed = build(folder, check=options.check)
    for file in changed:
        print(say("pcc.stale" if options.check else "pcc.written", file=str(file.relative_to(folder))))
    if not changed:
        print(say("pcc.fresh"))
    elif options.check:
        print(say("pcc.run-build"))
    return int(options.check and bool(changed))


def _export(options: argparse.Namespace) -> int:
    from pcc_data.dataset.load import load
    from pcc_data.tables.export import refuse_export

    how = {"overwrite": options.force, "excel": options.excel}
    refuse_export(options.folder, options.format, **how)  # before the records are read
    for file in load(extra=options.extra, replace=options.replace).export(options.folder, options.format, **how):
        print(say("pcc.written", file=str(file)))
    return 0


def _handout(options: argparse.Namespace) -> int:
    from pcc_data.app.handouts import Wish, run_handout

    return run_handout(Wish(options.what, tuple(options.names), options.key, options.per_sheet, options.folder))


def _ready(options: argparse.Namespace) -> int:
    from pcc_data.app.ready import run_ready

    return run_ready(options.minutes, phones=options.phones, port=options.port, quick=options.quick)
