"""Where the rule of ownership models and the coding part ways."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcc_data.analysis.model_rule import STEPS, USED, rule_against_coding
from pcc_data.codes import load_codebook, said
from pcc_data.explore._kit.view import View
from pcc_data.markup import details, items
from pcc_data.pages.card import Card
from pcc_data.say import listed, number

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def rule_exceptions(data: Dataset) -> View:
    """In how many cases the rule behind `build_one` gives the coded model, and for the others why they were coded
    otherwise.
    """
    book, table = load_codebook(), rule_against_coding(data)
    apart = table[~table["agree"]]
    share = f"{table['agree'].mean():.0%}" if len(table) else "none"
    most = table["coded"].value_counts()
    always = f" Always guessing the most frequent model would be right in {most.iloc[0]}." if len(table) else ""
    head = (
        f"<h3>The rule gives the coded model in {int(table['agree'].sum())} of {len(table)} cases ({share})</h3><p>The "
        f"rule reads roles, terms and legal forms, never the code itself.{always} It was written with these cases at "
        f"hand, so the share is on the kind side: new cases will fit less well. {number(len(apart)).capitalize()} "
        "cases differ:</p>"
    )
    entries = []
    for case, row in apart.iterrows():
        rule = book.label("ownership_model", row["by_rule"]) if row["by_rule"] else "No model"
        entries.append(
            f"<b>{Card(data, case).title()}</b><br>Rule: {escape(rule)}. {escape(row['because'])}<br>Coded: "
            f"{escape(book.label('ownership_model', row['coded']))}. {escape(str(row['coded_because']))}"
            + details("Says who?", data.why(case, "ownership_model").body(), key=f"rule:{case}")
        )
    return View(head + items(entries) + details("The rule, question by question", _rule(), key="steps"))


def _rule() -> str:
    """The questions of the rule in their order, each with the model it leads to and the codebook's definition of
    that."""
    book, entries = load_codebook(), []
    for step in STEPS:
        code = book.codes("ownership_model").get(step.model or "")
        model = f"<b>{escape(said(code.label))}</b>" if code else "<b>No model</b>"
        defined = f' <span class="pcc-quiet">Codebook: {escape(said(code.definition))}</span>' if code else ""
        entries.append(f"{escape(step.because)} → {model}.{defined}")
    read = listed([book.label(field).lower() for field in USED])
    return (
        f"<p>The first sentence that fits gives the model. Besides the terms and legal forms the rule reads {read}. The"
        f" other roles count only where one side holds all six.</p>{items(entries, 'ol')}"
    )
