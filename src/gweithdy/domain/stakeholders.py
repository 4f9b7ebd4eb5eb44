"""Stakeholders and the ties between them, and the diagnosis of who is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import number_field, order_field, ref, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class Group(Choice):
    """Where a stakeholder stands, seen from the service."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    VOLUNTARY = "voluntary"
    CITIZENS = "citizens"
    BUSINESS = "business"
    OTHER = "other"


GROUP_LABELS = labels(
    {
        Group.INSIDE: N_("Inside the organisation"),
        Group.OUTSIDE: N_("Other public bodies"),
        Group.VOLUNTARY: N_("Voluntary sector"),
        Group.CITIZENS: N_("Citizens and users"),
        Group.BUSINESS: N_("Business"),
        Group.OTHER: N_("Other"),
    }
)


class Support(Choice):
    """How a stakeholder stands to the work."""

    UNKNOWN = "unknown"
    FOR = "for"
    NEUTRAL = "neutral"
    AGAINST = "against"


SUPPORT_LABELS = labels(
    {
        Support.UNKNOWN: N_("Not known"),
        Support.FOR: N_("In favour"),
        Support.NEUTRAL: N_("Neutral"),
        Support.AGAINST: N_("Against"),
    }
)


class Role(Choice):
    """What a stakeholder does in the work."""

    SPONSOR = "sponsor"
    DECIDES = "decides"
    DELIVERS = "delivers"
    FUNDS = "funds"
    USES = "uses"
    ADVISES = "advises"


ROLE_LABELS = labels(
    {
        Role.SPONSOR: N_("Sponsor"),
        Role.DECIDES: N_("Decides"),
        Role.DELIVERS: N_("Delivers"),
        Role.FUNDS: N_("Funds"),
        Role.USES: N_("Uses the service"),
        Role.ADVISES: N_("Advises"),
    }
)


class TieKind(Choice):
    """How two stakeholders are tied."""

    WORKS_WITH = "works_with"
    FUNDS = "funds"
    REPORTS_TO = "reports_to"
    INFLUENCES = "influences"


TIE_LABELS = labels(
    {
        TieKind.WORKS_WITH: N_("works with"),
        TieKind.FUNDS: N_("funds"),
        TieKind.REPORTS_TO: N_("reports to"),
        TieKind.INFLUENCES: N_("influences"),
    }
)


TOP = 100
"""The top of the scales of power and interest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder(Owned):
    """A person, group or body with a stake. `power` and `interest` go from 0 to 100."""

    noun: ClassVar = Noun(N_("Stakeholder"), page="stakeholders", key="stakeholders", copied=True)

    name: Text = text_field(N_("Stakeholder"), printed="stakeholders")
    group: Group = Group.OUTSIDE
    power: int = number_field(50, least=0, most=TOP)
    interest: int = number_field(50, least=0, most=TOP)
    support: Support = Support.UNKNOWN
    roles: tuple[Role, ...] = ()
    order: float = order_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Owned):
    """A tie from one stakeholder (`start`) to another (`end`)."""

    noun: ClassVar = Noun(N_("Tie"), page="stakeholders", key="ties", copied=True)

    start: Id = ref("stakeholder")
    end: Id = ref("stakeholder")
    kind: TieKind = TieKind.WORKS_WITH
    order: float = order_field()


class Corner(StrEnum):
    """The four corners of the power and interest grid."""

    MANAGE = "manage"
    SATISFY = "satisfy"
    INFORM = "inform"
    WATCH = "watch"


CORNER_LABELS = {
    Corner.MANAGE: N_("Work closely together"),
    Corner.SATISFY: N_("Keep satisfied"),
    Corner.INFORM: N_("Keep informed"),
    Corner.WATCH: N_("Keep an eye on"),
}


def corner(stakeholder: Stakeholder) -> Corner:
    """The corner of the grid in which a stakeholder stands; the middle counts as high."""
    high_power, high_interest = stakeholder.power >= 50, stakeholder.interest >= 50
    if high_power:
        return Corner.MANAGE if high_interest else Corner.SATISFY
    return Corner.INFORM if high_interest else Corner.WATCH


MISSING_ROLES = {
    N_("Nobody is marked as the sponsor."): Role.SPONSOR,
    N_("Nobody is marked as delivering the work."): Role.DELIVERS,
}
"""What is said where nobody has a role that somebody should have."""


def missing(stakeholders: Sequence[Stakeholder]) -> list[str]:
    """Who is not on the map: catalogue texts, empty when nobody obvious is missing."""
    if not stakeholders:
        return []
    groups = {each.group for each in stakeholders}
    roles = {role for each in stakeholders for role in each.roles}
    gaps = (
        (Group.VOLUNTARY not in groups, N_("Nobody from the voluntary sector is on the map.")),
        (Group.CITIZENS not in groups, N_("No citizens or users are on the map.")),
        (Group.INSIDE not in groups, N_("Nobody from inside the organisation is on the map.")),
        *((role not in roles, message) for message, role in MISSING_ROLES.items()),
    )
    return [message for is_missing, message in gaps if is_missing]
