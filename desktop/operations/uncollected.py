"""Make very many lasting objects without the collector going over them again."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Hold the collector of reference cycles while a large table is made.

    A sheet of ten thousand rows is some hundred thousand records that all stay; the
    collector would go over all of them again and again, which takes longer than making
    them. Nothing is lost: what is in no cycle is freed as always, and the rest later.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
