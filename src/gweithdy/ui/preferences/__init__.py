"""The Settings page: the screen, the library and its backups, and what the program is made of."""
