"""Every error the program raises on purpose.

Constructors take facts; the words are made in `wording.faults`.
"""

from dataclasses import dataclass
from pathlib import Path


class DesktopError(Exception):
    """Something we can tell the user about."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, or doubtful, with one field of an entry."""

    field: str
    code: str
    """Key of the sentence in `wording.problems`."""
    facts: tuple[str, ...] = ()
    """What the sentence needs: limits, values, names."""
    blocking: bool = True
    """False for a doubt, which is shown but may be saved."""
    entry: int = 0
    """Which entry of several it is in, counted from one; 0 when there is one."""


class InputError(DesktopError):
    """What was given cannot be accepted; the user can mend it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Carry every problem found, not only the first."""
        super().__init__(problems)
        self.problems = problems


class UnknownNameError(InputError):
    """A name was given that stands for nothing here: a plan, a period, a register."""

    def __init__(self, field: str, given: str, known: tuple[str, ...]) -> None:
        """Tell the name and those that would have done."""
        super().__init__((Problem(field, "unknown_name", (given, *known)),))


class ConflictError(DesktopError):
    """Something else changed first: an undo, an edit, a closed period."""

    def __init__(self, reason: str, *facts: str) -> None:
        """Name the reason by its key, and the facts of it."""
        super().__init__(reason, *facts)
        self.reason = reason
        self.facts = facts


class StoreError(DesktopError):
    """The office file cannot be used."""

    def __init__(self, path: Path, reason: str = "", *facts: str) -> None:
        """Name the file, the reason by its key, and the facts of it."""
        super().__init__(path, reason, *facts)
        self.path = path
        self.reason = reason
        self.facts = facts


class StoreUnavailableError(StoreError):
    """Busy, read-only, full, missing, or held by another program: the world's fault.

    Reasons: `missing`, `exists`, `in_use`, `read_only`, `full`, `unreadable`; `gone`
    where its drive was pulled out, `unfinished` where a change cut off is to be taken
    back and nothing can be written; `past` where the office is looked at as it was.
    """


class PlaceUnfitError(StoreError):
    """An office file must not be written where it lies, or is to lie.

    Reasons: `network`; `cloud` with the service; of a new one also `removable`, `disc`.
    """


class StoreForeignError(StoreError):
    """A file that is not an office file."""


class StoreDamagedError(StoreError):
    """An office file whose integrity check failed; a restore is offered."""


class StoreTooNewError(StoreError):
    """An office file made by a later version of the program."""


class DeliveryError(DesktopError):
    """The copy to its destination failed.

    Reasons: `missing`, `full`, `read_only`, `gone`, `differs`, `exists`.
    """

    def __init__(self, target: Path, reason: str, *facts: str) -> None:
        """Name the destination, the reason by its key, and the facts of it."""
        super().__init__(target, reason, *facts)
        self.target = target
        self.reason = reason
        self.facts = facts


class PackageError(DesktopError):
    """A package cannot be accepted."""

    def __init__(self, path: Path, reason: str, *facts: str) -> None:
        """Name the package, the reason by its key, and the facts of it."""
        super().__init__(path, reason, *facts)
        self.path = path
        self.reason = reason
        self.facts = facts


class PackageUnreadableError(PackageError):
    """Not a package, or damaged, or over the limits."""


class PackageForgedError(PackageError):
    """A hash or a signature does not match."""


class PackageForeignError(PackageError):
    """Another plan, or not addressed to us."""


class PackageTooNewError(PackageError):
    """Made by a later version of the program."""


class SignatureError(DesktopError):
    """A signature cannot be made.

    Reasons: `key_missing`, `key_unreadable`, `wrong_password`, `expired`,
    `not_yet_valid`, `usage`, `key_mismatch`, `untrusted`, `no_issuer`,
    `issuer_expired`, `revoked`, `weak_key`, `clock_back`, `document_changed`,
    `not_signed`, `already_signed`, `workbook_unfit`, `own_check_failed`; of whose turn
    it is `person_first`, `same_key`, `paper_way`, `person_not_expected`,
    `agency_not_expected`, `person_missing`, `agency_missing`, `no_paper_copy`; of keys
    on tokens `wrong_pin`,
    `wrong_pin_last`, `wrong_pin_locked` (tried once), `pin_blank`, `pin_last_try`,
    `pin_locked`, `pin_not_set`, `pin_expired` (not tried), `token_missing`,
    `token_twice`, `token_gone`, `no_key`, `key_unusable`, `scheme_unsupported`,
    `no_key_chosen`, `module_missing`, `module_bits`, `module_failed`, `module_silent`,
    `helper_died`, `session_over`.
    """

    def __init__(self, reason: str, *facts: str) -> None:
        """Name the reason by its key, and the facts of it."""
        super().__init__(reason, *facts)
        self.reason = reason
        self.facts = facts


