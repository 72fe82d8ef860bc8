"""Where an entry came from is told as it was found, and nothing is made up."""

from desktop.rules.tracing.origin import Origin


def test_an_entry_nobody_knows_of_has_no_file_and_no_writer() -> None:
    bare = Origin(sources=())
    assert (bare.entered_at, bare.entered_by, bare.changed_at) == (None, "", None)
