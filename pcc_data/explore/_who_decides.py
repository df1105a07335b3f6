"""Who decides: habit, owner and seats against the right to decide, a mark a case."""

from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.shares_and_seats import SHARES
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import in_words, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.case_below import case_below, you_chose
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.filters import filters, report_or_all
from pcc_data.markup import items, joined, tag
from pcc_data.pages.card import Card
from pcc_data.say import say

_RIGHTS = ("participation_level", "decision_right", "roles.ownership", "roles.governance")


def who_decides(data: Dataset, view: str = "habit") -> Explorer:
    """Habit against right, owner against right, and shares against seats, for all cases or one sector.

    `view` opens on habit, owner or seats.
    """
    views = {
        "habit": charts.participation_and_right,
        "owner": charts.ownership_and_right,
        "seats": charts.owned_and_seated,
    }
    shown = toggles(say("who-decides.view"), in_words("who-decides.view", views), view)
    explorer = case_below(
        data,
        say("who-decides.look"),
        {"view": shown, **filters("sector", "scale"), "collection": report_or_all()},
        lambda part, view: views[view](part).html(),
        lambda card, **_: you_chose(card, _RIGHTS, _behind_shares(card)),
        first={"view": lambda: explorer.set(case="")},  # what was chosen in one view may not stand in another
        printed=Printed(key=lambda: joined(drawn(data).html() for drawn in views.values())),
    )
    return explorer


def _behind_shares(card: Card) -> Markup:
    """What is on record of the shares and seats of a case, each with its sources; empty where nothing is."""
    facts, boards = card.data.one("indicators", card.case), card.data.one("boards", card.case)
    facts = facts[facts["code"].isin(SHARES.values())]
    boards = boards[boards["binding"].fillna(False)].drop_duplicates("board")
    entries = [
        joined(
            say("who-decides.share", label=row.label, value=row.value, unit=row.unit),
            card.says_who(row.sources, f"share:{at}"),
        )
        for at, row in enumerate(facts.itertuples())
    ]
    entries += [
        joined(
            say("who-decides.seats", name=row.name, n=row.seats_total), card.says_who(row.sources, f"seats:{row.board}")
        )
        for row in boards.itertuples(index=False)
    ]
    return joined(tag("h4", say("who-decides.on-record")), items(entries)) if entries else Markup()
