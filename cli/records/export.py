"""``saraban export``: everything about one letter, in a folder.

For a person who asks what we have of them (Personal Data Protection Act B.E. 2562, section 30),
for an inquiry, and before an erasure. Every version of every object is in it.
"""

import argparse
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from cli.place import here
from cli.records.belongings import Belongings, belongings
from cli.tables import console
from cli.trouble import Trouble
from shared.aws.versions import S3Versions

REGISTER, OBJECTS = "register.json", "objects.json"


def run(asked: argparse.Namespace) -> int:
    """Write the folder; it must not be there, or be empty. Says how much it wrote."""
    things = belongings(asked.reference, here(asked.town))
    folder: Path = asked.folder
    if folder.exists() and any(folder.iterdir()):
        raise Trouble(f"{folder} is not empty. Choose a folder for this letter alone.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(folder / REGISTER, things.said())
    listed = list(_objects(things, folder))
    _write(folder / OBJECTS, listed)
    console().print(
        f"ส่งออกแล้ว ข้อมูลทะเบียน 1 ไฟล์ ข้อมูลที่เก็บไว้ {len(listed)} รายการ  "
        f"Written to {folder}: the register's facts, and {len(listed)} stored versions."
    )
    return 0


def _objects(things: Belongings, folder: Path) -> Iterator[dict[str, object]]:
    """Each under a number: a key is the sender's words, and no path on this machine."""
    store = S3Versions(things.place.session.client("s3"))
    number = 0
    for bucket, place in dict.fromkeys(things.objects):
        for stored in store.at(bucket, place):
            number += 1
            content, name = store.read(stored), f"{number:04}.bin"
            (folder / name).write_bytes(content)
            yield {
                "file": name,
                "bucket": bucket,
                "key": stored.key,
                "version": stored.version,
                "stored_at": stored.at.isoformat(),
                "size": len(content),
                "sha256": sha256(content).hexdigest(),
            }


def _write(path: Path, what: object) -> None:
    path.write_text(json.dumps(what, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
