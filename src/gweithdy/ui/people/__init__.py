"""The People page: who takes part, how, and in which language."""
