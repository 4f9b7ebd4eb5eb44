"""The verbs of the People page: adding people, changing, naming and removing them."""

import re
from collections.abc import Iterable

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text, said, tidy
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import living
from gweithdy.edits.order import moved

_PSEUDONYM = re.compile(r"P-(\d+)")


def add(workshop: Workshop, name: str, **fields: Value) -> Edit:
    """One more person; `fields` are further fields of `Participant`."""
    name = _one_line(name)
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


def add_lines(workshop: Workshop, lines: str, language: str, **fields: Value) -> Edit:
    """A person for each line: the name, then if there is a tab the organisation.

    The organisation is taken as written in `language`.
    """
    rows = [line.split("\t") for line in lines.splitlines() if line.strip()]
    people = [(_one_line(row[0]), _organisation(row, language)) for row in rows]
    named = [(name, organisation) for name, organisation in people if name]
    if not named:
        raise Problem(N_("There is no name in the text that was pasted. Nothing was added."))
    order = at_end(workshop.of(Participant))
    changes: list[Change] = []
    for place, (name, organisation) in enumerate(named):
        person = Participant(
            id=new_id(),
            session=workshop.id,
            name=name,
            organisation=organisation,
            order=order + place * STEP,
            **fields,
        )
        changes += created(person)
    return Edit(N_("Add several people"), tuple(changes), workshop.id, about=str(len(named)))


def change(workshop: Workshop, person: Id, **fields: Value) -> Edit:
    """Other values for some fields of one person."""
    now = living(workshop, Participant, person)
    if "name" in fields:
        fields["name"] = _one_line(fields["name"])
    if "table" in fields:
        fields["table"] = _one_line(fields["table"])
    name = fields.get("name") or now.name
    return Edit(N_("Change a person"), updated(now, **fields), workshop.id, about=name)


def change_all(workshop: Workshop, people: Iterable[Id], **fields: Value) -> Edit:
    """The same values for several people."""
    rows = [living(workshop, Participant, person) for person in people]
    changes = tuple(c for row in rows for c in updated(row, **fields))
    return Edit(N_("Change several people"), changes, workshop.id, about=str(len(rows)))


def remove(workshop: Workshop, people: Iterable[Id]) -> Edit:
    """Take people out of the session."""
    rows = [living(workshop, Participant, person) for person in people]
    changes = tuple(c for row in rows for c in removed(row))
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


def _organisation(row: list[str], language: str) -> Text:
    return said(" ".join(row[1].split()), language) if len(row) > 1 and row[1].strip() else Text()


def _one_line(words: str) -> str:
    return " ".join(tidy(words).split())
