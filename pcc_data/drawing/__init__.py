"""Type set and marks drawn: pictures as they are made on paper or on a screen, whatever the data say."""
