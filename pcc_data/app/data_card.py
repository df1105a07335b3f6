"""The computed parts of the data card `datasets/README.md`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd

from pcc_data.analysis.agreement import CURRENT, RELIABLE, SEVERAL, agreement, held, interval
from pcc_data.codes import Codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.tables.spec import columns_of

ROUNDS = {"1": ("1",), "2": ("2",), "3": ("3",), "2 and 3": CURRENT}
_BLOCK = re.compile(r"<!-- computed: (\w+) -->\n.*?<!-- end -->", re.DOTALL)


def data_card(text: str, data: Dataset, book: Codebook, codings: pd.DataFrame) -> str:
    """The card's text with every block between `<!-- computed: name -->` and `<!-- end -->` computed anew.

    Raises ValueError for a block that no computation stands behind.
    """
    blocks: dict[str, Callable[[], str]] = {
        "counts": lambda: _counts(data),
        "spread": lambda: "\n\n".join(
            _spread(data, book, field) for field in ("sector", "ownership_model", "status", "world_region")
        ),
        "sources": lambda: _sources(data),
        "leaning": lambda: _leaning(data, book),
        "nothing": lambda: _nothing(data, book),
        "rounds": lambda: _rounds(codings, len(data)),
        "agreement": lambda: _agreement(codings, book),
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
    rows = [
        ("cases", len(data), f"{report} of them from the report"),
        *(
            (name, len(data.tables[name]), "")
            for name in ("sources", "codings", "indicators", "events", "promises", "lessons", "challenges", "gaps")
        ),
        ("boards", data.boards.groupby(["case", "board"]).ngroups, f"{data.boards['bloc'].notna().sum()} blocs"),
        ("votes", data.votes.groupby(["case", "vote"]).ngroups, f"{data.votes['bloc'].notna().sum()} blocs"),
        (
            "outcome ratings",
            int(data.outcomes["rating"].notna().sum()),
            f"of {len(data.outcomes)} possible; the rest was not found",
        ),
    ]
    return markdown_table(["what", "number", "note"], rows)


def _spread(data: Dataset, book: Codebook, field: str) -> str:
    counts = data.cases[field].value_counts(sort=False)
    rows = [(book.label(field, code), f"{count} of {len(data)}") for code, count in counts.items()]
    return markdown_table([book.label(field), "cases"], rows)


def _sources(data: Dataset) -> str:
    languages = data.sources["language"].value_counts()
    kinds = data.sources["kind"].value_counts()
    share = ", ".join(f"{code} {count}" for code, count in languages.items())
    return (
        markdown_table(
            ["kind of source", "sources"], [(str(kind).replace("_", " "), count) for kind, count in kinds.items()]
        )
        + f"\n\nLanguages of the sources (ISO 639-1): {share}."
    )


def _leaning(data: Dataset, book: Codebook) -> str:
    regions, languages = data.cases["world_region"].value_counts(), data.sources["language"].value_counts()
    return (
        f"  {regions.iloc[0]} of {len(data)} cases lie in {book.label('world_region', regions.index[0])}; "
        f"{languages.iloc[0]} of {len(data.sources)} sources are written in the language `{languages.index[0]}`."
    )


def _nothing(data: Dataset, book: Codebook) -> str:
    cases = data.missing[(data.missing["table"] == "cases") & (data.missing["why"] == "not_found")]
    fields = {column.name: column.field for column in columns_of("cases", book)}
    lost = [
        (book.label(fields[name]), f"{count} of {len(data)}") for name, count in cases["field"].value_counts().items()
    ]
    unrated = data.outcomes[data.outcomes["rating"].isna()]["domain"].value_counts(sort=False)
    lost += [
        (f"Rating: {book.label(f'outcomes.{domain}')}", f"{count} of {len(data)}") for domain, count in unrated.items()
    ]
    return markdown_table(["field", "not found"], lost)


def _rounds(codings: pd.DataFrame, cases: int) -> str:
    """What each round of coding held, with its sizes."""
    told = codings[codings["coder"].notna()]
    first, second, third = (told[told["round"] == number] for number in ("1", "2", "3"))
    fields = first["field"].nunique()
    new = third.loc[third["field"].isin(first["field"]), "case"].nunique()
    added = sorted(set(third["field"]) - set(first["field"]))
    later = third.loc[third["field"].isin(added), "case"].nunique()
    return "\n".join(
        [
            (
                f"- Round 1: {first['case'].nunique()} cases, {fields} fields. A second coder saw the recorded facts"
                " and the definitions, but neither the first coding nor its reasons. The disagreements led to clearer"
                " definitions, and each was settled by those and by the facts."
            ),
            (
                f"- Round 2: the settled codes of these {second['case'].nunique()} cases against a new coder who worked"
                " blind in the same way."
            ),
            (
                f"- Round 3: {new} cases that were added later, the same {fields} fields, two blind codings before they"
                f" were settled; and {', '.join(f'`{field}`' for field in added)} for {later} of all {cases} cases."
            ),
        ]
    )


def _agreement(codings: pd.DataFrame, book: Codebook) -> str:
    """A row a field: alpha of each round with its interval, and of the rounds that count together."""
    there = {name: held(codings, rounds) for name, rounds in ROUNDS.items()}
    found = {name: agreement(codings, round=rounds) for name, rounds in there.items() if rounds}
    whole = found["2 and 3"]
    rows = []
    for field, row in whole[whole["level"] != SEVERAL].iterrows():
        told = [_alpha(codings, found[name], str(field), there[name]) for name in found]
        mark = "" if row["reliable"] else f"under {RELIABLE}: not for conclusions"
        rows.append((book.label(str(field)), row["level"], row["units"], *told, mark))
    header = ["field", "scale", "cases compared (2 and 3)", *(f"alpha, round {name}" for name in found), "note"]
    sets = [
        f"{book.label(str(field))} takes several codes at once. In {row['units']} cases that two coders looked at, the"
        f" codes that both gave are on average {row['agree']:.2f} of the codes that either gave (mean overlap, no"
        " alpha; 1 where neither gave any)."
        for field, row in whole[whole["level"] == SEVERAL].iterrows()
    ]
    return "\n\n".join([markdown_table(header, rows), *sets])


def _alpha(codings: pd.DataFrame, found: pd.DataFrame, field: str, rounds: list[str]) -> str:
    """Alpha with the interval of its bootstrap, a dash where a field was not coded in these rounds."""
    if field not in found.index:
        return "–"
    if pd.isna(found.at[field, "alpha"]):
        return "undefined: all codes are the same"
    part = codings[(codings["field"] == field) & codings["round"].isin(rounds) & codings["coder"].notna()]
    low, high = interval(part, field, list(part["round"].unique()))
    return f"{found.at[field, 'alpha']:.2f} ({low:.2f} to {high:.2f})"
