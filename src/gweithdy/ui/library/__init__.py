"""The Library page: all series and sessions, and the search through them."""
