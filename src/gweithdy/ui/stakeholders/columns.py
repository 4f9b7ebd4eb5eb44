"""The columns of the table of stakeholders."""

from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import GROUP_LABELS, ROLE_LABELS, SUPPORT_LABELS, TOP, Stakeholder
from gweithdy.language.words import Words
from gweithdy.ui.stakeholders.shapes import SYMBOLS
from gweithdy.ui.widgets.rows import Column


def _name(who: Stakeholder, words: Words) -> str:
    return f"{SYMBOLS[who.group]}  {_spoken(who, words)}"


def _spoken(who: Stakeholder, words: Words) -> str:
    return who.name.best(words.language)[0]


def _roles(who: Stakeholder, words: Words) -> str:
    return ", ".join(words.tr(ROLE_LABELS[role]) for role in who.roles)


COLUMNS = (
    Column("name", N_("Name"), shown=_name, spoken=_spoken, width=110, stretch=2),
    Column("group", N_("Group"), labels=GROUP_LABELS, width=180, stretch=1),
    Column("power", N_("Power"), span=(0, TOP), width=50),
    Column("interest", N_("Interest"), span=(0, TOP), width=50),
    Column("support", N_("Support"), labels=SUPPORT_LABELS, width=110),
    Column("roles", N_("Roles"), shown=_roles, editable=False, width=100, stretch=1),
)
