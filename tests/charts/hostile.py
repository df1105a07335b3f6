"""Texts that people do write and that pictures find hard: the real cases under such texts, and every public chart of
them."""

from __future__ import annotations

import inspect
from dataclasses import replace
from functools import cache
from itertools import cycle
from typing import Any

import pandas as pd

import pcc_data as pcc
from pcc_data import charts
from pcc_data.analysis.city_roles import named
from pcc_data.analysis.motions import Room
from pcc_data.designs import Design
from pcc_data.quiz.questions import Question, questions

TEXTS = {
    "dollars": "From $5 and $10 to $5",
    "signs": r"a_b^c \alpha {x} 100 % & x < y > 'q' \"r\"",
    "chinese": "城" * 60,
    "japanese": "東京都墨田区の「みんなの水道」、２０１９年から続く協働の取り組み。" * 2,
    "thai": "การจัดการน้ำโดยชุมชนร่วมกับเทศบาลเมืองและประชาชนในท้องถิ่น",
    "arabic": "شركة المياه (2019) يملكها السكان بنسبة 12 % و[3 من 7] مقاعد",
    "hebrew": "חברת המים (2019), 12 % מהמושבים",
    "hindi": "नगर और नागरिकों की साझी जल समिति",
    "emoji": "Water 💧 for all 👨‍👩‍👧 in 🇳🇱 ✅",
    "long": "Donaudampfschifffahrt" * 6,
    "address": "https://example.org/a_very_long/address-without-any/space?q=100%25&x=$5",
}
_NO_TEXT = ("case", "code", "source", "sources", "url", "country_code", "language", "field", "value", "table", "row")


def under(data: pcc.Dataset, texts: list[str]) -> pcc.Dataset:
    """The same cases with other texts: each text column of each table has these in turn."""
    tables = {}
    for name, table in data.tables.items():
        columns = [key for key in table if isinstance(table[key].dtype, pd.StringDtype) and key not in _NO_TEXT]
        turn = dict(zip(columns, (cycle(texts) for _ in columns), strict=True))
        made = {
            key: pd.Series([next(turn[key]) for _ in range(len(table))], index=table.index, dtype="str")
            for key in columns
        }
        tables[name] = table.assign(**{key: column.where(table[key].notna()) for key, column in made.items()})
    return pcc.Dataset(**tables)


@cache
def plain_calls() -> dict[str, list[dict[str, Any]]]:
    """Arguments for every public chart on all cases as they are."""
    return calls(pcc.load(), ["Town", "Neighbours", "Staff", "Users of the river"])


def calls(data: pcc.Dataset, texts: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Arguments for every public chart, by its name: those that it asks for, and then in other views.

    An argument that a new chart asks for has to be added to `asked`.
    """
    names = [f"{number} {text}" for number, text in enumerate(texts)]
    figures = charts.indicator_units(data).iloc[0]
    asked = {
        "data": data,
        "case": data.events["case"].value_counts().index[0],
        "key": _hard("choice", texts),
        "ask": " ".join(texts),
        "raised": {name: number for number, name in enumerate(names)},
        "room": Room({name: number + 1 for number, name in enumerate(names[:8])}, veto=names[0]),
        "votes": {names[0]: "against", names[1]: "for"},
        "designs": {letter: Design(name=name) for letter, name in zip("ABCDEFGHIJKLM", names, strict=False)},
        "rows": "sector",
        "columns": "status",
        "by": "sector",
        "domain": "durability",
        "code": figures["code"],
        "unit": figures["unit"],
    }
    found, views = {}, _views(data, names, texts)
    for name in charts.__all__:
        parameters = inspect.signature(getattr(charts, name)).parameters
        needed = [key for key, parameter in parameters.items() if parameter.default is inspect.Parameter.empty]
        if needed != ["figure", "title", "text", "table"] and name != "indicator_units":  # Chart itself, and a table
            found[name] = [
                {**{key: asked[key] for key in needed if key not in more}, **more} for more in views.get(name, [{}])
            ]
    return found


def _views(data: pcc.Dataset, names: list[str], texts: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Further arguments of some charts."""
    case = data.cases.index[0]
    few = data.only(data.cases.index[: len(texts)])
    order, number = (_hard(kind, texts) for kind in ("order", "number"))
    return {
        "map_of_cases": [{}, {"chosen": case}, {"data": few}],
        "guess": [
            {},
            {"given": None, "shown": False},
            {"key": order},
            {"key": order, "given": list(order.labels)},
            {"key": number},
        ],
        "hands": [{}, {"right": names[:2], "counts": {name: at * 3 for at, name in enumerate(names)}}],
        "cross_table": [{}, {"chosen": case, "colour": "outcomes.durability"}],
        "topics": [{"table": table, "by": by} for table in ("challenges", "lessons") for by in (None, "sector")],
        "coverage": [{"view": view} for view in ("places", "sources", "failures", "years")],
        "outcome_profile": [{}, {"domain": "durability"}],
        "used_together": [{"chosen": [next(iter(named("roles")))]}],
    }


@cache
def _questions() -> list[Question]:
    return questions("questions", pcc.load())


def _hard(kind: str, texts: list[str]) -> Question:
    """A question of this kind with hard texts."""
    one = next(question for question in _questions() if question.kind == kind)
    values = zip((value for value, _ in one.options), cycle(texts), strict=False)
    options = tuple((value, f"{at} {text}") for at, (value, text) in enumerate(values, start=1))
    unit = texts[0] if kind == "number" else one.unit
    return replace(one, ask=" ".join(texts), options=options, unit=unit, explain=f"{texts[0]}.")
