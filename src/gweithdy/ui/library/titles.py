"""First titles of what is made here: a person's own text from then on, so in both languages."""

from gweithdy.domain.text import Text

NEW_SESSION = ("Sesiwn newydd", "New session")
NEW_SERIES = ("Cyfres newydd", "New series")


def of_copy(title: Text) -> tuple[str, str]:
    """The Welsh and the English title of a copy; a language that is missing stays so."""
    return (
        f"{title.cy.words} (copi)" if title.cy.words else "",
        f"{title.en.words} (copy)" if title.en.words else "",
    )
