"""Names that are imported when first used, so that importing a package stays cheap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

_KIT = "_kit"


def lazy_names(
    package: str, path: Iterable[str], **elsewhere: str
) -> tuple[list[str], Callable[[str], Any], Callable[[], list[str]]]:
    """`__all__`, `__getattr__` and `__dir__` (PEP 562) for a package in which each public name lives in the private
    file of that name.

    `path` is the package's `__path__`. `elsewhere` names what else is public, and the module that holds it. The
    underscore keeps a file from hiding its function.
    """
    files = [found.name for found in iter_modules(path) if found.name.startswith("_") and found.name != _KIT]
    homes = elsewhere | {file.removeprefix("_"): f"{package}.{file}" for file in sorted(files)}

    def get(name: str) -> Any:
        if name in homes:
            return getattr(import_module(homes[name]), name)
        if name.startswith("_"):
            raise AttributeError(name)
        from pcc_data.errors import not_allowed

        raise AttributeError(not_allowed(name, homes, f"part of {package}"))

    return list(homes), get, lambda: sorted(homes)
