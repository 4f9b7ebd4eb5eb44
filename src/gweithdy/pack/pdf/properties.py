"""The properties of the file in the form in which archives and readers look for them."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from gweithdy.pack.document import Document
from gweithdy.pack.runs import words_of

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt>{titles}</rdf:Alt></dc:title>
{author}<dc:description>
<rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>
</dc:description>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreatorTool>gweithdy</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def xmp(document: Document, part: int) -> bytes:
    """The properties of `document`, which conforms to PDF/UA-1 and to `part` of PDF/A, level A."""
    languages = [each.language.tag for each in document.parts]
    return _PACKET.format(
        titles="".join(_titles(document)),
        author=_author(words_of(document.author)),
        subject=_safe(document.subject),
        languages="".join(f"<rdf:li>{tag}</rdf:li>" for tag in languages),
        made=document.made.isoformat(),
        part=part,
    ).encode()


def _titles(document: Document) -> Iterator[str]:
    """The whole title, and the one that each part has in its own language."""
    yield _titled("x-default", words_of(document.title))
    for part in document.parts:
        yield _titled(part.language.tag, words_of(part.cover.title[:1]))


def _titled(tag: str, words: str) -> str:
    return f'<rdf:li xml:lang="{tag}">{_safe(words)}</rdf:li>'


def _author(name: str) -> str:
    if not name:
        return ""
    return f"<dc:creator><rdf:Seq><rdf:li>{_safe(name)}</rdf:li></rdf:Seq></dc:creator>\n"


_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _safe(words: str) -> str:
    """`words` without what may not stand in XML, and without what would be read as XML."""
    return escape(_NOT_IN_XML.sub("", words))
