"""Name everything that is tried without a screen, in the order it is told."""

from functools import partial

from desktop.operations.self_testing import (
    locks,
    office,
    papers,
    places,
    program,
    signatures,
)
from desktop.operations.self_testing.bench import Bench
from desktop.operations.self_testing.trying import Probe


def probes(bench: Bench) -> tuple[Probe, ...]:
    """Return what to try on a bench."""
    tries = {
        "program_files": program.files,
        "libraries": program.libraries,
        "catalogues": program.catalogues,
        "time_zone": program.time_zone,
        "sqlite": office.engine,
        "data_place": places.data,
        "log_place": places.logs,
        "temporary_place": places.temporary,
        "office": office.office,
        "backup": office.backup,
        "workbook": papers.workbook,
        "pdf": papers.pdf,
        "word": papers.word,
        "picture": papers.picture,
        "sign_pdf": signatures.pdf,
        "sign_workbook": signatures.workbook,
        "child_process": signatures.checked_apart,
        "lock_for_key": locks.for_key,
        "lock_with_words": locks.with_words,
        "lock_as_archive": locks.as_archive,
    }
    return tuple(Probe(name, partial(work, bench)) for name, work in tries.items())
