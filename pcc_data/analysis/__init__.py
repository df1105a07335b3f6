"""Plain functions on frames."""
