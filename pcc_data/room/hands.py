"""One question to the room at a time: answers by phone, hands typed by the trainer, in memory only."""

from __future__ import annotations

from dataclasses import dataclass, field

from pcc_data.quiz.questions import Ballot

MOST_TYPED = 999


@dataclass
class Hands:
    """The open question, if any. `number` counts questions, so that a late answer does not go to the next one."""

    ballot: Ballot | None = None
    key: str = ""
    number: int = 0
    revealed: bool = False
    typed: dict[int, int] = field(default_factory=dict)
    _answers: dict[str, int] = field(default_factory=dict)

    def open(self, key: str, ballot: Ballot) -> None:
        """Ask something new; what was answered before is gone."""
        self.clear()
        self.key, self.ballot = key, ballot

    def clear(self) -> None:
        """No question is open, and nothing is kept."""
        self.ballot, self.key, self.revealed = None, "", False
        self.typed, self._answers = {}, {}
        self.number += 1

    def answer(self, visitor: str, number: int, option: int) -> bool:
        """One answer of a visitor, the last one counts; False for another question, no option, or after the reveal."""
        if self.ballot is None or number != self.number or self.revealed or not 0 <= option < len(self.ballot.options):
            return False
        self._answers[visitor] = option
        return True

    def type(self, option: int, count: int) -> bool:
        """Hands that the trainer counted for an option, beside those of the phones; False for what cannot be."""
        if self.ballot is None or not 0 <= option < len(self.ballot.options) or not 0 <= count <= MOST_TYPED:
            return False
        self.typed[option] = count
        return True

    def given(self, visitor: str) -> int | None:
        """What a visitor answered."""
        return self._answers.get(visitor)

    @property
    def answered(self) -> int:
        """How many phones have answered."""
        return len(self._answers)

    @property
    def counts(self) -> dict[str, int]:
        """Hands by the label of their option, of phones and of the room."""
        labels = list(self.ballot.options.values()) if self.ballot else []
        by_phone = list(self._answers.values())
        return {label: by_phone.count(at) + self.typed.get(at, 0) for at, label in enumerate(labels)}
