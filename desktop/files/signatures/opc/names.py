"""Names that signed packages are written in: ECMA-376 part 2, XML-DSig, XAdES."""

from typing import Final

from desktop.records.signing import SignerRole

DSIG: Final = "http://www.w3.org/2000/09/xmldsig#"
MDSSI: Final = "http://schemas.openxmlformats.org/package/2006/digital-signature"
XADES: Final = "http://uri.etsi.org/01903/v1.3.2#"
OFFICE: Final = "http://schemas.microsoft.com/office/2006/digsig"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELATIONSHIPS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"

C14N: Final = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
EXCLUSIVE: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
RELATIONSHIP_TRANSFORM: Final = (
    "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
)

OBJECT_TYPE: Final = f"{DSIG}Object"
SIGNED_PROPERTIES_TYPE: Final = "http://uri.etsi.org/01903#SignedProperties"

DIGESTS: Final = {
    "sha256": "http://www.w3.org/2001/04/xmlenc#sha256",
    "sha384": "http://www.w3.org/2001/04/xmldsig-more#sha384",
    "sha512": "http://www.w3.org/2001/04/xmlenc#sha512",
}
"""Identifiers of what may be hashed with, by the names of `hashlib`."""
SIGNINGS: Final = {
    (algorithm, digest): f"http://www.w3.org/2001/04/xmldsig-more#{form}-{digest}"
    for algorithm, form in (("rsa", "rsa"), ("ec", "ecdsa"))
    for digest in DIGESTS
}
"""Identifiers of what may be signed with, by kind of key and digest."""

ROOT_RELATIONSHIPS: Final = "_rels/.rels"
CONTENT_TYPES_PART: Final = "[Content_Types].xml"
SIGNATURES: Final = "_xmlsignatures/"
"""Where all that belongs to signatures lies."""

RELATIONSHIPS_CONTENT: Final = (
    "application/vnd.openxmlformats-package.relationships+xml"
)
ORIGIN_CONTENT: Final = (
    "application/vnd.openxmlformats-package.digital-signature-origin"
)
SIGNATURE_CONTENT: Final = (
    "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
)

ORIGIN: Final = f"{RELATIONSHIPS}/digital-signature/origin"
SIGNATURE: Final = f"{RELATIONSHIPS}/digital-signature/signature"
UNSIGNED_TYPES: Final = frozenset(
    {
        ORIGIN,
        f"{RELATIONSHIPS}/metadata/core-properties",
        f"{RELATIONSHIPS}/metadata/thumbnail",
        f"{_OFFICE_RELATIONSHIPS}/extended-properties",
        f"{_OFFICE_RELATIONSHIPS}/custom-properties",
    }
)
"""Types of relationships of the root that Office leaves out of what it signs."""

OFFICE_OBJECT: Final = "idOfficeObject"
PACKAGE_OBJECT: Final = "idPackageObject"
SIGNED_PROPERTIES: Final = "idSignedProperties"
SIGNATURE_ID: Final = "idPackageSignature"

CLAIMED_ROLES: Final = {SignerRole.PERSON: "Người ký", SignerRole.AGENCY: "Cơ quan"}
"""What stands in `ClaimedRole`, which Excel shows beside the signer; never changes."""
FIELD_ROLES: Final = {"KyCaNhan": SignerRole.PERSON, "KyCoQuan": SignerRole.AGENCY}
"""What stands there in the first signed workbooks: the names of the fields of a PDF."""
