"""The verbs of the People page: adding people, changing, naming and removing them."""

import re
from collections.abc import Iterable, Mapping

from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text, Typed, both, on_one_line
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import living
from gweithdy.edits.order import moved

_PSEUDONYM = re.compile(r"P-(\d+)")


def add(workshop: Workshop, name: str, **fields: Value) -> Edit:
    """One more person; `fields` are further fields of `Participant`."""
    name = on_one_line(name)
    if not name:
        raise Problem(N_("Type a name or a pseudonym first, for example P-01."))
    person = Participant(
        id=new_id(),
        session=workshop.id,
        name=name,
        order=at_end(workshop.of(Participant)),
        **fields,
    )
    return Edit(N_("Add a person"), created(person), workshop.id, about=name)


def add_all(workshop: Workshop, people: Iterable[Mapping[str, Value]]) -> Edit:
    """Several people at once; each is given by fields of `Participant`, its name among them."""
    rows = [{**each, "name": on_one_line(each["name"])} for each in people]
    named = [each for each in rows if each["name"]]
    if not named:
        raise Problem(N_("There is no name in the text that was pasted. Nothing was added."))
    order = at_end(workshop.of(Participant))
    changes: list[Change] = []
    for place, fields in enumerate(named):
        person = Participant(id=new_id(), session=workshop.id, order=order + place * STEP, **fields)
        changes += created(person)
    return Edit(N_("Add several people"), tuple(changes), workshop.id, about=str(len(named)))


def name_organisation(workshop: Workshop, people: Iterable[Id], typed: Typed) -> Edit:
    """The organisation of people, as a cell was given it.

    A name has no language: while there is one for both, or one at all, it is the same in both.
    """
    rows = [living(workshop, Participant, person) for person in people]
    changes = tuple(
        change
        for row in rows
        for change in updated(row, organisation=_organisation(row.organisation, typed))
    )
    label = N_("Change a person") if len(rows) == 1 else N_("Change several people")
    about = rows[0].name if len(rows) == 1 else str(len(rows))
    return Edit(label, changes, workshop.id, about=about)


def change(workshop: Workshop, person: Id, **fields: Value) -> Edit:
    """Other values for some fields of one person."""
    now = living(workshop, Participant, person)
    if "name" in fields:
        fields["name"] = on_one_line(fields["name"])
    if "table" in fields:
        fields["table"] = on_one_line(fields["table"])
    name = fields.get("name") or now.name
    changes = (*updated(now, **fields), *_unsaid(workshop, [now], fields))
    return Edit(N_("Change a person"), changes, workshop.id, about=name)


def change_all(workshop: Workshop, people: Iterable[Id], **fields: Value) -> Edit:
    """The same values for several people."""
    rows = [living(workshop, Participant, person) for person in people]
    if len(rows) == 1:
        return change(workshop, rows[0].id, **fields)
    if "table" in fields:
        fields["table"] = on_one_line(fields["table"])
    changed = (c for row in rows for c in updated(row, **fields))
    changes = (*changed, *_unsaid(workshop, rows, fields))
    return Edit(N_("Change several people"), changes, workshop.id, about=str(len(rows)))


def remove(workshop: Workshop, people: Iterable[Id]) -> Edit:
    """Take people out of the session."""
    rows = [living(workshop, Participant, person) for person in people]
    gone = (c for row in rows for c in removed(row))
    changes = (*gone, *_unsaid(workshop, rows, {"named": False}))
    if len(rows) == 1:
        return Edit(N_("Remove a person"), changes, workshop.id, about=rows[0].name)
    return Edit(N_("Remove several people"), changes, workshop.id, about=str(len(rows)))


def move(workshop: Workshop, person: Id, index: int) -> Edit:
    """Put a person at `index` of the list."""
    found = living(workshop, Participant, person)
    changes = moved(workshop.of(Participant), person, index)
    return Edit(N_("Move a person"), changes, workshop.id, about=found.name)


def give_pseudonyms(workshop: Workshop) -> Edit:
    """A pseudonym for everybody without a name: the first numbers that are free."""
    people = workshop.of(Participant)
    matches = (_PSEUDONYM.fullmatch(person.name) for person in people)
    taken = {int(match[1]) for match in matches if match}
    changes: list[Change] = []
    number = 0
    for person in people:
        if person.name:
            continue
        number = next(n for n in range(number + 1, number + len(taken) + 2) if n not in taken)
        changes += updated(person, name=f"P-{number:02d}")
    return Edit(N_("Give pseudonyms"), tuple(changes), workshop.id)


def _unsaid(
    workshop: Workshop, people: Iterable[Participant], fields: Mapping[str, Value]
) -> tuple[Change, ...]:
    """Who no longer agrees to be named is nobody's author any more."""
    if fields.get("named", True):
        return ()
    ids = {person.id for person in people}
    cards = (card for card in workshop.of(Card) if card.said_by in ids)
    return tuple(change for card in cards for change in updated(card, said_by=""))


def _organisation(now: Text, typed: Typed) -> Text:
    if not typed.words.strip():
        return Text()
    cy, en = now.cy.words, now.en.words
    return typed.applied(now) if cy and en and cy != en else both(typed.words, typed.words)
