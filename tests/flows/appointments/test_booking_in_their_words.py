"""Messages as people write them, while times are shown and while one is read back."""

from datetime import datetime, time, timedelta
from uuid import UUID

import pytest

from casework.appointments import BookingTalk, Step, agreed_beside, asked_about, plainly_asked, taken_beside
from casework.appointments.booking.changing import ANOTHER_WORKER
from casework.appointments.words.meeting_ways import way_they_said
from casework.appointments.words.needing import prefers_who
from casework.appointments.words.passing import day_asked, remark_in
from casework.appointments.words.picking import chosen
from casework.appointments.words.saying import again
from casework.appointments.words.taken import taken_otherwise, without_reason
from casework.appointments.words.wishing import wish_in
from casework.base.clock import LONDON, now
from casework.base.db import transaction
from casework.council import say_when
from tests.flows.appointments.test_appointments import workday
from tests.flows.appointments.test_booking_talks import chat, day, says
from tests.flows.appointments.test_booking_walked_on import asked, step

__all__ = ["chat"]
SHOWN = ("face to face", day())
READ_BACK = ("face to face", f"{day()} at 10", "1")


@pytest.mark.parametrize("text", [
    "that ok 4 me thanx", "i spose so", "do it before i chicken out", "yes yes yes, third time you've asked", "thats fine",
    "suppose so", "book it quick before i bottle it", "it'll do, ta", "ok ok ive said yes already",
])  # fmt: skip
async def test_a_yes_in_their_words_is_one(chat: UUID, text: str) -> None:
    await says(chat, *READ_BACK)
    assert await asked(chat, text, "start_again") == []
    assert await step(chat) == Step.NAME


@pytest.mark.parametrize(("text", "said"), [
    ("Thats fine. Is there a toilet there I can use, I've got crohns", "utter_booking_ask_office"),
    ("ok but i mite be 5 mins late cos of the bus", "utter_booking_about_late"),
    ("that's ok but my bus might get in late", "utter_booking_about_late"),
    ("yeah alright though the bus is always late so i might be as well", "utter_booking_about_late"), ("yes but il be about ten mins late", "utter_booking_about_late"),
    ("alright but if my court thing gets moved il have to cancel", "utter_meeting_change_late"),
    ("sure but i may have to cancel if my lad is poorly", "utter_meeting_change_late"),
    ("that works for me, unless my shift changes then i'd have to move it", "utter_meeting_change_late"),
])  # fmt: skip
async def test_what_stands_beside_a_yes_is_answered_and_the_yes_taken(chat: UUID, text: str, said: str) -> None:
    await says(chat, *READ_BACK)
    assert await asked(chat, text, "cancel_appointment") == [said]
    assert await step(chat) == Step.NAME


@pytest.mark.parametrize("text", [
    "ok but isnt that a bit late", "ok but i'll be late for work then", "that's fine but can we do 12", "thats not fine", "ok i changed my mind",
    "yes if it can be by phone", "do it on thursday", "do it before thursday", "yes cancel it", "ok the third one", "i suppose i could do friday",
    "alright but if you have thursday id change it to that", "it suits me not at all", "yes but i work late",
])  # fmt: skip
def test_what_would_have_it_otherwise_is_no_bare_yes(text: str) -> None:
    assert agreed_beside(text) is None


def shown() -> BookingTalk:
    """Half past nine and eleven on one day, two on the next."""
    first, second = _days()
    starts = [datetime.combine(day, time.fromisoformat(at), LONDON) for day, at in ((first, "09:30"), (first, "11:00"), (second, "14:00"))]
    offered = [
        {"start": one.isoformat(), "end": (one + timedelta(hours=1)).isoformat(), "diary": "", "worker": "Sam Lee", "venue": None, "title": say_when(one, now())}
        for one in starts
    ]
    return BookingTalk(step=Step.CHOOSE, offered=offered, features=[], services=[], needs="", misses=0, format="in_person")


def _days() -> tuple[datetime, datetime]:
    first = workday()
    second = first + timedelta(days=1)
    return first, second if second.weekday() < len("weekd") else second + timedelta(days=2)


def named(text: str) -> str:
    """With the names of both days, and of the day after."""
    first, second = _days()
    return text.format(one=f"{first:%A}".lower(), two=f"{second:%A}".lower())


@pytest.mark.parametrize(("text", "answer", "asked"), [
    ("2 on {two}. will it take long? got to get my lad at 3", "2 on {two}", "will it take long?"),
    ("9.30 is a bit early for me, the tablets make me groggy. 11 then", "11 then", ""),
    ("the {two} one please, {one}s i have my nan", "the {two} one please", ""),
    ("half past nine would be fine so long as there is parking nearby", "half past nine would be fine", "so long as there is parking nearby"),
    ("half 9s too early, i'm no good before 10. 11 {one}", "11 {one}", ""),
    ("11 {one}. i pick my girl up at 2, is it far from the station?", "11 {one}", "is it far from the station?"),
    ("{two} at 2, my carer comes at 9 {one}", "{two} at 2", ""),
])  # fmt: skip
def test_one_part_takes_a_time(text: str, answer: str, asked: str) -> None:
    found, talk = taken_beside(shown(), named(text)), shown()
    taken = (found.answer, found.asked) if found else (named(text), "")
    assert chosen(talk, taken[0]) == chosen(talk, named(answer)) is not None
    assert taken[1] == asked


