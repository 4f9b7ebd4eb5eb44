"""The Stakeholders page: a table and a power and interest grid of the same data."""
