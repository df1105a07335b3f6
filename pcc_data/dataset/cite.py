"""How to cite the data set, a case or a selection, so that a result names the exact data it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pcc_data.codes import load_codebook, said
from pcc_data.dataset.citing import coding_told
from pcc_data.errors import pick
from pcc_data.paths import shipped_ids
from pcc_data.say import say
from pcc_data.tables.bibliography import bibtex_entry, csl_date, csl_text, tex

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

FORMATS = ("text", "bibtex", "csl-json")
_SHORT = 16
"""So many signs of the hash stand in a line to read; files for programs hold all 64."""


@dataclass
class _Cited:
    """What is cited: a key, a title, in what it stands, sentences on which cases it holds, these where it is not the
    whole, and the hash of its content."""

    key: str
    title: str
    held_by: str | None
    which: list[str]
    cases: list[str]
    digest: str


def cite(data: Dataset, case: str | None = None, format: str = "text") -> str:
    """The citation; see `Dataset.cite`."""
    pick(format, FORMATS, "format")
    part = data if case is None else data.only([case])
    if format == "text":
        return _line(part, case)
    cited = _cited(part, case)
    return _bibtex(cited) if format == "bibtex" else csl_text([_item(cited)])


def _whole(**selected: int) -> str:
    """The data set in one line; with the numbers of a selection that."""
    about = load_codebook().dataset
    named = {"year": about["released"][:4], "title": said(about["title"]), "version": str(about["version"])}
    return say("cite.selection" if selected else "cite.whole", licence=about["licence"], **named, **selected)


def _line(data: Dataset, case: str | None) -> str:
    """What stands in a text; of a case with its place, of records of one's own beside the data set."""
    content = say("cite.content", hash=f"sha256:{data.content_hash[:_SHORT]}")
    if case is not None:
        whole = coding_told(data, "cited", _whole())
        told = {"place": _place(data), "content": content, "whole": whole, "sources": len(data.sources)}
        return say("cite.own-case", n=1, **told) if data.own else say("cite.case", **told)
    if data.own == len(data) > 0:
        return f"{say('cite.only-own', whole=_whole(), n=data.own)} {content}"
    whole = coding_told(data, "cited", _whole(**_selected(data)))
    return f"{say('cite.with-own', whole=whole, n=data.own) if data.own else whole} {content}"


def _place(data: Dataset) -> str:
    """Name and place of the only case of a data set."""
    row = data.cases.iloc[0]
    return say("cite.place", **{key: row[key] for key in ("name", "city", "country")})


def _selected(data: Dataset) -> dict[str, int]:
    """How many of the project's cases there are, of how many; empty when all are."""
    there = set(data.cases.index[~data.cases["own"]])
    return {} if there == shipped_ids() else {"n": len(there), "total": len(shipped_ids())}


def _cited(data: Dataset, case: str | None) -> _Cited:
    """What programs are told."""
    about = load_codebook().dataset
    key, title = f"{about['name']}-{about['version']}", said(about["title"])
    digest, cases = data.content_hash, [str(one) for one in data.cases.index]
    own = [say("cite.own", n=data.own)] if data.own else []
    own += filter(None, [coding_told(data, "cited", "").strip()])
    if case is not None:
        return _Cited(
            f"{key}:{case}", _place(data), title, [say("cite.coded-from", n=len(data.sources)), *own], cases, digest
        )
    selected = _selected(data)
    if not selected and not own:
        return _Cited(key, title, None, [], [], digest)
    which = [say("cite.selected", **selected)] if selected else []
    listed = [say("cite.cases", cases="; ".join(cases))] if selected or data.own else []
    told = [*which, *own, *listed]
    return _Cited(f"{key}-{digest[:8]}", title, None, told, cases, digest)


def _note(cited: _Cited) -> str:
    """What a reader is told besides: which cases, the licence, the hash."""
    licence = say("cite.licence", licence=load_codebook().dataset["licence"])
    return " ".join([*cited.which, licence, say("cite.content", hash=f"sha256:{cited.digest}")])


def _bibtex(cited: _Cited) -> str:
    about = load_codebook().dataset
    parts = {
        "author": f"{{{tex(say('data-package.authors'))}}}",
        "title": f"{{{tex(cited.title)}}}",
        "howpublished": tex(_kind(cited, str(about["version"]))),
        "year": about["released"][:4],
        "language": "en",
        "note": tex(_note(cited)),
    }
    return bibtex_entry(cited.key, parts)


def _kind(cited: _Cited, version: str) -> str:
    return (
        say("cite.kind-in", title=cited.held_by, version=version)
        if cited.held_by
        else say("cite.kind", version=version)
    )


def _item(cited: _Cited) -> dict[str, Any]:
    about = load_codebook().dataset
    kept = {"sha256": cited.digest, "license": about["licence"], "cases": cited.cases}
    return {
        "id": cited.key,
        "type": "dataset",
        "title": cited.title,
        "container-title": cited.held_by,
        "author": [{"literal": say("data-package.authors")}],
        "issued": csl_date(*map(int, about["released"].split("-"))),
        "version": str(about["version"]),
        "language": "en",
        "note": _note(cited),
        "custom": {key: value for key, value in kept.items() if value},
    }
