"""Plan, run and write up bilingual (Welsh and English) workshops."""

__version__ = "0.1.0"
