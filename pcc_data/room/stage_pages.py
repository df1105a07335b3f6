"""Projected pages that wait for the trainer: of the notebook that is shown, for the next group, and of the one after
it."""

from __future__ import annotations

from asyncio import Future
from collections.abc import Sequence
from typing import Any

from pcc_data.settings import STYLE_VARIABLE

STYLE = "projector"
KEPT = 2
"""Projected pages that wait at a time."""
_POOL = "stage:"


def stage_pool(path: str) -> str:
    """The name of the pool in which the projected page of a notebook waits."""
    return f"{_POOL}{path}"


def keep_stage_pages(manager: Any, notebooks: Sequence[str], shown: str) -> list[Future[dict[str, Any]]]:
    """Let a projected page wait of what is `shown` (the first notebook, as long as nothing is) and of the next one;
    returns what waits for the others, and has to end."""
    at = notebooks.index(shown) if shown in notebooks else 0
    wanted = [stage_pool(path) for path in notebooks[at : at + KEPT]]
    pools = getattr(manager, "_pools", {})
    for path in notebooks[at : at + KEPT] if pools else []:
        if not pools.get(stage_pool(path)):
            pools[stage_pool(path)] = _started(manager, path)
    others = [name for name in pools if name.startswith(_POOL) and name not in wanted]
    return [one for name in others for one in pools.pop(name)]


def _started(manager: Any, path: str) -> list[Future[dict[str, Any]]]:
    """One kernel of the projector's type. Voilà has one pool a notebook, whose kernels are all of one type: it fills
    this one in the place of its own."""
    pools, config = manager._pools, manager.kernel_pools_config[path]
    phones, size = pools.pop(path, []), config["pool_size"]
    config["pool_size"] = 1
    manager.fill_if_needed(notebook_name=path, extra_kernel_env_variables={STYLE_VARIABLE: STYLE})
    config["pool_size"] = size
    started = pools.pop(path)
    pools[path] = phones
    return started
