"""What the pages to read share."""

from __future__ import annotations

SHOWN = 3  # lessons and challenges beside a question: more would bury it
