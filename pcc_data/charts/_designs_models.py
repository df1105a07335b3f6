"""Which ownership model each design makes, among the real cases."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style, unreliable
from pcc_data.charts._kit.imagined import Designs, letters, letters_high, picks
from pcc_data.charts._kit.told import named_table
from pcc_data.colours import GREY, LIGHT
from pcc_data.drawing.canvas import box, canvas, write
from pcc_data.drawing.style import room_left, row_high
from pcc_data.drawing.texts import fold, isolated, text_width
from pcc_data.say import edges

PLAIN = "#E4E7EA"


@of_data
def designs_models(data: Dataset, designs: Designs) -> Chart:
    """The ownership models that designs make (or were given), beside the number of real cases with each."""
    book, now = load_codebook(), style()
    made = {key: design.features().get("ownership_model") for key, design in designs.items()}
    real = data.state("ownership_model").value_counts()
    models = list(book.codes("ownership_model"))
    open_ = [key for key, model in made.items() if model is None]
    title, text = _models_said(designs, made, real, len(data))
    left, row, most = 3.9, now.inch * 2.1, max([1, *(int(real.get(model, 0)) for model in models)])
    discs, share = 2.2, text_width(say("chart.count", n=most, total=len(data)), now.small)
    if now.narrow:  # letters and bar under the name
        left, discs = 0.0, 2.0
        row = now.inch * 1.3 + letters_high(max(1, *Counter(made.values()).values()), discs) if made else row * 1.6
    room = now.width - 0.2 - left - discs - (share + 0.22 if now.narrow else 1.4)
    note = say("designs-models.note", n=len(data)) + unreliable("ownership_model")
    lines = [*models, *([None] if open_ else [])]
    row = row_high(row, len(lines), room_left(title, note, 0.1))
    figure, ax = canvas(title, note, row * len(lines))
    for down, model in enumerate(lines, start=1):
        low = row * (len(lines) - down)
        ax.plot([0, now.width - 0.2], [low, low], color=LIGHT, lw=0.8)
        label = book.label("ownership_model", model) if model else say("designs-models.open")
        under = row - now.inch * 1.15 if now.narrow else row
        middle = low + row - now.inch * 0.6 if now.narrow else low + row / 2
        write(ax, 0, middle, fold(label, now.text, now.width - 0.3 if now.narrow else left - 0.15), size=now.text)
        high = under * (0.95 if now.narrow else 0.8)
        letters(ax, [key for key, found in made.items() if found == model], left, low + high + under * 0.1, discs, high)
        if model:
            count = int(real.get(model, 0))
            bar, thick, at = room * count / most, min(under, now.inch * 2.1) * 0.5, left + discs + 0.1
            box(ax, at, low + under / 2 - thick / 2, bar, thick, PLAIN, edgecolor=GREY, lw=0.6)
            write(ax, at + 0.1 + bar, low + under / 2, say("chart.count", n=count, total=len(data)))
    columns = {
        "model": [book.label("ownership_model", model) for model in models],
        "designs": [", ".join(key for key, found in made.items() if found == model) for model in models],
        "real": [say("chart.count", n=int(real.get(model, 0)), total=len(data)) for model in models],
    }
    table = named_table("designs-models", columns)
    return Chart(figure, title, text, table, picks(designs))


def _models_said(designs: Designs, made: Mapping[str, str | None], real: pd.Series, total: int) -> tuple[str, str]:
    book = load_codebook()
    found = [model for model in dict.fromkeys(made.values()) if model]
    if not found:
        return say("designs-models.none"), say("designs-models.none-text")
    decided = sum(model is not None for model in made.values())
    first, _ = edges({code: (int(real.get(code, 0)), total) for code in book.codes("ownership_model")})
    frequent = "tied" if len(first) != 1 else "among" if first[0] in found else "not-among"
    title = say("designs-models.title", n=decided, models=len(found), frequent=frequent)
    each = []
    for key, model in made.items():
        if model:
            told = {"name": isolated(designs[key].title), "model": book.phrase("ownership_model", model)}
            each.append(say("designs-models.each", key=key, n=int(real.get(model, 0)), total=total, **told))
    return title, " ".join([say("chart.sentence", title=title), *each])
