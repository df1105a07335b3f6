"""Names that are imported when first used, so that importing a package stays cheap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy_names(package: str, home: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` (PEP 562) for a package whose public names live in the modules that `home` tells.

    No module may bear the name of a public function, because importing it would hide the function.
    """

    def get(name: str) -> Any:
        if name not in home:
            if name.startswith("_"):
                raise AttributeError(name)
            from pcc_data.errors import not_allowed

            raise AttributeError(not_allowed(name, home, f"part of {package}"))
        return getattr(import_module(f"{package}.{home[name]}"), name)

    return get, lambda: sorted(home)
