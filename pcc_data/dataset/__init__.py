"""The data set in use, and who says what."""
