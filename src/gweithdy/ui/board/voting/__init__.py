"""Votes: rounds, the grid in which they are counted, and what came of them."""
