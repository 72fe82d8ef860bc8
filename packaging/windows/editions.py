"""Make what is published of one stage: installer, stick edition, hashes."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from machine import say
from windows import installer, launcher, pruning, stage, stick, stub, sums
from windows.refusals import BuildError
from windows.wine import Prefix

NAME = "SoTruyenThong"
PATIENCE = 1800
"""Seconds that compiling may take on a slow machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the maintainer wants, and where things lie."""

    out: Path
    cache: Path
    fast: bool = False
    stub: bool = False
    python_zip: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    release_key: Path | None = None

    @property
    def signing(self) -> installer.Signing | None:
        """Give the certificate and its key, None when nothing is to be signed."""
        if self.certificate is None or self.key is None:
            return None
        return installer.Signing(self.certificate, self.key)


def make(order: Order) -> list[Path]:
    """Build all editions; return the files that are published."""
    checkout = stage.read_checkout()
    work = order.cache / "build"
    shutil.rmtree(work, ignore_errors=True)
    folder = work / NAME
    say(f"Dựng thư mục chương trình, phiên bản {checkout.version}")
    if order.stub:
        icon = stub.make(folder, checkout, work)
    else:
        icon = stage.make(folder, _sources(order, checkout, work))
    if order.signing:
        sign(folder, order.signing, checkout.epoch)
    installer.write_list(folder)
    stage.set_times(folder, checkout.epoch)
    return publish(order, checkout, folder, icon)


def _sources(order: Order, checkout: stage.Checkout, work: Path) -> stage.Sources:
    """Say where the parts come from, with a Windows to compile them in."""
    return stage.Sources(
        checkout=checkout,
        cache=order.cache,
        work=work,
        python_zip=order.python_zip,
        run=lambda words, at: run_in_wine(order.cache / "wine", words, at),
    )


def publish(
    order: Order, checkout: stage.Checkout, folder: Path, icon: Path
) -> list[Path]:
    """Write the published files of a stage into a folder that holds nothing else."""
    shutil.rmtree(order.out, ignore_errors=True)
    order.out.mkdir(parents=True)
    changes = order.out / stage.CHANGES
    changes.write_bytes((folder / stage.CHANGES).read_bytes())
    say("Đóng gói bản USB")
    name = f"{NAME}-{checkout.version}"
    packed = stick.make(
        folder, order.out / f"{name}-usb.zip", epoch=checkout.epoch, fast=order.fast
    )
    say("Đóng gói bộ cài")
    made = installer.make(
        installer.Order(
            stage=folder,
            icon=icon,
            picture=checkout.root / "resources" / "icons" / "program-256.png",
            version=checkout.version,
            epoch=checkout.epoch,
            fast=order.fast,
            signing=order.signing,
        ),
        order.out / f"{name}-cai-dat.exe",
        order.cache / "build" / "installer",
    )
    pruning.check_size(
        "quick_installer" if order.fast else "installer",
        made.stat().st_size,
        pruning.read(),
    )
    files = [made, packed, changes]
    sums.write(order.out, files, order.release_key)
    return sorted(order.out.iterdir())


def run_in_wine(folder: Path, words: list[str], at: Path) -> None:
    """Run a Windows program to its end; raise BuildError when it fails."""
    prefix = Prefix(folder)
    if not (folder / "system.reg").is_file():
        say("Tạo thư mục Windows để biên dịch")
        prefix.make()
    say("Biên dịch các mô-đun bằng Python của Windows")
    try:
        done = prefix.run(
            *words, folder=at, patience=PATIENCE, variables={"PYTHONHASHSEED": "0"}
        )
    except subprocess.TimeoutExpired:
        raise BuildError("Python của Windows không chạy xong.") from None
    finally:
        prefix.end()
    if done.code:
        raise BuildError(f"Python của Windows dừng với mã {done.code}:\n{done.said}")


def sign(folder: Path, signing: installer.Signing, epoch: int) -> None:
    """Sign our own programs; those of others keep the signatures of theirs."""
    for flavour in launcher.FLAVOURS:
        path = folder / f"{flavour.name}.exe"
        signed = path.with_suffix(".signed")
        words = ["osslsigncode", "sign", "-h", "sha256", "-time", str(epoch)]
        words += ["-certs", str(signing.certificate), "-key", str(signing.key)]
        words += ["-in", str(path), "-out", str(signed)]
        done = subprocess.run(words, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise BuildError(f"Không ký được {path.name}.")
        os.replace(signed, path)  # noqa: PTH105  over a file that is there
