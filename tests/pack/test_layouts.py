"""Layouts as the tree says them: a summary alone, and two documents that name each other."""

import pytest
from tests.pack.builders import Day, headings, of, pack, read, rich_day
from tests.pack.told import parsed

from gweithdy.domain.problem import Problem
from gweithdy.domain.text import both
from gweithdy.pack.contents import Section
from gweithdy.pack.document import ContentsList, Cover, Paragraph, SectionBlock
from gweithdy.pack.layouts import Layout
from gweithdy.pack.options import sections_of
from gweithdy.pack.pdf.build import laid_out
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import blocks_in
from gweithdy.pack.writing import readable, written


@pytest.mark.parametrize("layout", Layout)
def test_the_tree_says_which_layout_was_asked_for(layout: Layout) -> None:
    assert pack(Day(), layout=layout).layout is layout


def test_layouts_that_only_look_otherwise_have_the_same_parts() -> None:
    day = rich_day()
    assert pack(day, layout=Layout.LARGE_PRINT).parts == pack(day).parts


def test_a_summary_alone_has_nothing_else() -> None:
    document = pack(rich_day(), layout=Layout.SUMMARY)
    for part in document.parts:
        assert part.summary
        assert part.cover.facts == part.sections == ()
        assert part.contents.entries == ()
    tops = [section.anchor for level, section in headings(document) if level == 1]
    assert tops == ["cy-summary"]


def test_a_summary_alone_says_a_long_purpose_itself() -> None:
    long = "gair " * 200
    document = pack(Day(purpose=both(long, long)), layout=Layout.SUMMARY)
    assert long.strip() in repr(document.parts[0].summary)


def test_a_summary_alone_is_a_pdf_without_an_empty_page() -> None:
    pages = read(pack(rich_day(), layout=Layout.SUMMARY, language="en")).pages
    assert all(page.extract_text().strip() for page in pages)
    assert len(pages) == 1


@pytest.mark.parametrize("layout", Layout)
def test_what_is_printed_can_be_read_beside_its_picture(layout: Layout) -> None:
    document = pack(rich_day(), layout=layout)
    made = readable(document)
    assert made.pdf == written(document)
    lines = [line for page in made.pages for line in page]
    read = {run.text for line in lines for run in line.runs}
    shown = laid_out(document).document
    pieces = [*blocks_in(shown.parts), *blocks_in(shown.together)]
    said = {run.text for each in pieces if isinstance(each, Paragraph) for run in each.runs}
    assert len(said) > 20
    assert said <= read
    headings = [words_of(line.runs) for line in lines if line.level]
    sections = [words_of(each.heading) for each in pieces if isinstance(each, SectionBlock)]
    assert sections
    assert set(sections) <= set(headings)


def test_two_documents_name_each_other() -> None:
    day = rich_day()
    welsh = pack(day, language="cy", twin="pecyn.en.pdf")
    english = pack(day, language="en", twin="pecyn.cy.pdf")
    told = [words_of(of(each, Cover)[0].also) for each in (welsh, english)]
    assert "pecyn.en.pdf" in told[0]
    assert told[1] == "This document is also available in Welsh: pecyn.cy.pdf"
    anchors = [[s.anchor for _, s in headings(each)] for each in (welsh, pack(day))]
    assert anchors[0] == anchors[1]


def test_of_two_web_pages_each_leads_to_the_other_in_its_folder() -> None:
    page = parsed(written(pack(rich_day(), language="en", twin="ŵy tŷ.cy.html"), ".html"))
    (link,) = next(page.iter("header")).iter("a")
    assert link.get("href") == "./%C5%B5y%20t%C5%B7.cy.html"
    assert "available in Welsh: ŵy tŷ.cy.html" in "".join(link.itertext())
    # Another kind of file may be anywhere by the time it is opened.
    cover = of(pack(rich_day(), language="en", twin="x.cy.pdf"), Cover)[0]
    assert {run.link for run in cover.also} == {""}


def test_sections_are_named_in_their_order() -> None:
    assert sections_of(["votes", "summary"]) == (Section.VOTES, Section.SUMMARY)
    with pytest.raises(Problem, match="summary, changes, purpose, votes"):
        sections_of(["votes", "vote"])


def test_a_pack_of_no_sections_has_no_list_of_contents() -> None:
    document = pack(Day(), sections=())
    assert of(document, ContentsList)[0].entries == ()
    assert read(document).pages
