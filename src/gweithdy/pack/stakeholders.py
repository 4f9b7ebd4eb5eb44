"""The stakeholder map with its table and ties, and who is missing from it."""

from collections.abc import Iterable, Iterator

from gweithdy.domain.stakeholders import (
    CORNER_LABELS,
    GROUP_LABELS,
    ROLE_LABELS,
    SUPPORT_LABELS,
    TIE_LABELS,
    TOP,
    Corner,
    Stakeholder,
    Support,
    Tie,
    corner,
    missing,
)
from gweithdy.pack.document import Block, Blocks, Column, Paragraph, SectionBlock, Table
from gweithdy.pack.figures import Figure, MapPoint, PowerInterestMap
from gweithdy.pack.runs import Runs
from gweithdy.pack.writer import PartWriter, thing

_CORNERS = (Corner.SATISFY, Corner.MANAGE, Corner.WATCH, Corner.INFORM)


def stakeholders(p: PartWriter) -> Iterable[SectionBlock]:
    """The map, all stakeholders, and the ties between them."""
    everyone = p.workshop.of(Stakeholder)
    if not everyone:
        return ()
    blocks: list[Block] = [_map(p, everyone), *_in_the_middle(p, everyone), _table(p, everyone)]
    blocks += p.section(p.tr("Ties between stakeholders"), "ties", _ties(p, everyone))
    return p.section(p.tr("Stakeholder map"), "stakeholders", blocks)


def missing_people(p: PartWriter) -> Iterable[SectionBlock]:
    """Who is not on the map."""
    items = (p.item(p.tr(message)) for message in missing(p.workshop.of(Stakeholder)))
    return p.section(p.tr("Who is missing"), "missing", p.listed(items))


def _map(p: PartWriter, everyone: list[Stakeholder]) -> Figure:
    places = {each.id: place for place, each in enumerate(everyone)}
    points = tuple(
        MapPoint(number, p.text(each.name)[:1], each.power, each.interest, thing(each))
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


def _is_placed(each: Stakeholder) -> bool:
    """Whether somebody placed it: where it begins is nobody's opinion."""
    return (each.power, each.interest) != (TOP // 2, TOP // 2)


def _in_the_middle(p: PartWriter, everyone: list[Stakeholder]) -> Iterator[Paragraph]:
    numbers = [str(n) for n, each in enumerate(everyone, 1) if not _is_placed(each)]
    if numbers:
        told = p.tr(
            "In the middle because nobody placed them: {numbers}.", numbers=_listed(numbers)
        )
        yield p.paragraph(told)


def _listed(numbers: list[str]) -> str:
    return ", ".join(numbers)


def _alt(p: PartWriter, everyone: list[Stakeholder]) -> Runs:
    standing: dict[Corner, list[str]] = {}
    for number, each in enumerate(everyone, 1):
        if _is_placed(each):
            standing.setdefault(corner(each), []).append(str(number))
    told = "; ".join(
        f"{p.words.tr(label)}: {', '.join(standing[where])}"
        for where, label in CORNER_LABELS.items()
        if where in standing
    )
    return p.tr(
        "Map of stakeholders by power and interest, by their numbers in the table. {corners}.",
        corners=told,
    )


def _table(p: PartWriter, everyone: list[Stakeholder]) -> Table:
    columns = [
        Column(p.tr("No."), numbers=True),
        Column(p.tr("Stakeholder")),
        Column(p.tr("Power"), numbers=True),
        Column(p.tr("Interest"), numbers=True),
        Column(p.tr("Support")),
        Column(p.tr("Roles")),
    ]
    rows = [p.row(each, *_cells(p, number, each)) for number, each in enumerate(everyone, 1)]
    caption = p.tr("All stakeholders. Power and interest go from 0 to 100.")
    return p.table(caption, columns, rows, names=1)


def _cells(p: PartWriter, number: int, each: Stakeholder) -> tuple[Blocks, ...]:
    """What stands in a row; what is not known is left empty."""
    name = p.text(each.name) or p.tr("Stakeholder without a name")
    scales = (each.power, each.interest) if _is_placed(each) else ("", "")
    is_known = each.support is not Support.UNKNOWN
    return (
        p.cell(p.plain(str(number))),
        p.cell(name, p.tr(GROUP_LABELS[each.group])),
        *(p.cell(p.plain(str(scale))) for scale in scales),
        p.cell(p.tr(SUPPORT_LABELS[each.support]) if is_known else ()),
        p.cell(p.plain(", ".join(p.words.tr(ROLE_LABELS[role]) for role in each.roles))),
    )


def _ties(p: PartWriter, everyone: list[Stakeholder]) -> Iterator[Table]:
    names = {each.id: p.text(each.name) for each in everyone}
    rows = [
        p.row(
            tie,
            p.cell(names[tie.start]),
            p.cell(p.tr(TIE_LABELS[tie.kind])),
            p.cell(names[tie.end]),
        )
        for tie in p.workshop.of(Tie)
        if tie.start in names and tie.end in names
    ]
    columns = (
        Column(p.ctr("a stakeholder with a tie", "From")),
        Column(p.tr("Tie")),
        Column(p.ctr("a stakeholder with a tie", "To")),
    )
    if rows:
        yield p.table((), columns, rows)
