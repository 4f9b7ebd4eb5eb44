"""Lines on pages: none is lost, none is cut, headings stand with what they head."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gweithdy.domain.presented import Role
from gweithdy.ui.present.paging import LEAST_PIECE, Said, page_of, pages

ROOM = 100.0
lines_of_text = st.lists(
    st.tuples(st.sampled_from(list(Role)), st.integers(1, 400), st.integers(0, 300)), max_size=30
)


def measured(said: Said) -> float:
    """A line has ten letters, and is ten high."""
    return 10.0 * max(1, *(-(-len(words) // 10) for words in said.columns))


def made(drawn: list[tuple[Role, int, int]]) -> list[Said]:
    return [
        Said(role, str(n), tuple(("ab " * size)[:size] for size in (min(one, 20), two)))
        if role is not Role.CARD
        else Said(role, str(n), tuple(("geiriau " * size)[:size] for size in (one, two)))
        for n, (role, one, two) in enumerate([(Role.LANE, 5, 0), *drawn])
    ]


def headed(drawn: list[tuple[Role, int, int]]) -> list[tuple[Role, int, int]]:
    """Headings as long as people make them: they leave room for a card."""
    return [(role, one, two if role is Role.CARD else min(two, 20)) for role, one, two in drawn]


@given(lines_of_text)
@settings(max_examples=200, deadline=None)
def test_every_word_stands_on_a_page_that_has_room_for_it(
    drawn: list[tuple[Role, int, int]],
) -> None:
    lines = made(headed(drawn))
    found = pages(lines, ROOM, measured)
    seen: dict[str, list[str]] = {}
    for page in found:
        last = page[-1]
        assert last.top + last.height <= ROOM or max(map(len, last.said.columns)) <= LEAST_PIECE
        assert page[0].said.role is Role.LANE
        for placed in page:
            if placed.said.role is Role.CARD:
                seen.setdefault(placed.said.id, []).append(placed.said.columns[0])
    for line in lines:
        if line.role is Role.CARD:
            assert "".join(seen[line.id]).replace(" ", "") == line.columns[0].replace(" ", "")


def test_a_heading_is_repeated_and_ends_no_page() -> None:
    lines = [Said(Role.LANE, "l", ("Lane",)), Said(Role.THEME, "t", ("Theme",))]
    lines += [Said(Role.CARD, f"c{n}", ("card",)) for n in range(12)]
    found = pages(lines, ROOM, measured)
    assert [[p.said.id for p in page][:3] for page in found] == [["l", "t", "c0"], ["l", "t", "c8"]]
    before = [Said(Role.CARD, f"b{n}", ("card",)) for n in range(8)]
    found = pages([lines[0], *before, *lines[1:3]], ROOM, measured)
    assert found[0][-1].said.id == "b7"
    assert [p.said.id for p in found[1]] == ["l", "t", "c0"]


def test_the_page_is_found_by_what_is_still_there() -> None:
    lines = [Said(Role.LANE, "l", ("Lane",))]
    lines += [Said(Role.CARD, f"c{n}", ("card",)) for n in range(30)]
    found = pages(lines, ROOM, measured)
    assert page_of(found, ["gone", "c20"], 0) == 2
    assert page_of(found, ["gone"], 9) == len(found) - 1
    assert page_of([], ["c1"], 3) == 0
