"""The title of a session beside its pack, in names of files and e-mails: as the pack prints it."""

from dataclasses import replace

from gweithdy.domain.people import Participant
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.kept_back import KeptBack
from gweithdy.pack.names import Names
from gweithdy.pack.options import PackOptions
from gweithdy.pack.runs import Run, Voice


def names_in(workshop: Workshop, options: PackOptions) -> Names:
    """Who may be named in a pack with these options, and who may not."""
    return Names(
        workshop.of(Participant), names=options.prints_names, everybody=options.shown.everything
    )


def told_session(workshop: Workshop, options: PackOptions) -> Session:
    """The session, with nothing in its title that a pack with these options keeps back."""
    kept_back = KeptBack(names_in(workshop, options), options.becomes)

    def told(language: Language) -> str:
        words = workshop.session.title.get(language)
        return kept_back.out_of(Run(words, language, voice=Voice.SAID)).text

    title = workshop.session.title
    told_title = Text(
        replace(title.cy, words=told(Language.CY)),
        replace(title.en, words=told(Language.EN)),
        title.original,
    )
    return replace(workshop.session, title=told_title)
