"""A row of a table told by itself says all that stands in it, each value behind its head."""

from tests.pack.random_documents import Chance

from gweithdy.domain.text import Language
from gweithdy.pack.document import Blocks, Column, Item, ListBlock, Paragraph, Row, Table
from gweithdy.pack.rows import told_alone
from gweithdy.pack.runs import Run, Runs, Tone, words_of
from gweithdy.pack.walking import runs_in

EN = Language.EN


def runs(text: str) -> Runs:
    return (Run(text, EN),)


def words(text: str, tone: Tone = Tone.PLAIN) -> Paragraph:
    return Paragraph(language=EN, runs=runs(text), tone=tone)


def table(heads: str, *cells: Blocks, names: int = 0) -> tuple[Row, Table]:
    """A table of one row; heads that begin with # are those of numbers."""
    columns = tuple(
        Column(runs(each.removeprefix("#")), each.startswith("#")) for each in heads.split()
    )
    row = Row(language=EN, cells=cells)
    return row, Table(language=EN, caption=(), columns=columns, rows=(row,), names=names)


def lines(blocks: Blocks) -> list[str]:
    return [words_of(block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_the_head_comes_first_and_each_value_behind_its_own() -> None:
    made = told_alone(*table("What Who When", (words("Ring"),), (words("Siân"),), (words("May"),)))
    assert lines(made) == ["Ring", "Who: Siân", "When: May"]
    (head, who, _) = made
    assert isinstance(head, Paragraph)
    assert isinstance(who, Paragraph)
    assert [run.tone for run in head.runs] == [Tone.STRONG]
    assert [run.tone for run in who.runs] == [Tone.QUIET, Tone.QUIET, Tone.PLAIN]


def test_an_empty_cell_says_nothing() -> None:
    made = told_alone(*table("What Who When", (words("Ring"),), (), (words("May"),)))
    assert lines(made) == ["Ring", "When: May"]


def test_a_number_before_the_head_stands_there_and_others_share_a_line() -> None:
    cells = [(words(each),) for each in ("7", "Council", "30", "60", "For")]
    assert lines(told_alone(*table("#No. Name #Power #Interest Support", *cells, names=1))) == [
        "7 · Council",
        "Power: 30 · Interest: 60",
        "Support: For",
    ]


def test_a_number_before_nothing_keeps_its_head() -> None:
    assert lines(told_alone(*table("#No. Name", (words("7"),), (), names=1))) == ["No.: 7"]
    beneath = (words("public", Tone.QUIET),)
    made = told_alone(*table("#No. Name", (words("7"),), beneath, names=1))
    assert sorted(lines(made)) == ["No.: 7", "public"]


def test_what_stands_beneath_stays_beneath_and_a_list_stays_a_list() -> None:
    items = (Item(language=EN, blocks=(words("one"),)),)
    listed = ListBlock(language=EN, items=items)
    made = told_alone(*table("What Who", (words("Ring"), words("soon", Tone.QUIET)), (listed,)))
    assert lines(made) == ["Ring", "soon", "Who:"]
    assert made[-1] == listed


def test_no_word_of_any_cell_is_lost() -> None:
    told = 0
    for seed in range(40):
        chance = Chance(seed)
        chance.language = EN
        made = chance.table()
        for row in made.rows:
            inside = [run.text for run in runs_in(row.cells)]
            said = [run.text for run in runs_in(told_alone(row, made))]
            for text in inside:
                said.remove(text)
            told += len(inside)
    assert told > 500
