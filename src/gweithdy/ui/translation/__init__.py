"""The Translation page: every text of the session in both languages, and how far each has come."""
