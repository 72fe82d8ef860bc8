"""Make a drawn PDF an archival one: PDF/A-3u, with attached files; ISO 19005-3."""

import datetime as dt
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from desktop.files.pdf.drawn import Attachment
from desktop.paths import RESOURCES

_VERSION: Final = "1.7"
_PART: Final = "3"
_CONFORMANCE: Final = "U"
_PROFILE_NAME: Final = "sRGB IEC61966-2.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the document says of itself, alike in its Info and in its XMP."""

    title: str
    author: str
    program: str
    moment: dt.datetime
    """With offset."""
    language: str
    keyword: str = ""


def archive(
    pdf: bytes, properties: Properties, attachments: Sequence[Attachment] = ()
) -> bytes:
    """Return the same pages as PDF/A-3u; equal input gives equal bytes."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        _tidy(document)
        _set_colours(document)
        _attach(document, attachments, properties.moment)
        _describe(document, properties)
        written = io.BytesIO()
        document.save(
            written,
            force_version=_VERSION,
            deterministic_id=True,
            compress_streams=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return written.getvalue()


def _tidy(document: Pdf) -> None:
    for page in document.pages:
        if Name.Trans in page.obj:
            del page.obj[Name.Trans]


def _set_colours(document: Pdf) -> None:
    profile = Stream(document, (RESOURCES / "colour" / "sRGB.icc").read_bytes())
    profile[Name.N] = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_PROFILE_NAME),
        Info=String(_PROFILE_NAME),
        DestOutputProfile=document.make_indirect(profile),
    )
    document.Root[Name.OutputIntents] = Array([document.make_indirect(intent)])


def _attach(
    document: Pdf, attachments: Sequence[Attachment], moment: dt.datetime
) -> None:
    if not attachments:
        return
    ordered = sorted(attachments, key=lambda attachment: attachment.file_name)
    specs = [
        document.make_indirect(_file_spec(document, attachment, moment))
        for attachment in ordered
    ]
    names = Array()
    for attachment, spec in zip(ordered, specs, strict=True):
        names.append(String(attachment.file_name))
        names.append(spec)
    tree = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    document.Root[Name.Names] = document.make_indirect(tree)
    document.Root[Name.AF] = Array(specs)


def _file_spec(
    document: Pdf, attachment: Attachment, moment: dt.datetime
) -> Dictionary:
    stream = Stream(document, attachment.data)
    stream[Name.Type] = Name.EmbeddedFile
    stream[Name.Subtype] = Name("/" + attachment.mime)
    # the format asks for MD5; it guards nothing here, signatures do
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).digest()
    stream[Name.Params] = Dictionary(
        Size=len(attachment.data),
        ModDate=String(_stamp(moment)),
        CheckSum=String(checksum),
    )
    held = document.make_indirect(stream)
    return Dictionary(
        Type=Name.Filespec,
        F=String(attachment.file_name),
        UF=String(attachment.file_name),
        Desc=String(attachment.description),
        AFRelationship=Name("/" + attachment.relationship),
        EF=Dictionary(F=held, UF=held),
    )


def _describe(document: Pdf, properties: Properties) -> None:
    stamp = String(_stamp(properties.moment))
    document.Root[Name.Lang] = String(properties.language)
    document.Root[Name.ViewerPreferences] = Dictionary(DisplayDocTitle=True)
    info = document.make_indirect(
        Dictionary(
            Title=String(properties.title),
            Author=String(properties.author),
            Creator=String(properties.program),
            Producer=String(properties.program),
            CreationDate=stamp,
            ModDate=stamp,
        )
    )
    if properties.keyword:
        info[Name.Keywords] = String(properties.keyword)
    document.trailer[Name.Info] = info
    _write_xmp(document, properties)


def _write_xmp(document: Pdf, properties: Properties) -> None:
    moment = properties.moment.isoformat(timespec="seconds")
    with document.open_metadata(
        set_pikepdf_as_editor=False, update_docinfo=False
    ) as xmp:
        xmp["dc:title"] = properties.title
        xmp["dc:creator"] = [properties.author]
        xmp["dc:language"] = {properties.language}
        xmp["xmp:CreatorTool"] = properties.program
        xmp["xmp:CreateDate"] = moment
        xmp["xmp:ModifyDate"] = moment
        xmp["pdf:Producer"] = properties.program
        if properties.keyword:
            xmp["pdf:Keywords"] = properties.keyword
        xmp["pdfaid:part"] = _PART
        xmp["pdfaid:conformance"] = _CONFORMANCE


def _stamp(moment: dt.datetime) -> str:
    """Return a date as PDF writes it: `D:20241216091530+07'00'`."""
    offset = f"{moment:%z}"
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
