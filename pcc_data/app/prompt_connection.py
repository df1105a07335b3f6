"""The line between a page and its kernel in our lab: what is small leaves at once."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Jupyter's connection, with TCP_NODELAY.

    A redraw is a few small messages in a row. Without this, the system keeps each back until the one before is
    confirmed (Nagle, RFC 896, 1984), and every other picture comes 40 ms late.
    """

    def connect(self) -> Any:
        """Connect as Jupyter does, without the wait."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
