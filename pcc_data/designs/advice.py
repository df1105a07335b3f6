"""What stands beside a design: its model, its first vote, the cases most like it, and what those used and learned.

Plain functions on frames. They count and name cases; nothing here scores a design.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import pandas as pd

from pcc_data.analysis.model_rule import CONTRIBUTIONS, INSTRUMENTS, model_of
from pcc_data.analysis.motions import Room
from pcc_data.analysis.similar import FEATURES, LIST_TABLES, similar
from pcc_data.codes import load_codebook
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.designs import Design

NEAREST = 3
"""Cases that are told as the most similar."""
COMPANY = 5
"""Cases in which is counted what was used, and what became of them."""
SEARCHED = 20
"""So far down the order of likeness troubled cases are looked for."""
TROUBLED = ("ended", "stalled", "weakened")


class Outlook(NamedTuple):
    """Whether the first motion would pass in the design's own board: True, False, or None where it hangs on those who
    are undecided. `text` says it in a sentence, `short` where the motion is named already. `blockers` can stop any
    motion alone; `room` is the board, None where the design has none yet."""

    passes: bool | None
    text: str
    short: str
    blockers: tuple[str, ...] = ()
    room: Room | None = None


def outlook(design: Design, board: int = 0) -> Outlook:
    """Count the first motion in a board of the design (`pcc_data.analysis.motions`), once with all undecided for and
    once against."""
    if len(design["boards"]) <= board:
        return Outlook(None, say("first-motion.no-board"), say("first-motion.no-board"))
    blocs, majority = design["boards"][board]["blocs"], design["boards"][board]["majority"] or "simple"
    room = Room(
        {bloc["name"]: bloc["seats"] for bloc in blocs},
        {bloc["name"]: bloc["side"] for bloc in blocs},
        majority=majority,
    )
    votes = {bloc["name"]: bloc["vote"] for bloc in blocs}
    open_ = [name for name, vote in votes.items() if vote == "unknown"]
    best, worst = (room.passes({**votes, **dict.fromkeys(open_, vote)}) for vote in ("for", "against"))
    blockers = tuple(str(name) for name in room.power().query("can_block").index)
    count = room.counted(votes)
    counts = {"for": count["for"], "against": count["against"], "seats": room.total}
    sure = best == worst
    told = {"passes": best, "open": len(open_)} if sure else {"blocs": open_}
    part = "sure" if sure else "hangs"
    texts = (say(f"first-motion.{part}", named=named, **told, **counts) for named in (True, False))
    return Outlook(best if sure else None, *texts, blockers, room)


def nearest(
    data: Dataset, design: Design, n: int = NEAREST, weights: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """The real cases most like a design (Gower, 1971): see `similar`. Empty as long as nothing has been decided."""
    if not design.features():
        return pd.DataFrame(columns=["distance", "shared", "different"]).rename_axis("case")
    return similar(data, design, n, weights)


def lacking(data: Dataset, design: Design, cases: Sequence[str]) -> pd.DataFrame:
    """What these cases used and the design lacks, most used first.

    One row a public instrument or contribution of the community: field, code, used (number of the cases), of (all of
    them), cases (a list of their ids). Things that none used are left out.
    """
    book, rows = load_codebook(), []
    for field in (INSTRUMENTS, CONTRIBUTIONS):
        table = data.tables[LIST_TABLES[field]]
        pairs = set(
            table.loc[table["case"].isin(cases), ["case", "code"]].astype(str).itertuples(index=False, name=None)
        )
        for code in book.codes(field):
            using = [case for case in cases if (case, code) in pairs]
            if using and code not in design[field]:
                rows.append((field, code, len(using), len(cases), using))
    found = pd.DataFrame(rows, columns=["field", "code", "used", "of", "cases"])
    return found.sort_values("used", ascending=False, kind="stable", ignore_index=True)


def troubled(data: Dataset, order: Sequence[str]) -> pd.DataFrame:
    """The cases of an order of likeness that ended, stalled or were weakened: index case, columns rank (1 is nearest),
    status, end_reason, status_as_of."""
    status = data.cases.loc[list(order), ["status", "end_reason", "status_as_of"]]
    found = status.assign(rank=range(1, len(order) + 1))
    return found[found["status"].isin(TROUBLED)][["rank", "status", "end_reason", "status_as_of"]].rename_axis("case")


def learned(data: Dataset, cases: Sequence[str], table: str = "lessons") -> pd.DataFrame:
    """Lessons (or challenges) of these cases in their order: case, theme, text, sources."""
    rows = data.tables[table]
    parts = [rows[rows["case"] == case] for case in cases]
    return (
        pd.concat(parts)[["case", "theme", "text", "sources"]]
        if parts
        else rows.iloc[:0][["case", "theme", "text", "sources"]]
    )


def heard(data: Dataset, design: Design, theme: str) -> pd.DataFrame:
    """A challenge and a lesson on a theme, for a block without codes: two cases where there are two, those of the
    design's own sector first; among equals the order is arbitrary but fixed. Columns case, text, sources, table."""
    rows: list[pd.DataFrame] = []
    for table in ("challenges", "lessons"):
        found = data.tables[table][data.tables[table]["theme"] == theme]
        found = found[~found["case"].isin([row["case"].iloc[0] for row in rows])]
        sector = data.cases["sector"].astype(str).reindex(found["case"])
        order = pd.DataFrame({"other": sector.to_numpy() != (design["sector"] or "")}, index=found.index)
        order["at"] = [crc32(f"{table}{row.case}{row.text}".encode()) for row in found.itertuples()]
        found = found.loc[order.sort_values(["other", "at"]).index].head(1)
        rows += [found.assign(table=table)] if len(found) else []
    columns = ["case", "text", "sources", "table"]
    return pd.concat(rows)[columns] if rows else pd.DataFrame(columns=columns)


