"""E-mails, by a real mail server that takes, refuses, puts off, and dies."""

from asyncio import WriteTransport
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from casework.base.clock import now
from tests.casework.outbox.conftest import changed, delivered, free_port, posted

TO = "ali@example.org"
LONG_AGO = timedelta(minutes=10)


@dataclass
class Mailbox:
    """What the server says to an address and to the words; "die" ends the connection instead."""

    to_address: str = "250 OK"
    to_words: str = "250 OK"
    got: list[Envelope] = field(default_factory=list)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, to: str, _: list[str]) -> str:
        if self.to_address.startswith("2"):
            envelope.rcpt_tos.append(to)
        return self._say(server, self.to_address)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.got.append(envelope)
        return self._say(server, self.to_words)

    def _say(self, server: SMTP, answer: str) -> str:
        if answer == "die":
            assert isinstance(server.transport, WriteTransport)
            server.transport.abort()
        return answer


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> int:
    chosen = free_port()
    monkeypatch.setenv("HANDRAIL_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("HANDRAIL_SMTP_PORT", str(chosen))
    monkeypatch.setenv("HANDRAIL_SMTP_FROM", "Help with work <help@council.example>")
    monkeypatch.setenv("HANDRAIL_SMTP_TLS", "none")
    return chosen


@pytest.fixture
def mailbox(port: int) -> Iterator[Mailbox]:
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box
    controller.stop()


async def test_without_a_provider_nothing_leaves(clean: None) -> None:
    sent = await delivered(await posted("email", TO, subject="Your visit"))
    assert (sent.status, sent.provider) == ("sent", "demonstration")


async def test_taken(clean: None, mailbox: Mailbox) -> None:
    words = "See you at 10 – Sam\n.\nBring nothing."
    sent = await delivered(await posted("email", TO, words, subject="Your visit – Tuesday"))
    assert (sent.status, sent.provider) == ("sent", "smtp")
    [envelope] = mailbox.got
    assert isinstance(envelope.content, bytes)
    message = message_from_bytes(envelope.content, policy=policy.default)
    assert (envelope.mail_from, envelope.rcpt_tos) == ("help@council.example", [TO])
    assert message["Subject"] == "Your visit – Tuesday"
    assert message["Message-ID"] == sent.provider_ref == f"<{sent.id}@council.example>"
    assert message.get_content().replace("\r\n", "\n").strip() == words


@pytest.mark.parametrize("where", ["to_address", "to_words"])
async def test_refused(clean: None, mailbox: Mailbox, where: str) -> None:
    setattr(mailbox, where, "550 no")
    failed = await delivered(await posted("email", TO, subject="Your visit"))
    assert (failed.status, failed.error) == ("failed", "SMTP 550")


@pytest.mark.parametrize("where", ["to_address", "to_words"])
async def test_put_off_then_taken(clean: None, mailbox: Mailbox, where: str) -> None:
    setattr(mailbox, where, "451 later")
    outgoing = await posted("email", TO, subject="Your visit")
    waiting = await delivered(outgoing)
    assert (waiting.status, waiting.error) == ("queued", "SMTP 451")
    setattr(mailbox, where, "250 OK")
    assert (await delivered(outgoing)).status == "sent"


async def test_nobody_there(clean: None, port: int) -> None:
    waiting = await delivered(await posted("email", TO, subject="Your visit"))
    assert (waiting.status, waiting.error) == ("queued", "no connection")


async def test_dead_before_the_words(clean: None, mailbox: Mailbox) -> None:
    mailbox.to_address = "die"
    assert (await delivered(await posted("email", TO, subject="Your visit"))).status == "queued"


async def test_dead_after_the_words_is_for_a_person(clean: None, mailbox: Mailbox) -> None:
    mailbox.to_words = "die"
    outgoing = await posted("email", TO, subject="Your visit")
    assert (await delivered(outgoing)).status == "held"
    await delivered(outgoing)
    assert len(mailbox.got) == 1


async def test_a_worker_died_over_it(clean: None, mailbox: Mailbox) -> None:
    outgoing = await posted("email", TO, subject="Your visit")
    await changed(outgoing, status="sending", provider="smtp", tries=1, status_at=now() - LONG_AGO)
    assert (await delivered(outgoing)).status == "held"
    assert not mailbox.got


@pytest.mark.parametrize(
    ("to", "subject"),
    [("ali@example.org\nBcc: all@example.org", "Your visit"), ("älï@example.org", "Your visit"), (TO, "Your\nvisit")],
)
async def test_what_cannot_be_written(clean: None, mailbox: Mailbox, to: str, subject: str) -> None:
    assert (await delivered(await posted("email", to, subject=subject))).status == "failed"
    assert not mailbox.got


@pytest.mark.parametrize("method", ["PUBLISH", "CANCEL"])
async def test_a_calendar_entry_goes_along_and_says_what_it_asks(clean: None, mailbox: Mailbox, method: str) -> None:
    entry = f"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nEND:VCALENDAR\r\n".encode()
    await delivered(await posted("email", TO, subject="Your meeting", calendar=entry))
    message = message_from_bytes(mailbox.got[0].content or b"", policy=policy.default)
    (part,) = message.iter_attachments()
    assert (part.get_content_type(), part.get_param("method"), part.get_filename()) == ("text/calendar", method, "meeting.ics")
    assert part.get_content().splitlines() == entry.decode().splitlines()
