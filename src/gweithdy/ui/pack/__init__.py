"""The Pack page."""
