"""Archives: zip, tar, 7z, rar and single compressed files.

7z is opened as far as the standard library's methods reach; rar is listed, and opened where
its members are only stored.
"""

from functions.intake.reading.archives.opening import ARCHIVES, unpacked_archive

__all__ = ["ARCHIVES", "unpacked_archive"]
