"""What the pictures of taking part and deciding share."""

HABIT = "participation_level"
RIGHT = "decision_right"
