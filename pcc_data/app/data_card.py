"""The computed parts of the data card `datasets/README.md`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd

from pcc_data.analysis.agreement import CURRENT, RELIABLE, SEVERAL, agreement, held
from pcc_data.analysis.candidates import candidates
from pcc_data.analysis.selection import selection
from pcc_data.codes import Codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.say import say
from pcc_data.tables.frames import frames_from_rows
from pcc_data.tables.rows import Rows
from pcc_data.tables.spec import TABLES, columns_of

ROUNDS = ("1", "2", "3")
TOGETHER = " and ".join(CURRENT)
_ASKED = {
    **dict.fromkeys(set(TABLES) - {"cases", "missing"}, ()),
    "boards": ("case", "board", "bloc"),
    "votes": ("case", "vote", "bloc"),
    "outcomes": ("domain", "rating"),
    "sources": ("language", "kind"),
}
"""Columns that the card is computed from; of tables without one it counts the rows."""
_BLOCK = re.compile(r"<!-- computed: (\w+) -->\n.*?<!-- end -->", re.DOTALL)


def asked(rows: Rows, book: Codebook) -> dict[str, pd.DataFrame]:
    """The tables with no more than the card is computed from: all cases, what is missing of them, and few columns of
    the rest."""
    missing = [row for row in rows["missing"] if row[1] == "cases"]
    return frames_from_rows({**rows, "missing": missing}, book, only=_ASKED)


def data_card(text: str, data: Dataset, book: Codebook, codings: pd.DataFrame, current: pd.DataFrame) -> str:
    """The card's text with every block between `<!-- computed: name -->` and `<!-- end -->` computed anew. `current` is
    the agreement of the rounds by today's definitions.

    Raises ValueError for a block that no computation stands behind.
    """
    blocks: dict[str, Callable[[], str]] = {
        "counts": lambda: _counts(data),
        "spread": lambda: "\n\n".join(
            _spread(data, book, field) for field in ("sector", "ownership_model", "status", "world_region")
        ),
        "sources": lambda: _sources(data),
        "leaning": lambda: _leaning(data, book),
        "selection": lambda: _selection(data),
        "nothing": lambda: _nothing(data, book),
        "rounds": lambda: _rounds(codings, len(data)),
        "agreement": lambda: _agreement(codings, current, book),
    }

    def computed(match: re.Match[str]) -> str:
        name = match[1]
        if name not in blocks:
            raise ValueError(f"datasets/README.md: nothing computes the block {name!r}; known: {', '.join(blocks)}")
        return f"<!-- computed: {name} -->\n{blocks[name]()}\n<!-- end -->"

    return _BLOCK.sub(computed, text)


def markdown_table(header: list[str], rows: list[tuple]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _counts(data: Dataset) -> str:
    report = int((data.cases["collection"] == "report").sum())
    blocs = {name: say("data-card.blocs", n=data.tables[name]["bloc"].notna().sum()) for name in ("boards", "votes")}
    rows = [
        (say("data-card.cases"), len(data), say("data-card.report", n=report)),
        *(
            (name, len(data.tables[name]), "")
            for name in ("sources", "codings", "indicators", "events", "promises", "lessons", "challenges", "gaps")
        ),
        ("boards", data.boards.groupby(["case", "board"]).ngroups, blocs["boards"]),
        ("votes", data.votes.groupby(["case", "vote"]).ngroups, blocs["votes"]),
        (
            say("data-card.ratings"),
            int(data.outcomes["rating"].notna().sum()),
            say("data-card.possible", n=len(data.outcomes)),
        ),
    ]
    return markdown_table([say(f"data-card.{head}") for head in ("what", "number", "note")], rows)


def _spread(data: Dataset, book: Codebook, field: str) -> str:
    counts = data.cases[field].value_counts(sort=False)
    rows = [(book.label(field, code), _share(count, data)) for code, count in counts.items()]
    return markdown_table([book.label(field), say("data-card.cases")], rows)


def _share(count: int, data: Dataset) -> str:
    return say("of", n=count, total=len(data))


def _sources(data: Dataset) -> str:
    languages = data.sources["language"].value_counts()
    kinds = data.sources["kind"].value_counts()
    share = ", ".join(f"{code} {count}" for code, count in languages.items())
    head = [say("data-card.kind"), say("data-card.sources")]
    table = markdown_table(head, [(str(kind).replace("_", " "), count) for kind, count in kinds.items()])
    return f"{table}\n\n{say('data-card.languages', languages=share)}"


def _leaning(data: Dataset, book: Codebook) -> str:
    regions, languages = data.cases["world_region"].value_counts(), data.sources["language"].value_counts()
    told = say(
        "data-card.leaning",
        n=regions.iloc[0],
        cases=len(data),
        region=book.label("world_region", regions.index[0]),
        most=languages.iloc[0],
        sources=len(data.sources),
        language=languages.index[0],
    )
    return f"  {told}"


def _selection(data: Dataset) -> str:
    """Of how many cases each column of `selection.csv` is filled in, and how many candidates are listed."""
    found, table = selection(data), candidates()
    head = [say(f"selection.column-{column}") for column in ("what", "known", "empty")]
    rows = [
        (say(f"selection.{column}"), _share(int(told.sum()), data), _share(int((~told).sum()), data))
        for column, told in found.notna().items()
    ]
    days = sorted(table["looked_at"].dropna().unique())
    told = say("data-card-candidates", n=len(table), days=days)
    return f"{markdown_table(head, rows)}\n\n{told}"


def _nothing(data: Dataset, book: Codebook) -> str:
    cases = data.missing[(data.missing["table"] == "cases") & (data.missing["why"] == "not_found")]
    fields = {column.name: column.field for column in columns_of("cases", book)}
    lost = [(book.label(fields[name]), _share(count, data)) for name, count in cases["field"].value_counts().items()]
    unrated = data.outcomes[data.outcomes["rating"].isna()]["domain"].value_counts(sort=False)
    lost += [
        (say("data-card.rating", outcome=book.label(f"outcomes.{domain}")), _share(count, data))
        for domain, count in unrated.items()
    ]
    return markdown_table([say("data-card.field"), say("data-card.not-found")], lost)


def _rounds(codings: pd.DataFrame, cases: int) -> str:
    """What each round of coding held, with its sizes."""
    told = codings[codings["coder"].notna()]
    first, second, third = (told[told["round"] == number] for number in ("1", "2", "3"))
    fields = first["field"].nunique()
    new = third.loc[third["field"].isin(first["field"]), "case"].nunique()
    added = sorted(set(third["field"]) - set(first["field"]))
    later = third.loc[third["field"].isin(added), "case"].nunique()
    names = ", ".join(f"`{one}`" for one in added)
    rounds = [
        say("data-card.round-1", n=first["case"].nunique(), fields=fields),
        say("data-card.round-2", n=second["case"].nunique()),
        say("data-card.round-3", n=new, fields=fields, added=names, later=later, cases=cases),
    ]
    return "\n".join(f"- {told}" for told in rounds)


def _agreement(codings: pd.DataFrame, whole: pd.DataFrame, book: Codebook) -> str:
    """A row a field: alpha of each round with its interval, and of the rounds that count together."""
    found = {name: agreement(codings, round=name) for name in held(codings, ROUNDS)} | {TOGETHER: whole}
    rows = []
    for field, row in whole[whole["level"] != SEVERAL].iterrows():
        told = [_alpha(found[name], str(field)) for name in found]
        mark = "" if row["reliable"] else say("data-card.unreliable", least=RELIABLE)
        rows.append((book.label(str(field)), row["level"], row["units"], *told, mark))
    header = [
        *(say(f"data-card.{head}") for head in ("field", "scale", "compared")),
        *(say("data-card.alpha", round=name) for name in found),
        say("data-card.note"),
    ]
    sets = [
        say("data-card.overlap", field=book.label(str(field)), n=row["units"], share=f"{row['agree']:.2f}")
        for field, row in whole[whole["level"] == SEVERAL].iterrows()
    ]
    return "\n\n".join([markdown_table(header, rows), *sets])


def _alpha(found: pd.DataFrame, field: str) -> str:
    """Alpha with the interval of its bootstrap, a dash where a field was not coded in these rounds."""
    if field not in found.index:
        return "–"
    if pd.isna(found.at[field, "alpha"]):
        return say("data-card.undefined")
    alpha, low, high = found.loc[field, ["alpha", "low", "high"]]
    return say("data-card.interval", alpha=f"{alpha:.2f}", low=f"{low:.2f}", high=f"{high:.2f}")
