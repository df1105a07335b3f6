"""The kernels of live pages: one that waited long for its page does not end while the page opens, one that was left
ends at once."""

from __future__ import annotations

from datetime import datetime, timedelta
from subprocess import DEVNULL
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager


class KeptKernels(AsyncMappingKernelManager):
    """Kernels that end some time after their page was left; Voilà makes its own manager of this one.

    A kernel that was made ready beforehand has done nothing for as long as it waited. From the moment it is given to a
    page until the page has connected it would therefore count as left.
    """

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._met: dict[str, datetime] = {}

    async def start_kernel(self, **more: Any) -> str:
        """Start a kernel whose own errors are not told to the terminal: who ends the server while a page is made would
        read that its kernel lost its line. What fails in a page is told on the page."""
        return str(await ensure_async(super().start_kernel(stderr=DEVNULL, **more)))

    async def shutdown_kernel(self, kernel_id: str, now: bool = False, restart: bool = False) -> None:
        """End a kernel without asking it. It has nothing to keep, and to tidy up would take it half a second of the
        machine, just when the next page opens."""
        await ensure_async(super().shutdown_kernel(kernel_id, now=True, restart=restart))

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that nobody uses, if it was already given to a page that long ago.

        Asked only of kernels that no longer wait: those that do are Voilà's.
        """
        self._met = {one: when for one, when in self._met.items() if one in self}
        met = self._met.setdefault(kernel_id, utcnow())
        if utcnow() - met >= timedelta(seconds=self.cull_idle_timeout):
            await ensure_async(super().cull_kernel_if_idle(kernel_id))
