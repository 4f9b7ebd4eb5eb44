"""Titles of copies: a person's own text from then on, so in the languages that there are."""

from gweithdy.domain.text import Text


def of_copy(title: Text) -> tuple[str, str]:
    """The Welsh and the English title of a copy; a language that is missing stays so."""
    return (
        f"{title.cy.words} (copi)" if title.cy.words else "",
        f"{title.en.words} (copy)" if title.en.words else "",
    )
