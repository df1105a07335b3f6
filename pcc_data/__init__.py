"""Public-community collaborations: sourced case records, comparisons and teaching views.

`import pcc_data as pcc`, then `data = pcc.load()`. Drawing and widgets are imported when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "2.0.0"

_HOME = {
    "load": "pcc_data.dataset",
    "Dataset": "pcc_data.dataset",
    "RecordsError": "pcc_data.dataset",
    "codebook": "pcc_data.codes",
    "use_style": "pcc_data.settings",
    "set_language": "pcc_data.settings",
    "voting_power": "pcc_data.power",
    "similar": "pcc_data.similarity",
    "gower": "pcc_data.similarity",
    "agreement": "pcc_data.reliability",
    "compare": "pcc_data.comparison",
    "outcome_profile": "pcc_data.comparison",
    "Design": "pcc_data.designs",
    "charts": None,
    "explore": None,
}
"""Public names and the module each comes from; None: the name is a module itself."""

__all__ = ["__version__", *_HOME]

if TYPE_CHECKING:
    from pcc_data import charts as charts
    from pcc_data import explore as explore
    from pcc_data.dataset import Dataset as Dataset
    from pcc_data.dataset import RecordsError as RecordsError
    from pcc_data.dataset import load as load
    from pcc_data.designs import Design as Design
    from pcc_data.power import voting_power as voting_power
    from pcc_data.reliability import agreement as agreement
    from pcc_data.settings import set_language as set_language
    from pcc_data.settings import use_style as use_style
    from pcc_data.similarity import gower as gower
    from pcc_data.similarity import similar as similar


def __getattr__(name: str) -> Any:
    if name == "codebook":
        return import_module("pcc_data.codes").load_codebook()
    if name not in _HOME:
        from pcc_data.errors import not_allowed

        raise AttributeError(not_allowed(name, __all__, "part of pcc_data"))
    home = _HOME[name]
    return import_module(f"pcc_data.{name}") if home is None else getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
