"""Ask LibreOffice about signatures: run by the Python that comes with its bridge.

    python3 office_script.py STORE FOLDER FILE...

STORE is an NSS folder with what is trusted, FOLDER is for the office's own settings.
Answers in JSON, file by file; of a file that kills the office only what it said before.
Uses the standard library and the bridge `uno`, which no package index has.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

PATIENCE: Final = 60.0
"""Seconds for the office to start."""
_ASKED: Final = ".uno:Signature"
_LISTENER: Final = "com.sun.star.frame.XStatusListener"


def main(store: str, folder: str, *files: str) -> int:
    """Print what an office that is started for it says of every file."""
    pipe = f"signatures{os.getpid()}"
    office = _start(store, Path(folder), pipe)
    try:
        context = _connect(pipe, office)
        for name in files:
            print(json.dumps(_asked(context, Path(name))), flush=True)  # noqa: T201
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()
    return 0


def _start(store: str, folder: Path, pipe: str) -> "subprocess.Popen[bytes]":
    words = (
        "soffice", "--headless", "--norestore", "--nologo", "--nodefault",
        f"-env:UserInstallation={folder.resolve().as_uri()}",
        f"--accept=pipe,name={pipe};urp;",
    )  # fmt: skip
    variables = {**os.environ, "MOZILLA_CERTIFICATE_FOLDER": f"sql:{store}"}
    # a shell script starts the office itself: both must end together
    return subprocess.Popen(
        words,
        env=variables,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _connect(pipe: str, office: "subprocess.Popen[bytes]") -> Any:
    uno = importlib.import_module("uno")
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(address)
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if time.monotonic() > end or office.poll() is not None:
                raise
            time.sleep(0.1)


def _asked(context: Any, path: Path) -> dict[str, Any]:
    url = path.resolve().as_uri()
    made = context.ServiceManager.createInstanceWithContext
    return {
        "file": path.name,
        "signatures": _signatures(context, made, url, path.suffix),
        "state": _state(context, made, url),
    }


# --- every signature ---------------------------------------------------------


def _signatures(context: Any, made: Any, url: str, kind: str) -> list[dict[str, Any]]:
    judge = context.ServiceManager.createInstanceWithArgumentsAndContext(
        "com.sun.star.security.DocumentDigitalSignatures", ("1.2", True), context
    )
    files = made("com.sun.star.ucb.SimpleFileAccess", context)
    if kind == ".pdf":
        stream = files.openFileRead(url)
        found = judge.verifyDocumentContentSignatures(None, stream)
    else:
        found = judge.verifyDocumentContentSignatures(
            _storage(context, made, url), None
        )
    return [
        {
            "valid": one.SignatureIsValid,
            "certificate": one.CertificateStatus,
            "partial": one.PartialDocumentSignature,
            "signer": one.Signer.SubjectName if one.Signer else "",
        }
        for one in found
    ]


def _storage(context: Any, made: Any, url: str) -> Any:
    uno = importlib.import_module("uno")
    factory = made("com.sun.star.embed.StorageFactory", context)
    value = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    value.Name, value.Value = "StorageFormat", "ZipFormat"
    asked = uno.Any("[]com.sun.star.beans.PropertyValue", (value,))
    # a bare tuple would become a sequence of anything, which the office refuses
    return uno.invoke(factory, "createInstanceWithArguments", ((url, 1, asked),))


# --- what the window would show ----------------------------------------------


def _state(context: Any, made: Any, url: str) -> int:
    """Return the state of the whole document; -1 where the office tells none.

    0 none, 1 good, 2 broken, 5 good but partial, 6 likewise with a certificate that
    could not be validated.
    """
    uno = importlib.import_module("uno")
    desktop = made("com.sun.star.frame.Desktop", context)
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
    if document is None:  # of a kind that the programs installed do not open
        return -1
    try:
        return _dispatched(context, made, document)
    finally:
        document.close(True)


def _dispatched(context: Any, made: Any, document: Any) -> int:
    uno = importlib.import_module("uno")
    asked = uno.createUnoStruct("com.sun.star.util.URL")
    asked.Complete = _ASKED
    _, asked = made("com.sun.star.util.URLTransformer", context).parseStrict(asked)
    frame = document.CurrentController.Frame
    dispatch = frame.queryDispatch(asked, "", 0)
    if dispatch is None:
        return -1
    heard: list[Any] = []
    dispatch.addStatusListener(_listener(heard), asked)
    found = [one for one in heard if isinstance(one, int)]
    return int(found[-1]) if found else -1


def _listener(heard: list[Any]) -> Any:
    helper = importlib.import_module("unohelper")
    listener = importlib.import_module("uno").getClass(_LISTENER)
    body = {
        "statusChanged": lambda _self, event: heard.append(event.State),
        "disposing": lambda _self, _event: None,
    }
    return type("Listener", (helper.Base, listener), body)()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
