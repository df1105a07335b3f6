"""Questions whose answers are computed."""
