"""How notebooks of our lab lie on the disk: each explorer as its opening view, since what is live ends with its
kernel."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

from pcc_data.markup import tag
from pcc_data.say import say

LIVE = "application/vnd.jupyter.widget-view+json"


class StillFiles(AsyncLargeFileManager):
    """Jupyter's files, but a notebook holds no pointer to a widget: JupyterLab prefers it to any view beside it, and
    says "model not found" once the kernel is gone. So they go when a notebook is saved, and from what another program
    saved when it is opened."""

    async def get(self, path: str, *rest: Any, **more: Any) -> dict[str, Any]:
        """A file or folder as Jupyter gives it; a notebook is still."""
        model = await super().get(path, *rest, **more)
        if model["type"] == "notebook" and model["content"]:
            still(model["content"])
            safe(model["content"])
        return model

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Save as Jupyter does; a notebook is still."""
        if model.get("type") == "notebook" and model.get("content"):
            still(model["content"])
        return await super().save(model, path)

    def mark_trusted_cells(self, nb: Any, path: str = "") -> None:
        """Mark cells as Jupyter does, and say nothing: notebooks come without outputs, so nothing is held back."""
        self.notary.mark_cells(nb, self.notary.check_signature(nb))


def still(notebook: dict[str, Any]) -> None:
    """Take pointers to widgets out of the outputs; the HTML beside them stays. A widget whose state lies in the
    notebook is left."""
    kept = (
        notebook.get("metadata", {})
        .get("widgets", {})
        .get("application/vnd.jupyter.widget-state+json", {})
        .get("state", {})
    )
    for cell in notebook.get("cells", []):
        for output in cell.get("outputs", []):
            shown = output.get("data", {})
            if LIVE in shown and shown[LIVE].get("model_id") not in kept:
                del shown[LIVE]
                shown.setdefault("text/html", str(tag("p", say("lab-files.again"), css="pcc-live")))


def safe(notebook: dict[str, Any]) -> None:
    """Put drawings into images where a cell is not trusted: of a bare drawing JupyterLab would there leave the words
    alone, in one heap."""
    for cell in notebook.get("cells", []):
        outputs = [] if cell.get("metadata", {}).get("trusted") else cell.get("outputs", [])
        for shown in (output["data"] for output in outputs if "text/html" in output.get("data", {})):
            shown["text/html"] = re.sub("<svg.*?</svg>", _image, shown["text/html"], flags=re.DOTALL)


def _image(drawing: re.Match[str]) -> str:
    return f'<img alt="" src="data:image/svg+xml;base64,{b64encode(drawing[0].encode()).decode()}">'
