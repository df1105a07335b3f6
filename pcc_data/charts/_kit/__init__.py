"""What two charts share."""
