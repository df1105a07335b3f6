"""Live pages: a notebook as a page that runs by itself, on a projector, and on the phones of a room."""
