"""Questions with answers computed from the data. The header of `datasets/teaching/self_check_2_1.yaml` explains the
format."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pcc_data.codes import NOTHING, load_codebook
from pcc_data.errors import not_allowed, pick
from pcc_data.quiz.answers import Answer, answer
from pcc_data.quiz.select import select
from pcc_data.quiz.teaching_files import entries, entry, read_teaching
from pcc_data.say import figure_text, listed, say
from pcc_data.tables.spec import DOMAINS, ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

KINDS = ("number", "choice", "order")
KEYS = (
    "id",
    "section",
    "ask",
    "kind",
    "answer",
    "options",
    "unit",
    "tolerance",
    "range",
    "hint",
    "explain",
    "says_who",
)
_NEEDED = ("id", "ask", "kind", "answer", "hint", "explain")
_PLACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Question:
    """A question, ready to be asked: texts filled in, options with labels, and the computed answer.

    `options` are pairs of value and label; `fields` are the fields of the codebook that the answer rests on; `section`
    is the heading of the notebook that it is about. A guess is a number, the value of an option, or a sequence of such
    values.
    """

    id: str
    ask: str
    kind: str
    options: tuple[tuple[str, str], ...]
    answer: Answer
    unit: str
    tolerance: float
    range: tuple[float, float, float]
    hint: str
    explain: str
    says_who: tuple[str, str] | None
    fields: tuple[str, ...] = ()
    section: str = ""

    @property
    def labels(self) -> dict[str, str]:
        """Label of each option by its value."""
        return dict(self.options)

    @property
    def right(self) -> tuple[str, ...]:
        """Values of the right options; for an order all options in their right order (tied ones as listed)."""
        if self.kind == "order":
            return tuple(sorted(self.labels, key=lambda value: self.answer.ranks[value]))
        return tuple(value for value, label in self.options if {value, label} & set(self.answer.right))

    def judge(self, guess: Any) -> bool:
        """Whether a guess counts as right: near enough, one of the right choices, or in order with ties either way
        round."""
        if self.kind == "number":
            return abs(float(guess) - float(self.answer.value or 0)) <= self.tolerance + 1e-9
        if self.kind == "choice":
            return guess in self.right
        ranks = [self.answer.ranks[value] for value in guess]
        return sorted(guess) == sorted(self.labels) and all(one <= two for one, two in itertools.pairwise(ranks))

    def judged(self, guess: Any) -> str:
        """wrong; near, where it counts as right but another guess on the scale would lie nearer; or right."""
        if not self.judge(guess):
            return "wrong"
        off = abs(float(guess) - float(self.answer.value or 0)) if self.kind == "number" else 0.0
        return "right" if off <= self.range[2] / 2 else "near"

    def in_place(self, guess: Sequence[str]) -> int:
        """How many places of an order hold what belongs there; what is tied belongs to either place."""
        ranks = self.answer.ranks
        return sum(ranks[one] == ranks[two] for one, two in zip(guess, self.right, strict=True))

    def said(self, guess: Any) -> str:
        """A guess in words."""
        if self.kind == "number":
            return f"{figure_text(float(guess))} {self.unit}".strip()
        if self.kind == "choice":
            return self.labels[guess]
        return ", ".join(self.labels[value] for value in guess)

    def answer_said(self) -> str:
        """The answer in words; several right choices joined by 'or'."""
        if self.kind == "number":
            return self.said(self.answer.value)
        if self.kind == "order":
            return self.said(self.right)
        return listed([self.labels[value] for value in self.right], "or")

    @property
    def why(self) -> str:
        """The explanation without the answer with which many begin: for where the answer is said before it."""
        said = self.answer_said().rstrip(".")
        told = self.explain.removeprefix(self._counted(said)).removeprefix(said)
        if told[:1] not in (*".?!:", ""):  # the answer goes on in the same breath: 166 of 600
            return self.explain
        told = told.lstrip(".?!: ")
        return told[:1].upper() + told[1:]

    def _counted(self, said: str) -> str:
        """A share with the counts behind it, as pictures say it; without counts what was said."""
        found = self.answer
        if not found.percent or found.numerator is None:
            return said
        return say("guess.counts", answer=said, n=found.numerator, total=found.denominator)


@dataclass(frozen=True)
class Ballot:
    """What a room can raise hands for: options by their value, and for a question the right labels and the counts
    behind them."""

    ask: str
    options: Mapping[str, str]
    right: tuple[str, ...] = ()
    counts: Mapping[str, float] = field(default_factory=dict)
    question: Question | None = None

    @property
    def explain(self) -> str:
        """What is told beside the right options; a range tells no number, so there the answer is named as well."""
        if self.question is None:
            return ""
        return self.question.why if self.question.kind == "choice" else self.question.explain


def ballot_of(asked: Question, bands: int = 5) -> Ballot:
    """A question as a show of hands: an order asks for its first place, a number for one of some equal ranges."""
    found = asked.answer
    if asked.kind == "number":
        low, high, step = asked.range
        edges = [low + round((high - low) * part / bands / step) * step for part in range(bands + 1)]
        if (high - low) / step < 2 * bands - 1:  # few possible answers: one option each
            edges = [low - step, *(low + at * step for at in range(round((high - low) / step) + 1))]
        starts = [end + step if at or edges[0] < low else end for at, end in enumerate(edges[:-1])]
        spans = [(figure_text(start), figure_text(end)) for start, end in zip(starts, edges[1:], strict=True)]
        names = [low if low == high else say("question.span", low=low, high=high) for low, high in spans]
        names = [f"{name} {asked.unit}".strip() for name in names]
        place = next(at for at, end in enumerate(edges[1:]) if round((found.value or 0) / step) * step <= end)
        return Ballot(asked.ask, {name: name for name in names}, (names[place],), {}, asked)
    if asked.kind == "order":
        best = min(found.ranks[value] for value in asked.labels)
        right = tuple(label for value, label in asked.options if found.ranks[value] == best)
        return Ballot(say("question.first", ask=asked.ask), asked.labels, right, _kept(asked), asked)
    return Ballot(asked.ask, asked.labels, tuple(asked.labels[value] for value in asked.right), _kept(asked), asked)


def _named(city: str, name: str) -> str:
    """The name of a case with its town in front, which is not said twice."""
    return name if name.startswith(city) else f"{city}: {name}"


def _kept(asked: Question) -> dict[str, float]:
    return {value: count for value, count in asked.answer.counts.items() if value in asked.labels}


def questions(name: str, data: Dataset, only: Sequence[str] = ()) -> list[Question]:
    """The questions of `datasets/teaching/<name>.yaml`, with their answers computed from `data`; `only` chooses ids.

    Raises ValueError for an unknown name or id, or one that lists every fault, each with the id of its question.
    """
    found = read_teaching(name)
    if not isinstance(found, list) or not found or not all(isinstance(part, Mapping) for part in found):
        raise ValueError(f"{name}.yaml must be a list of questions.")
    ids = [str(part.get("id")) for part in found]
    for wanted in only:
        pick(wanted, ids, f"question of {name}.yaml")
    twice = sorted({one for one in ids if ids.count(one) > 1})
    faults, made = [f"question {one!r}: the id stands twice." for one in twice], {}
    for one, part in zip(ids, found, strict=True):
        if only and one not in only:
            continue
        try:
            made[one] = question(part, data)
        except ValueError as error:
            faults.append(f"question {part.get('id')!r}: {error}")
    if faults:
        raise ValueError(f"{name}.yaml:\n" + "\n".join(faults))
    return [made[one] for one in only or ids]


def question(part: Mapping[str, Any], data: Dataset) -> Question:
    """One question from its entry in a file, its answer computed. Raises ValueError for a word that is not allowed."""
    wrong = [not_allowed(key, KEYS, "key of a question") for key in part if key not in KEYS]
    wrong += [f"{key!r} is missing." for key in _NEEDED if not part.get(key)]
    if wrong:
        raise ValueError(" ".join(wrong))
    kind = pick(part["kind"], KINDS, "kind of question")
    found = answer(data, part["answer"])
    texts = {text: _flat(part[text]) for text in ("ask", "hint", "explain")}
    options = () if kind == "number" else options_of(part.get("options"), data)
    span = _range(part, found)
    made = Question(
        **texts,
        id=part["id"],
        kind=kind,
        options=options,
        answer=found,
        unit=str(part.get("unit", say("question.percent") if found.percent else "")),
        tolerance=max(float(part.get("tolerance", 0)), span[2] / 2),
        range=span,
        says_who=_says_who(part.get("says_who"), found, data),
        fields=tuple(dict.fromkeys(_fields(part["answer"]))),
        section=str(part.get("section", "")),
    )
    _check(made)
    return replace(made, **{text: _filled(words, made) for text, words in texts.items()})


def _fields(part: Any, table: str = "") -> Iterator[str]:
    """Coded fields that a measure names, as a key or as a value."""
    if isinstance(part, Mapping):
        table = str(part.get("table", table))
        for key, value in part.items():
            yield from _fields(str(key), table)
            yield from _fields(value, table)
    elif isinstance(part, str):
        known = load_codebook().fields
        yield from (name for name in (part, f"{table}.{part}") if name in known and known[name].codes)


def _flat(text: Any) -> str:
    return " ".join(str(text).split())


def options_of(given: Any, data: Dataset | None = None) -> tuple[tuple[str, str], ...]:
    """Options as pairs of value and label: texts, or what a teaching file says in place of them. Only cases need
    `data`. Raises ValueError where there are none, or for a name that is not there."""
    if not given:
        raise ValueError("'options' is missing.")
    if isinstance(given, list):
        return tuple((_flat(text), _flat(text)) for text in given)
    source = next(iter(given))
    if source == "codes":
        return _codes(given)
    if source == "cases":
        if data is None:
            raise ValueError("options that are cases need the data.")
        wanted = given["cases"]
        chosen = select(data, wanted) if isinstance(wanted, Mapping) else data.only(wanted)
        order = chosen.cases.index if isinstance(wanted, Mapping) else wanted
        return tuple((str(case), _named(*chosen.cases.loc[case, ["city", "name"]])) for case in order)
    if source == "teaching":
        return _taught(given["teaching"])
    if source == "fields":
        parts = {"outcomes": DOMAINS, "roles": ROLES}[pick(given["fields"], ("outcomes", "roles"), "group of fields")]
        return tuple((part, load_codebook().label(f"{given['fields']}.{part}")) for part in parts)
    words = {True: "yes", False: "no"}  # YAML reads yes and no as true and false
    return tuple((words.get(value, str(value)), _flat(text)) for value, text in given.items())


def _codes(given: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Codes of a field with their labels: all, or those listed under `only`, in that order."""
    for key in given:
        pick(key, ("codes", "only"), "key of options")
    book, field = load_codebook(), given["codes"]
    known = {code: book.label(field, code) for code in book.codes(field)}
    wanted = [str(code) for code in given.get("only", known)]
    known |= {word: NOTHING[word].capitalize() for word in wanted if word in NOTHING and word not in known}
    return tuple((pick(code, known, f"code of {field}"), known[code]) for code in wanted)


