"""Who tells a lesson: the group, the public side, researchers, the press, by the sources that it rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.dataset.citing import sources_of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

TELLERS = ("group", "public", "partner", "researchers", "press", "others")
"""Who may tell: the organised community, the public side, a partner that is one of these two, researchers, the press,
others. Their words are `told-by.…` of the catalogue."""
_BY_KIND = {"official": "public", "academic": "researchers", "press": "press"}
_BY_SIDE = {"community": "group", "public": "public"}
_READING = re.compile(r"\b[Tt]his (?:record|project)['’]s (?:own )?reading\b")
_PARTS = re.compile(r"\s*[,()/]\s*|\s+and\s+")  # "FUCVAM / SELVIP", "DSK, Ranajit Das (copy on studylib)"


def told_by(data: Dataset, case: str, ids: Any) -> tuple[str, ...]:
    """Who tells what rests on these sources (ids joined by semicolons): some of TELLERS, in their order, each once.

    The kind of a source decides. A partner's own site is the group's or the public side's when its publisher bears the
    name of a partner of that side; else it is told by a partner. Empty without sources. Raises ValueError for an
    unknown case.
    """
    rows = sources_of(data, case, "" if pd.isna(ids) else str(ids))
    names = data.one("partners", case)
    found = {teller for row in rows.itertuples() for teller in _tellers(row, names)}
    return tuple(teller for teller in TELLERS if teller in found)


def is_own_reading(text: str) -> bool:
    """Whether a text says that it, or a part of it, is the record's own reading of its sources."""
    return bool(_READING.search(text))


def _tellers(source: Any, partners: pd.DataFrame) -> set[str]:
    if source.kind != "own_site":
        return {_BY_KIND.get(source.kind, "others")}
    sides = {row.side for row in partners.itertuples() if row.side in _BY_SIDE and _same(source.publisher, row.name)}
    return {_BY_SIDE[side] for side in sides} or {"partner"}


def _same(publisher: str, partner: str) -> bool:
    """Whether a part of the publisher's name stands in the partner's, or the other way round."""
    return any(
        re.search(rf"(?<!\w){re.escape(part)}(?!\w)", other, re.IGNORECASE)
        for names, other in ((publisher, partner), (partner, publisher))
        for part in _PARTS.split(names)
        if len(part) > 2
    )
