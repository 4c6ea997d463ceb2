"""A service as people see it: what may be shown, why it was chosen, its line in each channel. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casework.base.clock import local
from casework.base.words import capital, phrase
from casework.council import NATIONS, say_date, say_time, say_when
from casework.directory.records import NationalService, Service, Text
from casework.directory.standing import Moment, hidden, open_now, span
from casework.directory.wording import Wording


@dataclass(frozen=True)
class Signpost:
    """`open_now` is None where not known; `why` holds sentences; a `discreet` name stays out of texts.
    `hours_short` is how texts say the hours.
    """

    id: str
    name: str
    what: str
    phone_shown: str | None
    phone_dialled: str | None
    phone_then: str | None
    text: Text | None
    url: str | None
    email: str | None
    cost_note: str | None
    open_now: bool | None
    hours_words: str
    hours_short: str
    why: tuple[str, ...]
    discreet: bool

    @property
    def by_text(self) -> bool:
        """Whether a text has anything to say of it."""
        return bool(self.phone_shown or self.text)

    @property
    def without_call(self) -> bool:
        return bool(self.text or self.url or self.email)


def shown(service: Service, moment: Moment, wording: Wording) -> Signpost:
    """Everything of the service that may be shown at that moment; numbers only while they are checked."""
    stale = hidden(service, moment)
    phone, text = (None, None) if stale else (service.phone, service.text)
    return Signpost(
        id=service.id,
        name=service.name,
        what=phrase(service.what),
        phone_shown=phone.shown if phone else None,
        phone_dialled=phone.dialled if phone else None,
        phone_then=phrase(phone.then) if phone and phone.then else None,
        text=text,
        url=str(service.url).rstrip("/") if service.url else None,
        email=service.email,
        cost_note=None if stale else service.cost_note,
        open_now=open_now(service, moment),
        hours_words=_hours_words(service, moment, wording) if phone or text else "",
        hours_short=_hours_short(service, moment, wording) if phone or text else "",
        why=tuple(_why(service, moment, wording)),
        discreet=service.discreet,
    )


def _hours_words(service: Service, moment: Moment, wording: Wording) -> str:
    state = open_now(service, moment)
    if service.hours is None or state is None:
        return wording.hours_unknown
    if service.hours.always:
        return wording.always
    opens, closes = span(service, service.hours, moment)
    if state:
        return wording.open_until.format(time=say_time(local(closes).time()))
    return wording.closed_until.format(when=say_when(opens, moment.at))


def _hours_short(service: Service, moment: Moment, wording: Wording) -> str:
    if service.hours is None or open_now(service, moment) is None:
        return wording.hours_unknown_short
    return wording.always_short if service.hours.always else _hours_words(service, moment, wording)


def _why(service: Service, moment: Moment, wording: Wording) -> Iterator[str]:
    if not isinstance(service, NationalService):
        yield wording.near
    elif set(service.nations) == set(NATIONS) or moment.nation is None:
        yield wording.everywhere
    else:
        yield wording.nations[moment.nation]
    if open_now(service, moment):
        yield wording.open_now
    if hidden(service, moment):
        yield wording.unchecked
    elif service.verified_on:
        yield wording.checked.format(date=say_date(service.verified_on))


def render(signposts: Sequence[Signpost], channel: str, wording: Wording, *, nameless: bool = False) -> list[str]:
    """One line a service. Texts leave out web addresses and discreet names, and whatever is then empty."""
    if nameless:
        return [capital(_ways(one, wording)) for one in signposts if one.by_text]
    if channel == "sms":
        return [_sms_line(one, wording) for one in signposts if one.by_text]
    return [_web_line(one, wording) for one in signposts]


def _web_line(one: Signpost, wording: Wording) -> str:
    ways = [*_numbers(one, one.hours_words, wording), *([one.url] if one.url else [])]
    return wording.web_line.format(name=one.name, what=one.what, ways=wording.between_web.join(ways))


def _sms_line(one: Signpost, wording: Wording) -> str:
    name = wording.discreet_name if one.discreet else one.name
    return wording.sms_line.format(name=name, ways=_ways(one, wording))


def _ways(one: Signpost, wording: Wording) -> str:
    return wording.between_sms.join(_numbers(one, one.hours_short, wording))


def _numbers(one: Signpost, hours: str, wording: Wording) -> list[str]:
    """The ways to reach it by phone and text; the hours follow the first."""
    ways = []
    if one.phone_shown:
        template = wording.call_then if one.phone_then else wording.call
        ways.append(template.format(shown=one.phone_shown, then=one.phone_then))
    if one.text:
        template = wording.text_word if one.text.word else wording.text_number
        ways.append(template.format(word=one.text.word, number=one.text.number))
    if ways:
        ways[0] = wording.with_hours.format(way=ways[0], hours=hours)
    return ways
