"""What guesses, hands and self-checks share."""

from markupsafe import Markup

from pcc_data.dataset.dataset import Dataset
from pcc_data.markup import details
from pcc_data.pages.card import Card
from pcc_data.quiz.questions import Question
from pcc_data.say import say

QUESTIONS = "questions"


def data_or_all(data: Dataset | None) -> Dataset:
    """These data, or those of the project."""
    if data is not None:
        return data
    from pcc_data.dataset.load import load

    return load()


def says_who(data: Dataset, asked: Question) -> Markup:
    """Reason and sources behind the answer, folded; empty where the answer is a count over cases."""
    if asked.says_who:
        return details(say("says-who"), data.why(*asked.says_who).body(), key=f"who:{asked.id}")
    found = asked.answer
    told = found.case and found.sources
    return Card(data, found.case).says_who(found.sources, f"who:{asked.id}") if told else Markup()
