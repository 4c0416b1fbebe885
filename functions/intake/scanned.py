"""A bucket whose objects are scanned for malware before anybody reads them."""

from dataclasses import dataclass, field

from shared.errors import Quarantined
from shared.model.arrival import Verdict
from shared.ports.buckets import RawStore, Scans


@dataclass(frozen=True)
class ScannedStore:
    """Keeps ``shared.ports.buckets.RawStore``: what failed the scan, or waits for it, is not read.

    ``unchecked`` gathers the keys that were read although the scanner could not look into them.
    """

    raw: RawStore
    scans: Scans
    unchecked: set[str] = field(default_factory=set)

    def read(self, bucket: str, key: str) -> bytes:
        """The object's bytes. Raises Quarantined, or TryLater while the scan is not done."""
        self._check(bucket, key)
        content = self.raw.read(bucket, key)
        self._check(bucket, key)  # Whoever has a ticket may have put another there meanwhile.
        return content

    def keys(self, bucket: str, prefix: str) -> tuple[str, ...]:
        """The keys below ``prefix``, sorted."""
        return self.raw.keys(bucket, prefix)

    def _check(self, bucket: str, key: str) -> None:
        said = self.scans.verdict(bucket, key)
        if said is Verdict.FAIL:
            raise Quarantined("virus")
        if said is not Verdict.PASS:
            self.unchecked.add(key)
