"""The nouns as plain dataclasses, and their arithmetic. Standard library only."""
