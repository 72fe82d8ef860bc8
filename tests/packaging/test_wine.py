"""A registry as wine writes it is read as Windows would show it."""

from windows.wine import parsed, unescaped

HIVE = r"""WINE REGISTRY Version 2
;; All keys relative to \\User\\S-1-5-21-0-0-0-1000

[Software\\Classes\\.stt] 1795297452
#time=1dd7a01ba6b601a
@="SoTruyenThong.So"

[Software\\S\x1ed5] 1795297452
"Folder"="C:\\C\x00e1n b\x1ed9\\S\x1ed5"
"Open"="\"C:\\x1\\a.exe\" \"%1\""
"Size"=dword:0000012c
"""


def test_keys_and_values_come_with_their_letters_and_without_times() -> None:
    assert dict(parsed(HIVE)) == {
        r"Software\Classes\.stt": {"@": "SoTruyenThong.So"},
        r"Software\Sổ": {
            "Folder": r"C:\Cán bộ\Sổ",
            "Open": r'"C:\x1\a.exe" "%1"',
            "Size": "dword:0000012c",
        },
    }


def test_a_backslash_before_x_is_a_backslash() -> None:
    assert unescaped(r"a\\x41") == r"a\x41"
    assert unescaped(r"a\x41") == "aA"