@pytest.mark.parametrize("text", [
    "too early all of them {one}, anything after dinner time?", "11 on {one}, or is there anything later", "9.30 is a bit early for me. 11 is a bit late", "9:30... no wait 11. yeah 11", "11 or 2, my mum has the car",
    "{two} at 2. can we do it at 3 instead", "11 please. actually by phone", "i have the dentist {two} at 2, i'd like 10 {one}", "what about thursday next month, 11 is hard",
])  # fmt: skip
def test_what_another_part_would_have_otherwise_is_not_taken(text: str) -> None:
    assert taken_beside(shown(), named(text)) is None


@pytest.mark.parametrize(("text", "place"), [
    ("the later one on {one}", 1), ("earlier one on {one} please", 0), ("the last slot on {one}", 1), ("first one on {two}", 2),
    ("need to see what my rota says first mate", None), ("can i ask my mum first", None), ("can i see the first one", 0), ("can you tell me first", None), ("ill go first", 0),
    ("later on {one}", None), ("the later one", None), ("will sam be cross i missed the last one", None), ("i missed the last one", None),
])  # fmt: skip
def test_the_first_and_the_last_of_a_day(text: str, place: int | None) -> None:
    assert chosen(shown(), named(text)) == place


@pytest.mark.parametrize(("text", "kind"), [
    ("will amina be cross i missed the last one", "kind"), ("is she angry with me cos i missed it", "kind"), ("what is this meeting even for", "covers"),
    ("whats this appointment about then", "covers"), ("what is that even for", "covers"), ("will amina be there", None), ("what is it for", None),
    ("will it be ok if i miss it", None), ("what is the time for this", None),
])  # fmt: skip
def test_plain_questions(text: str, kind: str | None) -> None:
    assert plainly_asked(text) == kind


@pytest.mark.parametrize(("text", "about"), [
    ("will it take long", "long"), ("wait how long will i be in there for", "long"), ("is it gonna be very long?", "long"), ("how long do i need to stay there", "long"),
    ("is it a long way", None), ("will it be long term", None), ("how long do i have to decide", "until"), ("how long have i got", "until"),
])  # fmt: skip
def test_how_long(text: str, about: str | None) -> None:
    assert asked_about(text) == about


@pytest.mark.parametrize(("text", "remark"), [
    ("hmm not sure let me ask my husband what shift hes on", "no_hurry"), ("can i let you know tonight? waiting on my rota", "no_hurry"),
    ("could I think about it and come back to you later today?", "no_hurry"), ("i need to check with my mum first", "no_hurry"),
    ("i'll have a think and let you know", "no_hurry"), ("I don't see the point, last time nobody even looked at my CV", "no_point"),
    ("its just a waste of my time", "no_point"), ("whats the point of it", "no_point"), ("i'd sooner do it by text if thats alright, i dont like talking", "in_writing"),
    ("can we do it over whatsapp instead", "in_writing"), ("oh are these all at bridge house? is there one nearer to hillside", "nearer"),
    ("is there one closer, im in Thornley and its 2 buses", "nearer"), ("anywhere nearer my house", "nearer"), ("is there nowhere closer to me, i'm in the village", "nearer"), ("need to see what my rota says first mate", "no_hurry"), ("what happens if i say no", "if_no"), ("wot if i say no", "if_no"),
    ("Do I get my travel paid if I come? It's £4.80 return", "ask_office"), ("will you pay my bus fare", "ask_office"), ("can i get a taxi paid for", "ask_office"),
    ("do i get a bus there", None), ("my bus fare is 4.80", None), ("can i let you know i have a dog", None), ("let me see tuesday", None), ("let me know if one comes free", None), ("i think about 3pm", None), ("i need to see the doctor at 10", None),
    ("whats the point of contact", None), ("can you send me it by text", None), ("remind me by text please", None), ("can i text you if im late", None),
    ("anything nearer the weekend", None), ("is there anything closer to 12", None), ("is it near the bus station", None), ("no", None), ("i say no to tuesday", None), ("i need to ask my worker", None),
])  # fmt: skip
def test_what_is_said_in_passing(text: str, remark: str | None) -> None:
    assert remark_in(text) == remark


