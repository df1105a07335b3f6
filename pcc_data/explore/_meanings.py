"""What the words of a field mean, at the place where they are used."""

from markupsafe import Markup

from pcc_data.codes import load_codebook, rules_said, said_briefly
from pcc_data.errors import pick
from pcc_data.markup import details, items, joined, tag
from pcc_data.pages.view import View
from pcc_data.say import say


def meanings(*fields: str) -> View:
    """What the codes of these fields mean, each field folded and the codebook's rules for who codes within; left out:
    ownership model and status.

    Raises ValueError for a field that has no codes.
    """
    book = load_codebook()
    coded = [name for name in book.fields if book.codes(name)]
    return View(joined(_field(pick(name, coded, "coded field")) for name in fields or ("ownership_model", "status")))


def _field(name: str) -> Markup:
    """What a field asks, and each of its codes in a sentence; the rules for who codes are folded away."""
    book = load_codebook()
    field, codes = book.field(name), book.codes(name)
    means = items(_named(_both_names(name, key), said_briefly(code.definition)) for key, code in codes.items())
    told = {book.label(name): rules_said(field.definition)}
    told |= {book.label(name, key): rules_said(code.definition) for key, code in codes.items()}
    rules = [_named(label, rule) for label, rule in told.items() if rule]
    folded = details(say("meanings.rules"), items(rules), key=f"rules:{name}") if rules else ""
    head = say("meanings.head", field=book.phrase(name), n=len(codes))
    asked = tag("p", said_briefly(field.definition))
    return details(head, joined(asked, means, folded), key=f"meanings:{name}")


def _both_names(name: str, key: str) -> str:
    """The label of a code, with the short one that stands in narrow places where there is one."""
    label, short = load_codebook().label(name, key), load_codebook().short(name, key)
    return label if short == label else say("meanings.short", label=label, short=short)


def _named(label: str, text: str) -> Markup:
    return joined(tag("b", label), ". ", text)
