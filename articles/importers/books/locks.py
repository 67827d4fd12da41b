"""Whether a book is locked (OCF 3.3, 4.2.6.3.2): its own fonts may be masked, all else may not."""

from __future__ import annotations

from articles.importers.archives import Archive
from articles.importers.document import ImportRefused
from articles.importers.xml import parsed
from articles.refusing import gettext_noop

# fonts masked by them are not read here, and lock nothing
MASKS = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}


def refuse_locked(archive: Archive) -> None:
    """Raises ImportRefused where a shop's or a library's key protects the text."""
    name = archive.named("META-INF/encryption.xml")
    if name is None:
        return
    for data in parsed(archive.read(name), recover=True).iter("{*}EncryptedData"):
        # the method of the data itself, and not of a key inside
        method = data.find("{*}EncryptionMethod")
        if method is None or method.get("Algorithm") not in MASKS:
            raise ImportRefused(
                gettext_noop(
                    "The book is protected against copying (DRM), and cannot be read. Bring one"
                    " without protection."
                )
            )