@pytest.mark.parametrize(("text", "said"), [
    ("hmm not sure let me ask my husband what shift hes on", "utter_booking_no_hurry"), ("I don't see the point, last time nobody even looked at my CV", "utter_booking_no_point"),
    ("i'd sooner do it by text if thats alright, i dont like talking", "utter_booking_in_writing"), ("is there one closer, im in Thornley and its 2 buses", "utter_booking_nearer"),
    ("what happens if i say no", "utter_booking_if_no"), ("what is this meeting even for", "utter_meeting_covers"), ("wait how long will i be in there for", "utter_booking_about_long"),
    ("hang on is that tomorrow?", "utter_booking_not_then"), ("is that still on the {day}", "utter_booking_is_then"),
])  # fmt: skip
async def test_what_is_said_in_passing_is_answered_and_the_time_stands(chat: UUID, text: str, said: str) -> None:
    await says(chat, *READ_BACK)
    assert await asked(chat, text.format(day=day()), "check_appointment") == [said]
    assert await step(chat) == Step.CONFIRM


@pytest.mark.parametrize(("text", "asks"), [("so is it tuesday then", True), ("wait is that for the 4th", True), ("is it free tomorrow", False), ("is that ok for friday", False), ("is that at 11?", False)])
def test_whether_it_is_on_a_day(text: str, asks: bool) -> None:
    assert (day_asked(text) is not None) == asks


@pytest.mark.parametrize("text", ["do you have anything with someone other than Sam", "Not with Sam thank you, we didn't get on", "anybody but sam please, she makes me nervous", "not her again, we had words"])
@pytest.mark.parametrize("before", [SHOWN, READ_BACK])
async def test_another_than_who_is_shown(chat: UUID, text: str, before: tuple[str, ...]) -> None:
    await says(chat, *before)
    await asked(chat, text, "request_human")
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, chat)
        assert talk.why == ANOTHER_WORKER or (talk.wish or {}).get("without")


@pytest.mark.parametrize(("text", "place", "way"), [
    ("the last 1 but can it be on the phone", 2, "phone"), ("11 {one}, but could we do it by video", 1, "video"), ("the first one. can it be over the phone instead", 0, "phone"),
])  # fmt: skip
def test_one_of_them_in_another_way(text: str, place: int, way: str) -> None:
    assert taken_otherwise(shown(), named(text)) == (place, way)


@pytest.mark.parametrize("text", ["the last one, my phone is broken", "11 but face to face please", "by phone", "11 {one}. will you ring me if its off", "the first one or by phone"])
def test_no_other_way(text: str) -> None:
    assert taken_otherwise(shown(), named(text)) is None


@pytest.mark.parametrize(("text", "way"), [
    ("face to face? i said phone", "phone"), ("no i asked for a video call", "video"), ("i thought it was on the phone", "phone"),
    ("i said my phone is broken", None), ("i said ring me before", None), ("i put my phone number already", None),
])  # fmt: skip
def test_the_way_they_said(text: str, way: str | None) -> None:
    assert way_they_said(text) == way


@pytest.mark.parametrize(("text", "rest"), [
    ("i can't get there before 10 cos my bus pass don't work till half nine", "i can't get there before 10"),
    ("can it be wednesday after all, my boiler man's coming tomorrow", "can it be wednesday after all"), ("thursday pls, i sign on tuesdays", "thursday pls"),
    ("not tuesday cos i have college tuesday and wednesday", None), ("wednesday, i work till 3", None), ("any day, my carer comes tuesdays", None), ("i have the dentist at 2", None),
])  # fmt: skip
def test_why_is_no_wish(text: str, rest: str | None) -> None:
    assert without_reason(text) == (rest or text)


@pytest.mark.parametrize(("text", "then"), [
    ("i have no money for bus until {one} when i get paid", True), ("skint til {one}", True), ("no lift till {one}", True), ("no money for rent", False), ("no money till i start", False), ("broke my arm {one}", False),
])  # fmt: skip
def test_the_day_they_have_money_again_counts(text: str, then: bool) -> None:
    wish, only = wish_in(named(text)), wish_in(named("not until {one}"))
    assert (wish is not None and only is not None and wish.first == only.first and wish.last_day == only.last_day) == then


@pytest.mark.parametrize(("text", "more"), [
    ("Could you show me a few more please?", "other"), ("have you got any more times", "other"), ("any others", "other"),
    ("tell me more about it", None), ("any more news", None), ("give me some more info", None),
])  # fmt: skip
def test_a_few_more(text: str, more: str | None) -> None:
    assert again(text) == more


async def test_the_way_they_said_is_another_than_that_read_back(chat: UUID) -> None:
    await says(chat, *READ_BACK)
    await asked(chat, "face to face? i said phone", "appointment_format")
    async with transaction() as session:
        assert (await session.get_one(BookingTalk, chat)).format == "phone"


@pytest.mark.parametrize(("text", "who"), [
    ("Can it not be a man? My last adviser Tony was brilliant", True), ("could it be a lady please", True), ("will they be a woman", True),
    ("can it be a morning", False), ("could it be a woman's voice i heard", False), ("can it be a man with a van", False),
])  # fmt: skip
def test_it_may_be_a_woman_or_a_man(text: str, who: bool) -> None:
    assert prefers_who(text) == who
