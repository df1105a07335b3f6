"""What the words of a field mean, at the place where they are used."""

from markupsafe import Markup

from pcc_data.codes import load_codebook, said
from pcc_data.errors import pick
from pcc_data.markup import details, items, joined, tag
from pcc_data.pages.view import View
from pcc_data.say import say


def meanings(*fields: str) -> View:
    """The codes of these fields with their definitions from the codebook, each field folded; left out: ownership model
    and status.

    Raises ValueError for a field that has no codes.
    """
    book = load_codebook()
    coded = [name for name in book.fields if book.codes(name)]
    return View(joined(_field(pick(name, coded, "coded field")) for name in fields or ("ownership_model", "status")))


def _field(name: str) -> Markup:
    """What a field asks, and each of its codes in a sentence or two."""
    book = load_codebook()
    codes = [
        joined(tag("b", book.label(name, key)), ". ", said(code.definition)) for key, code in book.codes(name).items()
    ]
    head = say("meanings.head", field=book.phrase(name), n=len(codes))
    return details(head, joined(tag("p", said(book.field(name).definition)), items(codes)), key=f"meanings:{name}")
