"""Who holds the roles of the cases, and in how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

HOLDERS = ("public", "community", "shared")


def role_shares(data: Dataset) -> dict[str, dict[str, tuple[int, int]]]:
    """For the public side, the community and both together: of each role (`roles.governance`) in how many cases they
    hold it, and in how many its holder was found. Roles of which no holder was found are left out."""
    states = {f"roles.{role}": data.state(f"roles.{role}") for role in ROLES}
    known = {field: found[found != "unknown"] for field, found in states.items()}
    return {
        holder: {field: (int((found == holder).sum()), len(found)) for field, found in known.items() if len(found)}
        for holder in HOLDERS
    }
