"""Put keys and certificates on a token of SoftHSM, in a process of its own.

Reads JSON on its input: module, token, pin and what is to be written. A process that
loaded the module once would go on seeing only the tokens of that day.
"""

import json
import sys
from typing import Any

import pkcs11
from pkcs11 import Attribute
from pkcs11.util import ec, rsa, x509


def key_attributes(entry: dict[str, Any]) -> dict[Attribute, Any]:
    """Return the attributes of a private key in DER."""
    private = bytes.fromhex(entry["private"])
    made: dict[Attribute, Any]
    if entry["kind"] == "rsa":
        made = rsa.decode_rsa_private_key(private)
    else:
        made = ec.decode_ec_private_key(private)
    made[Attribute.SIGN] = entry.get("signs", True)
    made[Attribute.ALWAYS_AUTHENTICATE] = entry.get("always", False)
    made[Attribute.SENSITIVE] = True
    made[Attribute.EXTRACTABLE] = False
    return made


def write(session: pkcs11.Session, entry: dict[str, Any]) -> None:
    """Write one key, or one certificate."""
    if "private" in entry:
        made = key_attributes(entry)
    else:
        made = x509.decode_x509_certificate(bytes.fromhex(entry["certificate"]))
    made |= {
        Attribute.ID: bytes.fromhex(entry["id"]),
        Attribute.LABEL: entry.get("label", "x"),
        Attribute.TOKEN: True,
        Attribute.PRIVATE: "private" in entry,
    }
    session.create_object(made)


def main() -> None:
    """Write everything to the blank token of a label, and print its number."""
    told = json.load(sys.stdin)
    for token in pkcs11.lib(told["module"]).get_tokens(token_label=told["token"]):
        with token.open(rw=True, user_pin=told["pin"]) as session:
            if list(session.get_objects()):
                continue  # another of that label
            for entry in told["entries"]:
                write(session, entry)
            print(token.serial.decode().strip())  # noqa: T201  the answer
            return


if __name__ == "__main__":
    main()
