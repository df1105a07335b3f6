"""What the notebooks teach with: questions, vignettes, references, glossary; one YAML file each in
`datasets/teaching/`."""

from __future__ import annotations

from functools import cache
from typing import Any

from pcc_data.paths import datasets_dir


@cache
def teaching(name: str) -> Any:
    """Content of `datasets/teaching/<name>.yaml`.

    Raises FileNotFoundError when there is no such file, ValueError with its line when it is no YAML.
    """
    from pcc_data.files.read_yaml import read_yaml

    return read_yaml(datasets_dir() / "teaching" / f"{name}.yaml")


def core_sections(number: str) -> list[str]:
    """Headings of the core path of the notebook with this number, none where it has no such path."""
    return list(teaching("minutes")["notebooks"].get(number, {}).get("core", []))
