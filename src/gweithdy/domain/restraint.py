"""Restraint: what a board keeps of who said something, and what waits before it is shown."""

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.problem import N_


class Naming(Choice):
    """What a board keeps and shows of who said a card; each says less than the one before."""

    NAMED = "named"
    TABLE = "table"
    ANONYMOUS = "anonymous"


NAMING_LABELS = labels(
    {
        Naming.NAMED: N_("With names"),
        Naming.TABLE: N_("By table"),
        Naming.ANONYMOUS: N_("Anonymous"),
    }
)

NAMING_TOLD = labels(
    {
        Naming.NAMED: N_("With names: tables are kept, and the names of those who agreed."),
        Naming.TABLE: N_("By table: tables are kept, names are not."),
        Naming.ANONYMOUS: N_("Anonymous: no name, no table and no place is kept."),
    }
)
"""The same in a sentence, as it stands on the screen."""


class Holding(Choice):
    """Which new cards of a board wait until somebody lets them through."""

    NOTHING = "nothing"
    ARRIVING = "arriving"
    EVERYTHING = "everything"


HOLDING_LABELS = labels(
    {
        Holding.NOTHING: N_("No card waits"),
        Holding.ARRIVING: N_("Cards from online and from files wait"),
        Holding.EVERYTHING: N_("Every new card waits"),
    }
)


class Standing(Choice):
    """Whether a card is shown to everybody; each is stricter than the one before."""

    RELEASED = "released"
    WAITING = "waiting"
    ASIDE = "aside"


STANDING_LABELS = labels(
    {
        Standing.RELEASED: N_("Shown to everybody"),
        Standing.WAITING: N_("Waiting"),
        Standing.ASIDE: N_("Was set aside"),
    }
)


class Verdict(Choice):
    """What somebody decided on a card."""

    ACCEPTED = "accepted"
    REWORDED = "reworded"
    ASIDE = "aside"


VERDICT_LABELS = labels(
    {
        Verdict.ACCEPTED: N_("Was let through"),
        Verdict.REWORDED: N_("Was let through in other words"),
        Verdict.ASIDE: N_("Was set aside"),
    }
)


def strictness(choice: Choice) -> int:
    """The place of a `Naming` or a `Standing` among its kind; one that is not known is the last."""
    known = list(type(choice))
    return known.index(choice) if choice in known else len(known)
