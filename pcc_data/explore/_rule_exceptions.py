"""Where the rule of ownership models and the coding part ways."""

from markupsafe import Markup

from pcc_data.analysis.model_rule import STEPS, USED, rule_against_coding
from pcc_data.codes import load_codebook, said
from pcc_data.dataset.dataset import Dataset
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.view import View
from pcc_data.say import say


def rule_exceptions(data: Dataset) -> View:
    """In how many cases the rule behind `build_one` gives the coded model, and for the others why they were coded
    otherwise.
    """
    book, table = load_codebook(), rule_against_coding(data)
    apart = table[~table["agree"]]
    agree, total = int(table["agree"].sum()), len(table)
    title = say("rule-exceptions.title", n=agree, total=total, percent=round(100 * agree / max(1, total)))
    most = int(table["coded"].value_counts().max()) if total else 0
    text = say("rule-exceptions.text", total=total, most=most, apart=len(apart))
    entries = []
    for case, row in apart.iterrows():
        model = book.label("ownership_model", row["by_rule"]) if row["by_rule"] else say("rule-exceptions.no-model")
        coded = book.label("ownership_model", row["coded"])
        told = (
            tag("b", Card(data, str(case)).title()),
            tag("br"),
            say("rule-exceptions.by-rule", model=model, because=row["because"]),
            tag("br"),
            say("rule-exceptions.coded", model=coded, because=str(row["coded_because"])),
        )
        why = details(say("says-who"), data.why(case, "ownership_model").body(), key=f"rule:{case}")
        entries.append(joined(told, why))
    steps = details(say("rule-exceptions.steps"), _rule(), key="steps")
    return View(joined(tag("h3", title), tag("p", text), items(entries), steps))


def _rule() -> Markup:
    """The questions of the rule in their order, each with the model it leads to and the codebook's definition of
    that."""
    book, entries = load_codebook(), []
    for step in STEPS:
        code = book.codes("ownership_model").get(step.model or "")
        model = said(code.label) if code else say("rule-exceptions.no-model")
        told = [say_html("rule-exceptions.step", because=step.because, model=model)]
        if code:
            defined = say("rule-exceptions.codebook", definition=said(code.definition))
            told += [" ", tag("span", defined, css="pcc-quiet")]
        entries.append(joined(told))
    order = say("rule-exceptions.order", fields=[book.phrase(field) for field in USED])
    return joined(tag("p", order), items(entries, "ol"))
