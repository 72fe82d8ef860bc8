"""Name everything that can be wrong with a signed PDF, in one place."""

from typing import Final

OF_FILE: Final = {
    "unsigned": "",
    "too_large": "",
    "unreadable": "kind of error",
    "hybrid": "",
    "encrypted": "",
    "duplicate_field": "field",
}
"""Why a PDF cannot be judged, and the facts that come with it."""

OF_SIGNATURES: Final = {
    "content_changed": "field",
    "signature_value_wrong": "field",
    "certificate_differs": "field",
    "byte_range_wrong": "field",
    "gap_filled": "field",
    "unread_signature": "field",
    "unsupported": "field",
    "weak": "field",
}
"""What is wrong with one signature."""

OF_CHANGES: Final = {
    "bytes_appended": "field, how many",
    "pages_changed": "field, how many pages then, how many now",
    "page_changed": "field, page from 1",
    "annotation_changed": "field, page from 1",
    "attachment_changed": "field, name of the file",
    "field_added": "field, name of the new one",
    "field_changed": "field, name of the other",
    "metadata_changed": "field",
    "action_changed": "field",
    "changed_after_signing": "field",
}
"""What was added to the file after a signature, which that does not cover."""

CODES: Final = frozenset(OF_FILE) | frozenset(OF_SIGNATURES) | frozenset(OF_CHANGES)
"""All codes of findings on a PDF; the first fact is the signature's field."""
