"""Public-community collaborations: sourced case records, comparisons and teaching views.

`import pcc_data as pcc`, then `data = pcc.load()`. Drawing and widgets are imported when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "2.0.0"

if TYPE_CHECKING:
    from pcc_data import charts as charts
    from pcc_data import explore as explore
    from pcc_data.analysis import qca as qca
    from pcc_data.analysis.agreement import agreement as agreement
    from pcc_data.analysis.candidates import candidates as candidates
    from pcc_data.analysis.compare import compare as compare
    from pcc_data.analysis.disagreements import disagreements as disagreements
    from pcc_data.analysis.gower import gower as gower
    from pcc_data.analysis.outcome_profile import outcome_profile as outcome_profile
    from pcc_data.analysis.selection import selection as selection
    from pcc_data.analysis.similar import similar as similar
    from pcc_data.analysis.voting_power import voting_power as voting_power
    from pcc_data.codes import Codebook
    from pcc_data.codes import set_language as set_language
    from pcc_data.dataset.coding_sheets import coding_sheets as coding_sheets
    from pcc_data.dataset.dataset import Dataset as Dataset
    from pcc_data.dataset.load import load as load
    from pcc_data.dataset.read_codings import read_codings as read_codings
    from pcc_data.designs.design import Design as Design
    from pcc_data.errors import RecordsError as RecordsError
    from pcc_data.paths import datasets_dir as datasets_dir
    from pcc_data.records.checking import check_text as check_text
    from pcc_data.records.template import short_template as short_template
    from pcc_data.settings import use_style as use_style
    from pcc_data.tables.incoming.import_cases import incoming as incoming

    codebook: Codebook

_HOME = {
    "load": "dataset.load",
    "Dataset": "dataset.dataset",
    "coding_sheets": "dataset.coding_sheets",
    "read_codings": "dataset.read_codings",
    "RecordsError": "errors",
    "use_style": "settings",
    "set_language": "codes",
    "voting_power": "analysis.voting_power",
    "similar": "analysis.similar",
    "gower": "analysis.gower",
    "agreement": "analysis.agreement",
    "candidates": "analysis.candidates",
    "disagreements": "analysis.disagreements",
    "compare": "analysis.compare",
    "outcome_profile": "analysis.outcome_profile",
    "selection": "analysis.selection",
    "Design": "designs.design",
    "datasets_dir": "paths",
    "short_template": "records.template",
    "check_text": "records.checking",
    "incoming": "tables.incoming.import_cases",
}
"""Public names and the file each comes from."""

__all__ = [
    "Dataset",
    "Design",
    "RecordsError",
    "__version__",
    "agreement",
    "candidates",
    "charts",
    "check_text",
    "codebook",
    "coding_sheets",
    "compare",
    "datasets_dir",
    "disagreements",
    "explore",
    "gower",
    "incoming",
    "load",
    "outcome_profile",
    "qca",
    "read_codings",
    "selection",
    "set_language",
    "short_template",
    "similar",
    "use_style",
    "voting_power",
]


if not TYPE_CHECKING:  # type checkers would take any name that a `__getattr__` might know

    def __getattr__(name: str) -> Any:
        if name == "codebook":
            return import_module("pcc_data.codes").load_codebook()
        if name in ("charts", "explore"):
            return import_module(f"pcc_data.{name}")
        if name == "qca":
            return import_module("pcc_data.analysis.qca")
        if name in _HOME:
            return getattr(import_module(f"pcc_data.{_HOME[name]}"), name)
        from pcc_data.errors import not_allowed

        raise AttributeError(not_allowed(name, __all__, "part of pcc_data"))


def __dir__() -> list[str]:
    return sorted(__all__)
