"""Finding a session from what somebody typed, and a line about each."""

import unicodedata
from datetime import date

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Catalogue
from gweithdy.language.words import Words

LEAST_OF_ID = 4
"""Letters of an id that say which session is meant, where no other has the same."""


def listed(catalogue: Catalogue) -> list[Session]:
    """All sessions by date, those without a date last."""
    return sorted(catalogue.of(Session), key=lambda each: (each.date or date.max, each.id))


def line_of(session: Session) -> str:
    """Id, date, status, title in Welsh, title in English, with tabs between."""
    cells = (
        session.id,
        session.date.isoformat() if session.date else "",
        str(session.status),
        session.title.cy.words,
        session.title.en.words,
    )
    return "\t".join(" ".join(cell.split()) for cell in cells)


def found(catalogue: Catalogue, typed: str, words: Words) -> Session:
    """The session with this id, or the only one whose id begins so or with this in its title."""
    begun = typed.strip().lower()
    if session := catalogue.find(Session, begun):
        return session
    wanted = folded(typed)
    fitting = [
        each
        for each in listed(catalogue)
        if (wanted and any(wanted in title for title in _titles(each)))
        or (len(begun) >= LEAST_OF_ID and each.id.startswith(begun))
    ]
    whole = [each for each in fitting if wanted in _titles(each)]
    if len(fitting) > 1 and len(whole) == 1:
        return whole[0]
    if not fitting:
        raise Problem(
            N_("No session has this id, or this in its title: {typed}. See: gweithdy list"),
            typed=typed,
        )
    if len(fitting) > 1:
        titles = "".join(f"\n{e.id}  {e.title.best(words.language)[0]}" for e in fitting)
        raise Problem(
            N_("More than one session fits: {typed}. Give the id of one of these: {sessions}"),
            typed=typed,
            sessions=titles,
        )
    return fitting[0]


def _titles(session: Session) -> tuple[str, str]:
    return folded(session.title.cy.words), folded(session.title.en.words)


def folded(text: str) -> str:
    """`text` without case, accents and doubled spaces: "Gŵyl" is found by "gwyl"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())
