"""The second screen: a board, or one theme of it, for the whole room."""
