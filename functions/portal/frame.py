"""What every page has: language, address, menu."""

from typing import Any

from functions.portal.asking import Request

MENU = (
    ("/send", "ส่งเอกสาร", "Send"),
    ("/status", "ตรวจสอบสถานะ", "Status"),
    ("/check", "ตรวจใบรับหนังสือ", "Check a receipt"),
    ("/offices", "ค้นหาหน่วยงาน", "Offices"),
    ("/processes", "ช่องทางของแต่ละเรื่อง", "Channels"),
)


def frame(request: Request) -> dict[str, Any]:
    """The facts of the frame around a page."""
    section = "/" + request.path.split("?")[0].split("/")[1]
    return {"w": request.writing, "path": request.path, "menu": MENU, "section": section}
