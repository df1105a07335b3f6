"""Is the server there, and the kernel of this page? Asked by every live page every few seconds."""

from __future__ import annotations

from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import authenticated

from pcc_data.room.window import ask_windows

ALIVE = "pcc/alive"


class Alive(JupyterHandler):
    """Answers `{"kernel": true}` as long as the kernel that the page names is there.

    The answer brings the cookie against forged requests, without which the server would refuse the message by which
    a page that is left ends its kernel.
    """

    @authenticated
    def get(self) -> None:
        _ = self.xsrf_token
        self.set_header("Cache-Control", "no-store")
        self.write({"kernel": self.has(self.get_argument("kernel", "")), **self.more()})

    def more(self) -> dict[str, Any]:
        """What a page is told besides."""
        return {}

    def has(self, kernel: str) -> bool:
        """Whether the kernel of this id is there, for who asks."""
        return kernel in self.kernel_manager


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    web_app = server.web_app
    web_app.add_handlers(".*$", [(url_path_join(web_app.settings["base_url"], ALIVE), Alive)])
    ask_windows(web_app)
