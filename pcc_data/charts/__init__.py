"""Pictures of the data. Each function takes a Dataset and returns a Chart: picture, sentence, table."""

from __future__ import annotations

from pcc_data.lazy import lazy_names

_HOME = {
    "Chart": "chart",
    "map_of_cases": "places",
    "roles_strip": "roles",
    "timeline": "events",
    "key_figures": "figures",
}
"""Public names and the file each comes from."""

__all__ = list(_HOME)
__getattr__, __dir__ = lazy_names(__name__, _HOME)