class FileError(DesktopError):
    """A file other than the office file cannot be read or written.

    Reasons: `missing`, `unreadable`, `not_pdf`, `not_workbook`, `old_workbook`,
    `strict_workbook`, `office_lock`, `password`, `too_large`, `full`, `read_only`,
    `not_ours`; of tables from elsewhere `too_slow`, `too_much_memory`, `reader_died`,
    `cells_lost`, `no_sheet`, `unknown_letters`; of evidence `too_heavy`, `empty`,
    `folder`, `executable`, `macros`, `heic`, `unknown_kind`, `image_damaged`,
    `image_too_large`, `many_pages`, `differs`, `evidence_missing`, `evidence_altered`;
    of templates `template_syntax`, `template_shape`, `template_kind`; of signed copies
    `copy_unsigned`, `copy_broken`, `copy_differs`, `copy_locked`, `copy_too_large`;
    of files that are signed `holds_signature`, `signed_waits`; of pictures
    `picture_not_png`, `picture_opaque`, `picture_empty`, `picture_small`,
    `picture_too_large`, `picture_damaged`, `picture_wide`; of files in pieces
    `piece_missing`, `piece_differs`; of files given at the start `strange`,
    `needs_office`.
    """

    def __init__(self, path: Path, reason: str, *facts: str) -> None:
        """Name the file, the reason by its key, and the facts of it."""
        super().__init__(path, reason, *facts)
        self.path = path
        self.reason = reason
        self.facts = facts


class LockError(FileError):
    """A locked file cannot be opened, or a file cannot be locked.

    Reasons: `wrong_words`, `wrong_key`, `altered`, `needs_words`, `needs_key`,
    `not_locked`; `closed`, where what is asked for lies inside; `too_heavy`, where
    this machine has too little memory to open it; `weak`, where the words are too
    short, and `not_key`; of the office's own key `key_missing`, `key_exists`;
    `own_check_failed`.
    """


class HandoverError(FileError):
    """A file for the successor cannot be made, or cannot be opened.

    Reasons: `handover_foreign`, `handover_damaged`, `handover_too_new`,
    `handover_changed` (while it was made), `handover_taken`: where it was to be put
    something lies already; `handover_gone`: the stick went while it was written or
    read; `handover_full` with the bytes needed and those free.
    """


class TrustError(FileError):
    """A certificate, or a list of revoked ones, cannot be kept or given up.

    Reasons: `not_certificate`, `not_authority`, `several`, `fingerprint_differs`,
    `pinned_already`, `kept_already`, `not_pinned`, `shipped`, `issuer_unknown`,
    `not_list`, `list_partial`, `list_unknown`, `list_early`, `list_older`.
    """


class UpdateError(FileError):
    """An installer is not accepted, or cannot be started.

    Reasons, of what was chosen: `no_installer`, `not_installer`, `not_ours`,
    `version_unclear`, `misnamed`, `too_large`, `changed_meanwhile`, `no_room`; of the
    list beside it: `list_missing`, `list_unreadable`, `list_too_large`, `list_forged`;
    of both together: `not_listed`, `renamed`, `swapped`, `differs`, `truncated`,
    `extended`, `log_differs`, `log_unreadable`, `log_silent`, `system_refuses`,
    `older`; of what is running: `checkout`, `program_read_only`; of starting it:
    `not_checked`, `not_compared`, `not_backed_up`, `not_started`.
    """


class Cancelled(DesktopError):  # noqa: N818  it is not a fault
    """The user stopped the work; there is nothing to say."""
