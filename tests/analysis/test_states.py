"""What a coded field says of each case."""

from __future__ import annotations

from pcc_data.analysis.states import coloured_fields, no_step, states
from pcc_data.drawing.marks import marks


def test_every_coloured_field_knows_its_nothing(data):
    for field in coloured_fields(data):
        assert set(no_step(field)) >= {"not_found", "does_not_apply"}
        assert set(states(data, field)) <= set(marks(field))
