"""What a cover says of the house that gives out the pack, and shows of it."""

from collections.abc import Iterator

from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text
from gweithdy.pack.addresses import EMAIL
from gweithdy.pack.document import Logo
from gweithdy.pack.runs import Run, Runs
from gweithdy.pack.writer import PartWriter


def logo(p: PartWriter) -> Logo | None:
    """The logo of the part, and in words what it shows."""
    house = p.options.house
    png = house.logos.get(p.language)
    if png is None:
        return None
    alt = p.name(house.about.alt) or _logo_of(p, p.options.given_out_by)
    languages = {run.language for run in alt}
    spoken = languages.pop() if len(languages) == 1 else p.language
    return Logo(language=spoken, png=png, alt=alt)


def _logo_of(p: PartWriter, name: Text) -> Runs:
    said = p.name(name)
    return p.around(N_("Logo: {name}"), name=said) if said else p.tr("Logo")


def about_house(p: PartWriter) -> Iterator[tuple[Runs, Runs]]:
    """Who gives out the pack, and how to reach them."""
    about = p.options.house.about
    yield p.tr("Organisation"), p.text(p.options.given_out_by)
    yield p.tr("Address"), p.text(about.address)
    yield p.tr("Website"), _linked(p, about.website, _on_the_web(about.website))
    mail = f"mailto:{about.contact}" if EMAIL.fullmatch(about.contact) else ""
    yield p.tr("Contact"), _linked(p, about.contact, mail)


def _on_the_web(website: str) -> str:
    """Where the words lead; nowhere if they are no address as files hold them."""
    if not website.isascii() or " " in website:
        return ""
    return website if website.startswith(("https://", "http://")) else f"https://{website}"


def _linked(p: PartWriter, words: str, link: str) -> Runs:
    # Our own: what the house says of itself is meant for everybody, and not looked through.
    return tuple(Run(run.text, run.language, link=link) for run in p.plain(words))
