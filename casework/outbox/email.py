"""E-mails by SMTP, or to the demonstration's outbox."""

import asyncio
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from casework.base.clock import now
from casework.outbox.carrier import Carrier, NotTaken, Refused, Settled, Taken, Unclear
from casework.outbox.demonstration import Demonstration
from casework.outbox.models import Outgoing
from casework.outbox.settings import OutboxSettings, outbox_settings

ENTRY = "meeting.ics"


def email_carrier() -> Carrier:
    own = outbox_settings()
    return Smtp(own) if own.emails_leave else Demonstration()


class Smtp:
    name = "smtp"
    lists = False

    def __init__(self, own: OutboxSettings) -> None:
        self._own = own
        self._from = parseaddr(own.smtp_from)[1]

    async def send(self, outgoing: Outgoing) -> Settled:
        return await asyncio.to_thread(self._send, outgoing)

    async def send_several(self, outgoings: Sequence[Outgoing]) -> Sequence[Settled]:
        return [await self.send(one) for one in outgoings]

    async def find(self, outgoing: Outgoing) -> Sequence[Taken]:
        """Nothing, ever: a mail server keeps no list that could be asked."""
        return ()

    def _send(self, outgoing: Outgoing) -> Settled:
        try:
            message = self._composed(outgoing)
        except ValueError:
            return Refused("the address or the subject cannot be written")
        try:
            with self._server() as server:
                return self._hand_over(server, outgoing.to, message)
        except smtplib.SMTPResponseException as error:
            return NotTaken(f"SMTP {error.smtp_code} on connecting")
        except OSError:
            return NotTaken("no connection")

    def _hand_over(self, server: smtplib.SMTP, to: str, message: EmailMessage) -> Settled:
        """Once the words are on their way, only the server's answer says whether it has them."""
        code, _ = server.mail(self._from)
        if _is_yes(code):
            code, _ = server.rcpt(to)
        if not _is_yes(code):
            return _answered(code)
        try:
            code, _ = server.data(message.as_bytes())
        except smtplib.SMTPDataError as error:
            return _answered(error.smtp_code)
        except OSError:
            return Unclear("no answer after the words were sent")
        return Taken(message["Message-ID"]) if _is_yes(code) else _answered(code)

    def _composed(self, outgoing: Outgoing) -> EmailMessage:
        outgoing.to.encode("ascii")
        message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
        message["From"] = self._own.smtp_from
        message["To"] = outgoing.to
        message["Subject"] = outgoing.subject
        message["Date"] = format_datetime(now())
        message["Message-ID"] = f"<{outgoing.id}@{self._from.partition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(outgoing.text)
        if outgoing.calendar:
            method = _method(outgoing.calendar)
            message.add_attachment(outgoing.calendar, subtype="calendar", filename=ENTRY, params={"method": method})
        return message

    @contextmanager
    def _server(self) -> Iterator[smtplib.SMTP]:
        server = self._connected()
        try:
            self._greet(server)
            yield server
            with suppress(OSError):
                server.quit()
        finally:
            server.close()

    def _connected(self) -> smtplib.SMTP:
        host, port, timeout = self._own.smtp_host, self._own.smtp_port, self._own.smtp_timeout_seconds
        if self._own.smtp_tls == "implicit":
            return smtplib.SMTP_SSL(host, port, timeout=timeout, context=ssl.create_default_context())
        return smtplib.SMTP(host, port, timeout=timeout)

    def _greet(self, server: smtplib.SMTP) -> None:
        if self._own.smtp_tls == "starttls":
            server.starttls(context=ssl.create_default_context())
        if self._own.smtp_user:
            server.login(self._own.smtp_user, self._own.smtp_password.get_secret_value())
        server.ehlo_or_helo_if_needed()


def _method(calendar: str) -> str:
    """What the entry asks of the calendar it goes to; its line in the file and the e-mail's header must agree."""
    line = next((one for one in calendar.splitlines() if one.startswith("METHOD:")), "METHOD:PUBLISH")
    return line.partition(":")[2]


def _is_yes(code: int) -> bool:
    return code // 100 == 2


def _answered(code: int) -> Settled:
    why = f"SMTP {code}"
    if code // 100 == 4:
        return NotTaken(why)
    return Refused(why) if code // 100 == 5 else Unclear(why)
