"""A letter as mail programs keep it (`.eml`): its words decoded, its date and sender as what it tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.utils import parseaddr

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.pages.dates_written import day_of

_HEADER = re.compile(rb"(?i)(?:from|to|subject|date|received|return-path|message-id|delivered-to|mime-version|reply-to|sender|content-[a-z-]+|x-[\w-]+):\s")  # fmt: skip
_BY_A_PROGRAM = re.compile(rb"(?im)^(?:received|return-path|message-id|mime-version|content-type):\s")
_FIELDS = 3


@dataclass(frozen=True, slots=True)
class Letter:
    """The subject and the words of a letter, with its day and its sender's name."""

    text: str
    published: Period | None
    outlet: str | None


def is_mail(data: bytes, name: str) -> bool:
    r"""The bytes open with the header of a letter: three known fields, one of them such as programs alone write.

    >>> is_mail(b"From: a@x.example\nSubject: Tea\nMIME-Version: 1.0\n\nTea rose.", "a")
    True
    >>> is_mail(b"From: the desk\nSubject: Tea\nDate: 5 March\n\nTea rose.", "a.txt")
    False
    """
    head, blank, _ = data[:65536].replace(b"\r\n", b"\n").partition(b"\n\n")
    fields = sum(_HEADER.match(line) is not None for line in head.split(b"\n"))
    if not blank or _HEADER.match(head) is None or fields < _FIELDS:
        return False
    return name.lower().endswith(".eml") or _BY_A_PROGRAM.search(head) is not None


def letter_of(data: bytes) -> Letter | None:
    r"""Read a letter: its plain words, else those of its page; None where it holds neither.

    >>> letter_of(b"From: Suva Desk <d@x.example>\nSubject: Tea\nDate: Tue, 5 Mar 2019 10:00:00 +0000\n\nTea rose.").text
    'Tea\n\nTea rose.'
    """
    try:
        letter = message_from_bytes(data, policy=policy.default)
        body = letter.get_body(preferencelist=("plain", "html"))
        words = str(body.get_content()) if body is not None else ""
        subject, sender, sent = (str(letter.get(name, "")) for name in ("subject", "from", "date"))
    except (MessageError, LookupError, ValueError, AttributeError, TypeError):
        return None
    if not words.strip():
        return None
    words = words.replace("\r\n", "\n").strip("\n")
    marked = body is not None and body.get_content_subtype() == "html"
    title = _FORWARDED.sub("", subject).strip()
    text = words if marked or not title else f"{title}\n\n{words}"
    return Letter(text, day_of(sent) if sent else None, parseaddr(sender)[0] or None)


_FORWARDED = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
