"""One token with three holders, made once; every test gets its own copy."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.files.pki import pki
from tests.files.softhsm import SoftHsm, SoftToken, soft_hsm


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A machine with a token plugged in."""

    hsm: SoftHsm
    token: SoftToken

    @property
    def serial(self) -> str:
        """Return the number of the token."""
        return self.token.serial

    @property
    def module(self) -> Path:
        """Return the module behind which it is."""
        return self.hsm.module


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    with soft_hsm(tmp_path_factory.mktemp("hsm")) as hsm:
        family = pki()
        token = hsm.token("Ánh", family.person, family.curve, family.agency)
        return Desk(hsm=hsm, token=token)


@pytest.fixture
def desk(pattern: Desk, tmp_path: Path) -> Iterator[Desk]:
    """Plug in a token with the person (id 01), a curve (02) and the agency (03)."""
    hsm = pattern.hsm.copied(tmp_path / "hsm")
    with soft_hsm(hsm.folder):
        yield Desk(hsm=hsm, token=pattern.token)
