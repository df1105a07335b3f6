"""Pages of HTML: cards, sheets, handouts."""
