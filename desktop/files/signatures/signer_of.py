"""Read whose certificate a signature bears, without checking the signature."""

from asn1crypto import cms

from desktop.files.signatures.certificates import Facts, read


def signer_of(container: bytes) -> Facts | None:
    """Return the facts of the signer's certificate in a CMS container.

    None for anything else, and when it does not bear the signer's own certificate.
    Zeros behind the container, as PDF keeps them, do no harm.
    """
    try:
        signed = cms.ContentInfo.load(container)["content"]
        wanted = signed["signer_infos"][0]["sid"].chosen
        for one in signed["certificates"]:
            certificate = one.chosen
            serial = wanted["serial_number"].native
            if certificate.serial_number == serial:
                return read(certificate.dump())
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None
    return None
