"""The boards of a session as files of their own: words, and a picture of the whole."""
