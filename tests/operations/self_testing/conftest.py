"""One bench for all of this room: what it makes takes seconds."""

from collections.abc import Iterator

import pytest

from desktop.operations.self_testing.bench import Bench


@pytest.fixture(scope="session")
def bench(strange_home: None) -> Iterator[Bench]:
    """Return a bench in a home folder of the tests' own."""
    with Bench() as made:
        yield made
