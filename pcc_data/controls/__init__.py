"""Controls and what holds them on a page, whatever they are about."""
