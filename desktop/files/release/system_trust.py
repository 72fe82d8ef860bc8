"""Ask Windows what it thinks of a program's own signature (Authenticode).

Only Windows has the answer; elsewhere nobody is asked. Its answer is shown, and refuses
a file only where Windows finds it altered: an unsigned installer is judged by its list.
"""

import ctypes
import sys
import uuid
from pathlib import Path
from typing import Final

from desktop.records.update import SystemAnswer

_GENERIC_VERIFY: Final = uuid.UUID("00aac56b-cd44-11d0-8cc2-00c04fc295ee").bytes_le
"""WINTRUST_ACTION_GENERIC_VERIFY_V2, softpub.h."""
_NO_WINDOW: Final = 2
"""WTD_UI_NONE."""
_A_FILE: Final = 1
"""WTD_CHOICE_FILE."""
_VERIFY, _CLOSE = 1, 2
"""WTD_STATEACTION_VERIFY, WTD_STATEACTION_CLOSE."""
_OFFLINE: Final = 0x1000 | 0x10
"""WTD_CACHE_ONLY_URL_RETRIEVAL, WTD_REVOCATION_CHECK_NONE: nothing calls out."""
_ANSWERS: Final = {
    0: SystemAnswer.TRUSTED,
    0x800B0100: SystemAnswer.UNSIGNED,  # TRUST_E_NOSIGNATURE
    0x800B0003: SystemAnswer.UNSIGNED,  # TRUST_E_SUBJECT_FORM_UNKNOWN
    0x80096010: SystemAnswer.BROKEN,  # TRUST_E_BAD_DIGEST
    0x800B0111: SystemAnswer.BROKEN,  # TRUST_E_EXPLICIT_DISTRUST
    0x800B010C: SystemAnswer.BROKEN,  # CERT_E_REVOKED
}


class _File(ctypes.Structure):
    """WINTRUST_FILE_INFO, wintrust.h."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("path", ctypes.c_wchar_p),
        ("handle", ctypes.c_void_p),
        ("subject", ctypes.c_void_p),
    )


class _Data(ctypes.Structure):
    """WINTRUST_DATA, wintrust.h."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("policy_callback", ctypes.c_void_p),
        ("sip_client", ctypes.c_void_p),
        ("ui_choice", ctypes.c_uint32),
        ("revocation", ctypes.c_uint32),
        ("union_choice", ctypes.c_uint32),
        ("file", ctypes.POINTER(_File)),
        ("state_action", ctypes.c_uint32),
        ("state", ctypes.c_void_p),
        ("url", ctypes.c_wchar_p),
        ("flags", ctypes.c_uint32),
        ("ui_context", ctypes.c_uint32),
        ("settings", ctypes.c_void_p),
    )


def ask_system(path: Path) -> SystemAnswer:
    """Return what the operating system says of a program file."""
    if sys.platform != "win32":
        return SystemAnswer.NOT_ASKED
    return answer_of(_verify(path))  # type: ignore[unreachable]


def answer_of(code: int) -> SystemAnswer:
    """Return what a code of WinVerifyTrust means; what is not listed is unknown."""
    return _ANSWERS.get(code & 0xFFFF_FFFF, SystemAnswer.UNKNOWN)


def _verify(path: Path) -> int:
    library = ctypes.WinDLL("wintrust")  # type: ignore[attr-defined]
    call = library.WinVerifyTrust
    call.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(_Data))
    call.restype = ctypes.c_int32
    file = _File(ctypes.sizeof(_File), str(path), None, None)
    data = _Data(size=ctypes.sizeof(_Data), ui_choice=_NO_WINDOW, union_choice=_A_FILE)
    data.file, data.flags = ctypes.pointer(file), _OFFLINE
    data.state_action = _VERIFY
    code = int(call(None, _GENERIC_VERIFY, ctypes.byref(data)))
    data.state_action = _CLOSE
    call(None, _GENERIC_VERIFY, ctypes.byref(data))
    return code
