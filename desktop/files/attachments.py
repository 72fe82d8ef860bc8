"""Know the files a signed report carries inside it: its data and its workbook."""

from desktop.files.pdf.drawn import Attachment
from desktop.files.workbook.words import words

JSON = "application/json"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attachments(
    data_name: str, data: bytes, workbook_name: str, workbook: bytes
) -> tuple[Attachment, ...]:
    """Return the frozen content as it is hashed, and the workbook made of it."""
    fixed = words()
    return (
        Attachment(
            file_name=data_name,
            data=data,
            mime=JSON,
            description=fixed.attached_data,
            relationship="Data",
        ),
        Attachment(
            file_name=workbook_name,
            data=workbook,
            mime=WORKBOOK,
            description=fixed.attached_workbook,
            relationship="Supplement",
        ),
    )