def _taught(given: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Options from another teaching file: entries of a list or mapping (`list`) or by `ids`; their text stands under
    `key`."""
    for name in given:
        pick(name, ("file", "list", "ids", "key"), "key of options from a teaching file")
    file, key = given["file"], given.get("key")
    if "ids" in given:
        found = [(str(one), entry(file, str(one))) for one in given["ids"]]
    else:
        content = read_teaching(file)
        part = content[pick(given.get("list", ""), map(str, content), f"part of {file}.yaml")]
        if isinstance(part, Mapping):
            found = part.items()
        else:
            found = [(item[key], item) for item in entries(file, given["list"])]
    texts = {}
    for value, item in found:
        if isinstance(item, Mapping):
            item = item[pick(key or "", map(str, item), f"key in {file}.yaml")]
        texts[str(value)] = _flat(item)
    return tuple(texts.items())


def _range(part: Mapping[str, Any], found: Answer) -> tuple[float, float, float]:
    """From where to where one can guess, and in which steps: as given, else the denominator, else round about the
    answer."""
    if "range" in part:
        given = part["range"]
        if not isinstance(given, list) or len(given) != 3 or not given[0] < given[1]:
            raise ValueError(f"'range' is [lowest, highest, step], found {given!r}.")
        return tuple(map(float, given))
    if found.percent:
        return 0.0, 100.0, 1.0
    if found.denominator and found.denominator >= (found.value or 0):
        return 0.0, float(found.denominator), 1.0
    high = 10.0 ** math.ceil(math.log10(max(abs(found.value or 0), 1) * 1.5))
    return 0.0, high, max(high / 100, 1.0)


def _says_who(given: Any, found: Answer, data: Dataset) -> tuple[str, str] | None:
    if given is None:
        return (found.case, found.field) if found.case and found.field else None
    if not isinstance(given, Mapping) or set(given) != {"case", "field"}:
        raise ValueError(f"'says_who' is {{case: …, field: …}}, found {given!r}.")
    data.why(given["case"], given["field"])
    return given["case"], given["field"]


def _check(made: Question) -> None:
    """Whether the answer fits the kind and, for options, is among them."""
    found, (low, high, _) = made.answer, made.range
    if made.kind == "number":
        if found.value is None:
            raise ValueError("kind number needs a measure that gives a number.")
        if not low <= found.value <= high:
            raise ValueError(
                f"the answer, {figure_text(found.value)}, lies outside the range {figure_text(low)} to "
                f"{figure_text(high)}."
            )
    elif made.kind == "choice" and not made.right:
        raise ValueError(
            f"the answer ({', '.join(found.right) or 'none'}) is not among the options ({', '.join(made.labels)})."
        )
    elif made.kind == "order":
        ranked = "thing that the answer puts in order"
        lost = [not_allowed(value, found.ranks, ranked) for value in made.labels if value not in found.ranks]
        if lost:
            raise ValueError(" ".join(lost))


def _filled(text: str, made: Question) -> str:
    """The text with {answer}, {numerator} and so on replaced by what was computed."""
    found = made.answer
    shown = made.right
    if made.kind != "order":
        shown = sorted(made.labels, key=lambda value: -found.counts.get(value, 0))
    counts = [f"{made.labels[value]} {figure_text(found.counts[value])}" for value in shown if value in found.counts]
    figures = {name: getattr(found, name) for name in ("numerator", "denominator", "not_found")}
    figures["number"] = found.value
    known = {"answer": made.answer_said(), "counts": ", ".join(counts), "unit": made.unit}
    known |= {name: figure_text(value) for name, value in figures.items() if value is not None}
    return _PLACES.sub(lambda place: known[pick(place[1], known, "placeholder that this answer fills")], text)
