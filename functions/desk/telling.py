"""What the sender is told of a clerk's action. Pure."""

from datetime import date

from functions.desk.deeds import Asked, Deed
from shared.model.messages import DocumentsAsked, NoticeDue, ResultDue, TransferDue


def due_message(asked: Asked, version: int, answer_by: date) -> NoticeDue | None:
    """The message for notify, or None when the sender need not know.

    ``version`` is the item's after the action: with the deed it names the event, so that
    notify tells it once however often the message comes.
    """
    about = {
        "submission_id": asked.submission_id,
        "office": asked.office,
        "event": f"{asked.deed}-{asked.office}-{version}",
    }
    match asked.deed:
        case Deed.RETURN:
            return DocumentsAsked.model_validate(
                {
                    **about,
                    "documents": asked.documents,
                    "answer_by": answer_by,
                    "note": asked.note,
                }
            )
        case Deed.PASS:
            return TransferDue.model_validate({**about, "to_office": asked.to_office})
        case Deed.FINISH if asked.tell:
            return ResultDue.model_validate({**about, "result": asked.note})
    return None
