"""Files that are broken, or made to do harm to whoever reads them."""

from tests.articles.importing.hostile.archives import ARCHIVES
from tests.articles.importing.hostile.cases import Case
from tests.articles.importing.hostile.pdfs import PDFS
from tests.articles.importing.hostile.texts import HTML, MARKDOWN, MHTML, TEXTS

ALL: dict[str, dict[str, Case]] = {
    "archive": ARCHIVES,
    "pdf": PDFS,
    "text": TEXTS,
    "markdown": MARKDOWN,
    "html": HTML,
    "mhtml": MHTML,
}
