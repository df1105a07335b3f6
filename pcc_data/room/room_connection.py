"""What may pass from a visitor's page to its kernel: news of widgets that are there, and nothing that runs code."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from pcc_data.room.limits import Limit

KINDS = ("comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request")
OPENS = ("jupyter.widget.control",)
"""The only line that a page may open by itself: it asks for the state of all widgets."""
MOST_BYTES = 256_000
MOST_PARTS = 64
_HEADER, _CONTENT = 0, 3


class RoomConnection(ZMQChannelsWebsocketConnection):
    """A connection that reads each message before it goes through, and drops what it does not know."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._pace = Limit(600, 10)

    def handle_incoming_message(self, incoming_msg: Any) -> None:
        """Pass a message on, if it may pass."""
        if self._pace.use("") and self._may_pass(incoming_msg):
            super().handle_incoming_message(incoming_msg)

    def _may_pass(self, message: Any) -> bool:
        if not isinstance(message, bytes) or len(message) > MOST_BYTES:
            return False
        if int.from_bytes(message[:8], "little") > MOST_PARTS:  # Jupyter would count through them all, for ever
            return False
        try:
            channel, parts = deserialize_msg_from_ws_v1(message)
            header, content = (self.session.unpack(parts[at]) for at in (_HEADER, _CONTENT))
            kind = header["msg_type"]
            target = content.get("target_name") if kind == "comm_open" else OPENS[0]
        except Exception:  # whatever it is, it is no message of a page
            return False
        return channel == "shell" and kind in KINDS and target in OPENS
