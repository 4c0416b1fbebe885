"""Sealed files (CMS) made for tests; their signatures and keys are of nobody."""

from asn1crypto import cms


def signed(content: bytes | None) -> bytes:
    """Content with no signature around it but the form of one; None: kept elsewhere."""
    inside = {"content_type": "data"} | ({} if content is None else {"content": content})
    data = {
        "version": "v1",
        "digest_algorithms": [],
        "encap_content_info": inside,
        "signer_infos": [],
    }
    return _sealed("signed_data", cms.SignedData(data))


def encrypted() -> bytes:
    """Something that only the owner of a key could read."""
    about = {
        "content_type": "data",
        "content_encryption_algorithm": {"algorithm": "aes256_cbc", "parameters": bytes(16)},
        "encrypted_content": bytes(32),
    }
    data = {"version": "v0", "recipient_infos": [], "encrypted_content_info": about}
    return _sealed("enveloped_data", cms.EnvelopedData(data))


def _sealed(kind: str, content: cms.SignedData | cms.EnvelopedData) -> bytes:
    dumped: bytes = cms.ContentInfo({"content_type": kind, "content": content}).dump()
    return dumped
