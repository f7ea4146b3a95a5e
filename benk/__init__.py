"""How fast the library answers. ``make bench`` measures and writes the page."""
