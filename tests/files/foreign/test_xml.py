"""XML is read without any entity, whatever its encoding."""

import pytest

from desktop.files.foreign.xml import EntitiesError, Feed


def names_in(*chunks: bytes) -> list[str]:
    found: list[str] = []
    Feed(lambda name, _told: found.append(name)).whole(chunks)
    return found


def test_names_carry_their_namespace_however_it_is_written() -> None:
    assert names_in(b'<a xmlns="n:x"><b/></a>') == ["n:x a", "n:x b"]
    assert names_in(b'<q:a xmlns:q="n:x"/>', b"") == ["n:x a"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://x.invalid/">%b;]><a/>',
    ],
)
def test_a_document_type_is_refused(encoding: str, text: str) -> None:
    with pytest.raises(EntitiesError):
        names_in(text.encode(encoding))


@pytest.mark.parametrize(
    "text", [b"", b"<a>", b"<a></b>", b"<a/><a/>", b"<a>&b;</a>", b"<a>\x00</a>", b"no"]
)
def test_what_is_no_xml_is_damage(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"line 1"):
        names_in(text)


def test_an_encoding_nobody_knows_is_damage() -> None:
    with pytest.raises(ValueError, match="unknown encoding"):
        names_in(b'<?xml version="1.0" encoding="never-heard"?><a/>')


def test_it_may_come_in_any_pieces() -> None:
    text = "<a><b>chữ</b></a>".encode()
    assert names_in(*(bytes([one]) for one in text)) == ["a", "b"]


def test_a_lack_of_memory_is_no_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = Feed(lambda _name, _told: None)

    class Broken:
        def Parse(self, _chunk: bytes, _last: bool) -> None:
            from xml.parsers import expat

            raised = expat.ExpatError("out of memory")
            raised.code = 1
            raise raised

    monkeypatch.setattr(feed, "_expat", Broken())
    with pytest.raises(MemoryError):
        feed(b"<a/>")
