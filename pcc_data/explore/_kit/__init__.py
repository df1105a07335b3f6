"""What two explorers share."""
