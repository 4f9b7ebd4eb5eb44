"""Sessions whose texts go out to a translator."""

from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, both
from gweithdy.domain.translating import units
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.demo import demonstration
from gweithdy.exchange.translations.outgoing import Outgoing

DEMOS = [each.workshop for each in demonstration()]


def out(workshop: Workshop, language: Language) -> Outgoing:
    """Everything of a session, to be translated into `language`."""
    return Outgoing(workshop.session, language, units(workshop, language))


def purpose(text: Text) -> Workshop:
    """A session whose purpose is `text`."""
    return Workshop(Session(id=new_id(), title=both("Diwrnod", "A day"), purpose=text))
