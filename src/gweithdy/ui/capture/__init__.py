"""The capture bar: the line in which what is said becomes a card, on every page."""
