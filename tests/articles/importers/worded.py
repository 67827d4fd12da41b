"""DOCX files for tests, part by part."""

from __future__ import annotations

from articles.importers import read_file
from articles.importers.pieces import Piece, Reading
from tests.articles.importers.archived import zipped

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def relations(*targets: tuple[str, str, str], outside: bool = False) -> str:
    """A part of relations: id, last word of the type, target."""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" or outside else "/>")
        for name, kind, target in targets
    )
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'


def worded(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    links: tuple[tuple[str, str, str], ...] = (),
    parts: dict[str, str | bytes] | None = None,
    main: str = "word/document.xml",
) -> bytes:
    """A DOCX file with this in its body."""
    beside = {
        "styles": styles,
        "numbering": numbering,
        "footnotes": footnotes,
        "endnotes": endnotes,
    }
    folder, _, base = main.rpartition("/")
    targets = [(kind, kind, f"{kind}.xml") for kind, inside in beside.items() if inside]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", main)),
        main: f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{base}.rels": relations(*targets, *links),
    }
    for kind, inside in beside.items():
        if inside:
            made[f"{folder}/{kind}.xml"] = f"<w:{kind} {NAMES}>{inside}</w:{kind}>"
    return zipped({**made, **(parts or {})})


def p(inside: str, properties: str = "") -> str:
    """A paragraph; of plain words, or of what runs are given."""
    runs = inside if inside.startswith("<") else r(inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of words."""
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{words}</w:t></w:r>'


def style(name: str, style_id: str, inside: str = "", *, based: str = "") -> str:
    """A paragraph style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{on}{inside}'
        "</w:style>"
    )


def styled(words: str, style_id: str) -> str:
    """A paragraph with a style."""
    return p(words, f'<w:pStyle w:val="{style_id}"/>')


def item(words: str, list_id: int = 1, level: int = 0) -> str:
    """An item of a list."""
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def levels(*formats: str, start: int = 1) -> str:
    """The levels of a list."""
    return "".join(
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/></w:lvl>'
        for number, form in enumerate(formats)
    )


LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{levels("decimal", "bullet", "lowerLetter")}'
    "</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{levels("bullet", "decimal")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def read(data: bytes, name: str = "text.docx") -> Reading:
    return read_file(data, name)


def kept(reading: Reading) -> list[Piece]:
    """The pieces that stay in the text."""
    return [piece for piece in reading.pieces if piece.kept]


def words(reading: Reading) -> list[str]:
    """What the kept pieces say, as Markdown."""
    return [piece.words for piece in kept(reading)]
