"""What the pictures of taking part and deciding share."""

from __future__ import annotations

HABIT = "participation_level"
RIGHT = "decision_right"
