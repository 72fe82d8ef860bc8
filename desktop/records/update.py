"""What is known of a newer program somebody brought, before anything of it is run."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What may be done with an installer that was checked."""

    SIGNED = "signed"
    """Newer, and its list is signed with a key the program knows."""
    LISTED = "listed"
    """Newer and as its list says; who wrote the list, a person must find out."""
    SAME = "same"
    """Whole, but the version that is already in use."""
    REFUSED = "refused"


class ListSignature(StrEnum):
    """How the list of hashes is signed."""

    KNOWN = "known"
    NONE = "none"
    UNCHECKED = "unchecked"
    """There is a signature, but the program knows no key to check it with."""


class SystemAnswer(StrEnum):
    """What the operating system says of the program file's own signature."""

    NOT_ASKED = "not_asked"
    """The system has no such question: anything but Windows."""
    UNSIGNED = "unsigned"
    TRUSTED = "trusted"
    UNKNOWN = "unknown"
    """Signed, by somebody this machine does not know."""
    BROKEN = "broken"
    """Changed after it was signed, or its signer is distrusted."""


class Edition(StrEnum):
    """Which kind of the program is running."""

    INSTALLED = "installed"
    CARRIED = "carried"
    """With its data beside it, on a stick."""
    CHECKOUT = "checkout"
    """From its source: nothing here is replaced by an installer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseKey:
    """A public key whose holder publishes the program."""

    name: str
    public: str
    """Its 32 bytes (RFC 8032) in base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChanges:
    """What the log of changes says of one version."""

    version: str
    intro: str
    """The paragraph for whoever works with it."""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallerFacts:
    """What an installer says of itself."""

    product: str
    version: str
    """As people write it, such as `0.2.0`."""
    number: str
    """As Windows keeps it: four numbers, the last of them 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateVerdict:
    """What was found of one installer and of the files beside it."""

    file_name: str
    own_version: str
    standing: Standing
    reason: str = ""
    """Of a refusal: its key in `wording.update_faults`."""
    facts: tuple[str, ...] = ()
    about: str = ""
    """Name of the file the refusal speaks of."""
    version: str = ""
    size: int = 0
    """In bytes."""
    sha256: str = ""
    list_signature: ListSignature = ListSignature.NONE
    signed_by: str = ""
    """Name of the key that signed the list."""
    system: SystemAnswer = SystemAnswer.NOT_ASKED
    changes: tuple[VersionChanges, ...] = ()
    """Of every version later than the one in use, the latest first."""
