"""Both parts of a pack are alike, and public copies give nothing away, for any session."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import workshops
from tests.pack.builders import TODAY

from gweithdy.domain.session import Series
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.contents import PackOptions, Section, outcome_pack
from gweithdy.pack.copies import Copy
from gweithdy.pack.counts import FEWEST
from gweithdy.pack.document import CardBox, Document, Item, QuoteBlock, Row, SectionBlock, Table
from gweithdy.pack.figures import Figure
from gweithdy.pack.layouts import Layout
from gweithdy.pack.runs import Voice
from gweithdy.pack.since import Since
from gweithdy.pack.walking import blocks_in, runs_in

Made = tuple[Workshop, Series | None]
orders = st.permutations(tuple(Section)).flatmap(
    lambda order: st.integers(0, len(order)).map(lambda n: tuple(order[:n]))
)


def shape(document: Document, part: int) -> list[object]:
    """Headings by where they are, tables by their size, items, cards, quotes and figures."""
    found: list[object] = []
    for block in blocks_in(document.parts[part]):
        match block:
            case SectionBlock():
                found.append(block.anchor.partition("-")[2])
            case Table():
                found.append((len(block.columns), len(block.rows)))
            case Item() | CardBox() | QuoteBlock() | Figure():
                found.append((type(block), block.thing))
    return found


@given(workshops(most=5), workshops(most=5), orders, st.sampled_from(Copy), st.sampled_from(Layout))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_both_parts_are_alike(
    made: Made, then: Made, sections: tuple[Section, ...], copy: Copy, layout: Layout
) -> None:
    since = Since(3, date(2026, 11, 1), then[0])
    # Without one of them nothing could stand side by side.
    sections = (*sections, Section.AGENDA) if layout is Layout.COLUMNS else sections
    options = PackOptions(sections=sections, copy=copy, layout=layout, since=since)
    document = outcome_pack(made[0], options, TODAY)
    assert shape(document, 0) == shape(document, 1)
    anchors = [b.anchor for b in blocks_in(document) if isinstance(b, SectionBlock)]
    assert len(anchors) == len(set(anchors))
    wanted = {run.link[1:] for run in runs_in(document) if run.link.startswith("#")}
    assert wanted <= {*anchors, *(part.cover.anchor for part in document.parts)}


@given(workshops(most=12))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_public_copy_has_no_words_that_name_and_no_small_number_of_people(made: Made) -> None:
    document = outcome_pack(made[0], PackOptions(copy=Copy.PUBLIC), TODAY)
    assert not [run for run in runs_in(document) if run.voice is Voice.NAMING]
    people = [s for part in document.parts for s in part.sections if s.anchor.endswith("-people")]
    cells = [block for section in people for block in blocks_in(section) if isinstance(block, Row)]
    numbers = [run.text for row in cells for run in runs_in(row) if run.text.isdigit()]
    assert all(int(number) >= FEWEST for number in numbers)
