"""Voilà's stand-alone program for one laptop: our pages, kernels made ready beforehand, no code from visitors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from jupyter_server.base.handlers import Template404
from jupyter_server.utils import url_path_join
from traitlets.config import Config
from voila.app import Voila

from pcc_data.room.alive import ALIVE, Alive
from pcc_data.room.live_pages import jupyter_folder, options

Server = TypeVar("Server", bound=Voila)
_FIRST_THE_PAGE = 6.0
"""Seconds before a kernel starts in place of one that was taken: until then the page that took it needs the machine."""


def live_server(
    root: Path,
    ready: Mapping[str, int],
    *,
    ip: str,
    port: int,
    token: str,
    stage: bool = False,
    home: str | None = None,
    kind: type[Server],
    **more: Any,
) -> Server:
    """A server of the notebooks below `root`, not started yet.

    `ready` says of how many kernels each notebook (by its path below `root`) has some waiting; a notebook that it does
    not name starts when it is opened. `home` is where pages lead back to, `kind` the class of the server. Raises
    OSError where the template is missing.
    """
    if not (jupyter_folder() / "voila").is_dir():
        raise FileNotFoundError(f"{jupyter_folder()}: the template of live pages is missing; install pcc_data anew")
    pools = {name: {"pool_size": size, "kernel_env_variables": {}} for name, size in ready.items()}
    config = Config(options(root, stage=stage, home=home, beside=list(ready)))
    config.VoilaConfiguration.preheat_kernel = bool(pools)
    config.VoilaKernelManager.kernel_pools_config = {"default": {"pool_size": 0, "kernel_env_variables": {}}} | pools
    config.VoilaKernelManager.fill_delay = _FIRST_THE_PAGE
    app = kind(config=config, **more)
    app.initialize([f"--Voila.ip={ip}", f"--port={port}", f"--token={token}", "--no-browser", str(root)])
    return app


class PagesServer(Voila):
    """Voilà, and one address more: by which a page knows that its server is there. What cannot be opened is told in our
    words."""

    def init_settings(self) -> dict[str, Any]:
        found, ours = super().init_settings(), self.config.ServerApp
        found["jinja2_env"].loader.searchpath[:0] = ours.extra_template_paths
        return {**found, "jinja_template_vars": ours.jinja_template_vars, "default_handler_class": Template404}

    def init_handlers(self) -> list[Any]:
        return [(url_path_join(self.server_url, ALIVE), Alive), *super().init_handlers()]
