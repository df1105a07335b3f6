"""Pictures of the data. Each function takes a Dataset and returns a Chart: picture, sentence, table."""

from __future__ import annotations

from pcc_data.lazy import lazy_names

_HOME = {
    "Chart": "chart",
    "guess": "guesses",
    "hands": "guesses",
    "weighted_profiles": "wheel",
    "outcome_profile": "profiles",
    "leave_one_out": "left_out",
    "map_of_cases": "places",
    "roles_strip": "roles",
    "timeline": "events",
    "key_figures": "figures",
    "motion": "boards",
    "owned_and_seated": "boards",
    "co_production_grid": "grid",
    "participation_and_right": "ladders",
    "ownership_and_right": "ladders",
    "ten_and_others": "ladders",
    "spectrum": "ladders",
    "cross_table": "crosstab",
    "role_matrix": "matrix",
    "life_lines": "lives",
    "promises": "promised",
    "indicator": "measures",
    "indicator_units": "measures",
    "instruments": "tools",
    "contributions": "tools",
    "topics": "themes",
    "city_roles": "city",
    "used_together": "city",
    "instrument_combinations": "combinations",
    "real_and_status": "setbacks",
    "coverage": "missing_cases",
    "designs_grid": "imagined",
    "designs_roles": "imagined",
    "designs_models": "imagined",
}
"""Public names and the file each comes from."""

__all__ = list(_HOME)
__getattr__, __dir__ = lazy_names(__name__, _HOME)
