"""Where is our city? Five stages to place it in, and what others had at the next one."""

from markupsafe import Markup

from pcc_data.analysis.sequences import Stage, steps
from pcc_data.analysis.sequences import stages as all_stages
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import grounds
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import items, joined, tag
from pcc_data.pages.told import ground_told, step_told
from pcc_data.say import say
from pcc_data.teaching import teaching


def stages(data: Dataset) -> Explorer:
    """Place your own city in one of five stages, then read which cases stood there and what others had at the next one.

    There is no right answer and no mark.
    """
    named = [(f"{stage.number} {stage.name}", stage.id) for stage in all_stages().values() if stage.means]
    chosen = toggles(say("stages.where"), [(say("stages.not-yet"), ""), *named], "")
    return Explorer(
        say("stages.look"),
        {"stage": chosen},
        lambda stage: _shown(data, stage),
        printed=Printed(lambda: _shown(data, ""), lambda: _everything(data)),
    )


def _everything(data: Dataset) -> Markup:
    """What other records tell of each stage, for a key: the steps of the five places stand there already, in order."""
    order = [stage for stage in all_stages().values() if stage.means]
    told = [joined(tag("h3", f"{stage.number} {stage.name}"), _listed(_told(data, stage))) for stage in order]
    return joined(tag("p", say("stages.five-places")), told)


def _shown(data: Dataset, chosen: str) -> Markup:
    order = list(all_stages().values())
    told = [_described(stage) for stage in order if stage.means and chosen in ("", stage.id)]
    if chosen:
        at = [stage.id for stage in order].index(chosen)
        told += [_seen(data, order[at]), _next(data, order[at + 1])]
    return joined(told, tag("p", teaching("stages")["caution"], css="pcc-quiet"))


def _described(stage: Stage) -> Markup:
    head = tag("h3", f"{stage.number} {stage.name}")
    return tag("section", head, tag("p", stage.means, " ", tag("i", stage.ask)))


def _seen(data: Dataset, stage: Stage) -> Markup:
    """Steps of the five places at this stage, and what other records tell of it."""
    return joined(tag("h4", say("stages.seen")), _listed([*_first(data, stage.id), *_told(data, stage)]))


def _told(data: Dataset, stage: Stage) -> list[Markup]:
    """What records besides those of the five places tell of a stage."""
    line = next(part for part in teaching("stages")["stages"] if part["id"] == stage.id)
    return [ground_told(data, ground, f"seen:{stage.id}:{at}") for at, ground in enumerate(grounds(data, line))]


def _listed(lines: list[Markup]) -> Markup:
    return items(lines) if lines else tag("p", say("stages.none"))


def _next(data: Dataset, stage: Stage) -> Markup:
    """What others had at the next stage; behind the last one: what was taken back all the same."""
    title = say("stages.next", stage=stage.name) if stage.means else say("stages.after-the-last")
    return joined(tag("h4", title), _listed(_first(data, stage.id)))


def _first(data: Dataset, stage: str) -> list[Markup]:
    """The first step of each place at a stage."""
    rows = steps(data)
    rows = rows[rows["stage"] == stage].drop_duplicates("sequence")
    return [step_told(data, row, place=True) for row in rows.itertuples()]
