"""A mail server's word that a mail of ours could not be delivered."""


def delivery_report(message_id: str) -> str:
    """As Postfix writes it, about the mail with this Message-ID (in its angle brackets)."""
    return (
        "From: MAILER-DAEMON@mx.example\r\nTo: saraban@sso.go.th\r\n"
        "Subject: Undelivered Mail Returned to Sender\r\nMessage-ID: <report@mx.example>\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;"
        ' boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n\r\n"
        "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: saraban@sso.go.th\r\n"
        f"Message-ID: {message_id}\r\nSubject: receipt\r\n--b--\r\n"
    )
