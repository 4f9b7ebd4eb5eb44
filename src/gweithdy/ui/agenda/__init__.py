"""The Plan page: the session's own fields and the blocks of the day."""
