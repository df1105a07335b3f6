"""Names that are imported when first used, so that importing a package stays cheap."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def lazy_names(
    package: str, names: Sequence[str], elsewhere: Mapping[str, str] | None = None
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` (PEP 562) for a package in which each public name lives in the private module of that name.

    `elsewhere` tells of the names that do not: in which module they are. The underscore keeps a module from hiding its function.
    """
    homes = {name: f"{package}._{name}" for name in names} | dict(elsewhere or {})

    def get(name: str) -> Any:
        if name not in homes:
            if name.startswith("_"):
                raise AttributeError(name)
            from pcc_data.errors import not_allowed

            raise AttributeError(not_allowed(name, homes, f"part of {package}"))
        return getattr(import_module(homes[name]), name)

    return get, lambda: sorted(homes)