def one_choice_away(design: Design) -> list[tuple[str, str]]:
    """Public instruments with any of which the design would make another model: code of the instrument, model. Empty
    as long as it makes none."""
    if design.model is None:
        return []
    found = []
    for code in load_codebook().codes(INSTRUMENTS):
        more = design.codes | {INSTRUMENTS: [*design[INSTRUMENTS], code]}
        model = model_of(more).model
        if code not in design[INSTRUMENTS] and model and model != design.model.model:
            found.append((code, model))
    return found


def examples(data: Dataset, design: Design, field: str) -> pd.DataFrame:
    """Two real cases that show what a choice can be: the first does what the design does, the second something else.

    Index case, columns code, same. As long as nothing is chosen, two that differ from each other. Cases of the design's
    own sector come first; among equals the order is arbitrary but fixed, and another one for each field. For a list the
    code is the first one that fits. `field` is one with a single code or a list, or `boards`: there the code is the
    community's share of seats.
    """
    states = _states(data, field)
    if states.empty:
        return pd.DataFrame(columns=["code", "same"]).rename_axis("case")
    sector = data.cases["sector"].astype(str).reindex(states.index)
    order = pd.DataFrame(
        {"other": sector != (design["sector"] or ""), "at": [crc32(f"{field}{case}".encode()) for case in states.index]}
    )
    states = states.iloc[order.reset_index(drop=True).sort_values(["other", "at"]).index]
    chosen = _chosen(design, field)
    fits = states.map(lambda codes: bool(set(codes) & chosen)) if chosen else pd.Series(True, index=states.index)
    same = states[fits].head(1)
    avoid = chosen or {code for codes in same for code in codes}
    other = states[states.map(lambda codes: not set(codes) & avoid)].head(1)
    other = other if len(other) or not len(same) else states.drop(same.index).head(1)
    rows = [
        (case, next((c for c in codes if c in chosen), codes[0]), bool(chosen) and bool(set(codes) & chosen))
        for case, codes in [*same.items(), *other.items()]
    ]
    return pd.DataFrame(rows, columns=["case", "code", "same"]).drop_duplicates("case").set_index("case")


def _chosen(design: Design, field: str) -> set[str]:
    if field == "boards":
        return {_half([(bloc["side"], bloc["seats"]) for bloc in board["blocs"]]) for board in design["boards"][:1]}
    value = design.features().get(field)
    return set(value if isinstance(value, list) else [value] if value else [])


@lru_cache(maxsize=32)
def _states(data: Dataset, field: str) -> pd.Series:
    """The codes of each case in a field as a tuple; cases in which none was found are left out. Index: case."""
    if field == "boards":
        known = data.boards[
            ~data.boards["seats"].isna().groupby([data.boards["case"], data.boards["board"]]).transform("any")
        ]
        if known.empty:
            return pd.Series(dtype=object)
        boards = known.groupby(["case", "board"], sort=False)[["side", "seats"]]
        found = (
            boards.apply(lambda rows: _half(list(rows.itertuples(index=False, name=None))))
            .groupby("case", sort=False)
            .first()
        )
        return found.map(lambda code: (code,))
    if field in LIST_TABLES:
        table = data.tables[LIST_TABLES[field]]
        return table.assign(code=table["code"].astype(str)).groupby("case", sort=False)["code"].agg(tuple)
    codes = load_codebook().codes(field)
    column = data.cases[field].dropna().astype(str)
    return column[[codes[code].nothing != "not_found" for code in column]].map(lambda code: (code,))


def _half(blocs: Sequence[tuple[str, int]]) -> str:
    """Whether the community has more than half of the seats, half, fewer or none; all seats have to be known."""
    held, total = sum(seats for side, seats in blocs if side == "community"), sum(seats for _, seats in blocs)
    if 2 * held > total:
        return "more"
    if held and 2 * held == total:
        return "half"
    return "fewer" if held else "none"


def in_common(designs: Mapping[str, Design]) -> pd.DataFrame:
    """Where designs agree. One row a field with one code that any of them has decided: index field, columns decided
    (designs that have), different (number of different codes), most (the most frequent code; the first of the
    codebook's order where tied), count."""
    book, rows = load_codebook(), {}
    for field in (field for field in FEATURES if field not in LIST_TABLES):
        codes = [design.features()[field] for design in designs.values() if field in design.features()]
        if codes:
            most = max(book.codes(field), key=codes.count)
            rows[field] = (len(codes), len(set(codes)), most, codes.count(most))
    return pd.DataFrame.from_dict(rows, orient="index", columns=["decided", "different", "most", "count"]).rename_axis(
        "field"
    )


def used_by(designs: Mapping[str, Design], field: str) -> pd.Series:
    """The designs (their keys in a tuple) that use each code of a list, most first. Index: code; codes nobody uses are
    left out."""
    users = {
        code: tuple(key for key, design in designs.items() if code in design[field])
        for code in load_codebook().codes(field)
    }
    kept = {code: keys for code, keys in sorted(users.items(), key=lambda item: -len(item[1])) if keys}
    return pd.Series(kept, dtype=object).rename_axis("code")
