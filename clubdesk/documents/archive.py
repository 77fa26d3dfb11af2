"""What a finished PDF gets afterwards: the claims of an archive's file, files that travel in it, passwords.

PDF/UA-1 is what a screen reader needs, PDF/A-2u what can still be read in decades; a file that carries
another is PDF/A-3u. The claims stand in the XMP, which says the same as the Info dictionary.
"""

import datetime as dt
import re
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from clubdesk.documents.shaping import to_unicode
from clubdesk.errors import Problem
from clubdesk.i18n import _

if TYPE_CHECKING:
    from pikepdf import Pdf

SHORTEST = 8
"""Characters of a password that isn't found by trying."""

LONGEST = 127
"""Bytes of a password that PDF readers look at."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
{claim}<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_CLAIM = "<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n"
_MEANT = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4})>")
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_EPOCH = bytes.fromhex("07ea00010001000000000000")
"""The day on which an ICC profile says it was made, so that it is the same each day: 1 January 2026."""


def complete(data: bytes, *, language: str) -> bytes:
    """A tagged file with all that PDF/UA-1 and PDF/A-2u ask for beside its tags."""
    with _opened(data) as pdf:
        from pikepdf import Array, Dictionary, Name, String

        root = pdf.Root
        root.Lang = String(language)
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        profile = pdf.make_stream(_srgb(), N=3)
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
        root.OutputIntents = Array([pdf.make_indirect(intent)])
        _mend_fonts(pdf)
        for key in ("/Keywords", "/Trapped"):  # empty, and nothing for the XMP to agree with
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        _describe(pdf, part=2)
        return _saved(pdf)


def attach(data: bytes, *, name: str, content: bytes, mime: str, about: str, date: dt.date) -> bytes:
    """The file with another inside; a tagged one becomes PDF/A-3u, since PDF/A-2 allows only PDF/A inside."""
    with _opened(data) as pdf:
        from pikepdf import Array, AttachedFileSpec, Name

        made = dt.datetime.combine(date, dt.time(), dt.UTC).strftime("D:%Y%m%d%H%M%SZ")
        spec = AttachedFileSpec(
            pdf,
            content,
            filename=name,
            description=about,
            mime_type=mime,
            creation_date=made,
            mod_date=made,
            relationship=Name.Supplement,
        )
        pdf.attachments[name] = spec
        pdf.Root.AF = Array([*pdf.Root.get("/AF", Array()), pdf.attachments[name].obj])
        if "/Metadata" in pdf.Root:
            _describe(pdf, part=3)
        return _saved(pdf)


def protect(data: bytes, password: str) -> bytes:
    """The file under AES-256: nobody opens it without the password.

    What was tagged stays so, but it is no longer PDF/A, which must be readable for anybody. No two are the
    same bytes: the key is drawn by lot.
    """
    check_password(password)
    with _opened(data) as pdf:
        from pikepdf import Encryption

        if "/Metadata" in pdf.Root:
            _describe(pdf, part=0)
        made = BytesIO()
        pdf.save(made, encryption=Encryption(user=password, owner=password, R=6))
        return made.getvalue()


def check_password(password: str) -> None:
    """Problem when a password is too short to protect, or longer than readers look at."""
    if len(password) < SHORTEST:
        raise Problem(
            _("The password has fewer than {count} characters.").format(count=SHORTEST),
            _("Choose a longer one; several words are easy to remember."),
        )
    if len(password.encode()) > LONGEST:
        raise Problem(
            _("The password is too long."),
            _("Choose one of at most {count} characters.").format(count=LONGEST),
        )


def _opened(data: bytes) -> "Pdf":
    import pikepdf  # only for the few files that need it

    return pikepdf.open(BytesIO(data))


def _saved(pdf: "Pdf") -> bytes:
    from pikepdf import ObjectStreamMode

    made = BytesIO()
    pdf.save(made, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    # a stream that happens to end with half a line end would seem to be a byte shorter
    return made.getvalue().replace(b"\r\nendstream", b"\r\rendstream")


def _mend_fonts(pdf: "Pdf") -> None:
    """What the fonts say of their codes, without those that mean nothing, and spaced as checkers read it."""
    for font in pdf.pages[0].Resources.Font.values():
        said = font.ToUnicode.read_bytes()
        if font.Subtype == "/TrueType":
            pairs = _MEANT.findall(said.decode())
            said = to_unicode([f"<{code}><{meant}>" for code, meant in pairs if int(meant, 16)], last="ff")
        font.ToUnicode = pdf.make_stream(said.replace(b"><", b"> <"))


def _describe(pdf: "Pdf", *, part: int) -> None:
    """Write the XMP from the Info dictionary, with the claim of a part of PDF/A; 0 for none."""
    from pikepdf import Name

    info = {str(key)[1:].lower(): escape(str(value)) for key, value in pdf.docinfo.items()}
    found = _DATE.match(info["creationdate"])
    year, month, day, *time = found.groups() if found else ("2026", "01", "01", "00", "00", "00")
    xmp = _XMP.format(
        **{key: info.get(key, "") for key in ("title", "author", "subject", "creator", "producer")},
        date=f"{year}-{month}-{day}T{':'.join(time)}Z",
        language=escape(str(pdf.Root.Lang)),
        claim=_CLAIM.format(part=part) if part else "",
    )
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)


@lru_cache
def _srgb() -> bytes:
    """The colour profile of screens, the same bytes each day."""
    from PIL import ImageCms

    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = _EPOCH
    made[84:100] = bytes(16)  # its checksum, which zeros leave out
    return bytes(made)
