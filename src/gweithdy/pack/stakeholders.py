"""The stakeholder map with its table and ties, and who is missing from it."""

from gweithdy.domain.stakeholders import (
    CORNER_LABELS,
    GROUP_LABELS,
    ROLE_LABELS,
    SUPPORT_LABELS,
    TIE_LABELS,
    Corner,
    Stakeholder,
    Tie,
    corner,
    missing,
)
from gweithdy.pack.document import (
    Block,
    Figure,
    ListBlock,
    MapPoint,
    PowerInterestMap,
    Run,
    Runs,
    Table,
    Tone,
)
from gweithdy.pack.writer import PartWriter

_CORNERS = (Corner.SATISFY, Corner.MANAGE, Corner.WATCH, Corner.INFORM)


def stakeholders(p: PartWriter) -> list[Block]:
    """The map, all stakeholders, and the ties between them."""
    everyone = p.workshop.of(Stakeholder)
    if not everyone:
        return []
    blocks: list[Block] = [_map(p, everyone), _table(p, everyone)]
    ties = _ties(p, everyone)
    if ties:
        blocks += [p.heading(2, p.tr("Ties between stakeholders"), "ties"), ties]
    return p.section(p.tr("Stakeholder map"), "stakeholders", blocks)


def missing_people(p: PartWriter) -> list[Block]:
    """Who is not on the map."""
    items = tuple(p.tr(message) for message in missing(p.workshop.of(Stakeholder)))
    listed = [ListBlock(language=p.language, items=items)] if items else []
    return p.section(p.tr("Who is missing"), "missing", listed)


def _map(p: PartWriter, everyone: list[Stakeholder]) -> Figure:
    places = {each.id: place for place, each in enumerate(everyone)}
    points = tuple(
        MapPoint(number, p.text(each.name)[:1], each.power, each.interest)
        for number, each in enumerate(everyone, 1)
    )
    ties = tuple(
        (places[tie.start], places[tie.end])
        for tie in p.workshop.of(Tie)
        if tie.start in places and tie.end in places
    )
    drawing = PowerInterestMap(
        points=points,
        ties=ties,
        across=p.tr("Interest")[0],
        up=p.tr("Power")[0],
        corners=(
            p.tr(CORNER_LABELS[_CORNERS[0]])[0],
            p.tr(CORNER_LABELS[_CORNERS[1]])[0],
            p.tr(CORNER_LABELS[_CORNERS[2]])[0],
            p.tr(CORNER_LABELS[_CORNERS[3]])[0],
        ),
    )
    caption = p.tr("Numbers lead to the table below. Lines show ties.")
    return Figure(language=p.language, drawing=drawing, alt=_alt(p, everyone), caption=caption)


def _alt(p: PartWriter, everyone: list[Stakeholder]) -> str:
    standing: dict[Corner, list[str]] = {}
    for number, each in enumerate(everyone, 1):
        standing.setdefault(corner(each), []).append(str(number))
    told = "; ".join(
        f"{p.words.tr(label)}: {', '.join(standing[where])}"
        for where, label in CORNER_LABELS.items()
        if where in standing
    )
    return p.words.tr(
        "Map of stakeholders by power and interest, by their numbers in the table. {corners}.",
        corners=told,
    )


def _table(p: PartWriter, everyone: list[Stakeholder]) -> Table:
    columns = (
        (p.tr("No."), 0.55),
        (p.tr("Stakeholder"), 3.0),
        (p.tr("Power"), 0.85),
        (p.tr("Interest"), 1.15),
        (p.tr("Support"), 1.35),
        (p.tr("Roles"), 1.7),
    )
    rows = [_row(p, number, each) for number, each in enumerate(everyone, 1)]
    caption = p.tr("All stakeholders. Power and interest go from 0 to 100.")
    return p.table(caption, columns, rows, numbers=(0, 2, 3))


def _row(p: PartWriter, number: int, each: Stakeholder) -> tuple[Runs, ...]:
    group = Run("\n" + p.words.tr(GROUP_LABELS[each.group]), p.language, Tone.QUIET)
    return (
        p.plain(str(number)),
        (*(p.text(each.name) or p.tr("Stakeholder without a name")), group),
        p.plain(str(each.power)),
        p.plain(str(each.interest)),
        p.tr(SUPPORT_LABELS[each.support]),
        p.plain(", ".join(p.words.tr(ROLE_LABELS[role]) for role in each.roles)),
    )


def _ties(p: PartWriter, everyone: list[Stakeholder]) -> Table | None:
    names = {each.id: p.text(each.name) for each in everyone}
    rows = [
        (names[tie.start], p.tr(TIE_LABELS[tie.kind]), names[tie.end])
        for tie in p.workshop.of(Tie)
        if tie.start in names and tie.end in names
    ]
    columns = ((p.tr("From"), 3.0), (p.tr("Tie"), 1.8), (p.tr("To"), 3.0))
    return p.table((), columns, rows) if rows else None
