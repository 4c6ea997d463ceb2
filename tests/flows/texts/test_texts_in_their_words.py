"""What people in work text us at any time, or in answer to how it goes, in words of their own."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.directory import Signpost
from casework.base.clock import LONDON, local
from casework.base.db import transaction
from casework.checkins import asks_back, news
from casework.checkins.answers import is_plain, read
from casework.checkins.asking_back import keeps_from_work
from casework.checkins.questions import bank
from casework.claimants.safe import settle
from casework.council import council, say_date
from casework.texts import order_of, pausing
from casework.texts.control import still_waits
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, texts_us, thread, waits_for_a_person
from tests.flows.work.test_work_news import heard, names
from tests.flows.working import Clock, amina, case, clock, goes_on_to, starts

__all__ = ["PHONE", "amina", "clock"]

NOON = datetime(2026, 11, 30, 12, tzinfo=LONDON)

HOW, HARDEST = bank().questions["how_is_work"], bank().follow_ups["what_is_hard"]
ANGRY = ["stop stop stop i said no more!!!", "STOP STOP I'm sick of this", "how many times do i have to say stop", "for the last time STOP!!", "i keep telling you to stop it", "ive told you lot stop", "i kept telling you stop"]
NO_STOPS = ["stop it she said", "the bus stop stop is far", "dont stop", "i told him to stop", "they said no more hours", "my boss keeps telling me to stop", "i told you i dont want to stop", "i told my boss for the last time stop", "i kept saying stop", "i told dave for the last time stop", "he wouldnt listen i said stop", "how many times do i have to tell her stop"]
PAUSES = ["leave me alone for a couple weeks, nowt wrong just busy", "give me a break for two weeks all fine just working loads", "dont text me for a fortnight, nothing wrong, just busy", "no texts for 2 weeks its all good"]
NO_PAUSES = ["my ex wont leave me alone for a couple weeks", "give me a break for gods sake", "i had a break for two weeks"]
EVENINGS = ["text me in the evening from now on, day shift now", "text me evenings, im on days now", "text me in the evening going forward"]


@pytest.mark.parametrize("words", ANGRY)
async def test_a_stop_in_anger_is_one(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert "no more texts" in (await gets())[-1]
    assert assistant.asked == []


@pytest.mark.parametrize("words", ["i told you no more", "I SAID no more!!"])
def test_no_more_is_a_stop_where_nothing_is_asked(words: str) -> None:
    assert (order_of(words, quiet=False, idle=True), order_of(words, quiet=False)) == ("unwanted", None)


@pytest.mark.parametrize("words", NO_STOPS)
def test_what_stops_nothing(words: str) -> None:
    assert order_of(words, quiet=False, idle=True) is None


@pytest.mark.parametrize("words", PAUSES)
def test_to_be_left_alone_for_a_while_is_a_pause(words: str) -> None:
    assert order_of(words, quiet=False) == "pause_until"
    assert pausing.last_day(words, NOON) == datetime(2026, 12, 14, tzinfo=LONDON).date()


@pytest.mark.parametrize("words", NO_PAUSES)
def test_what_pauses_nothing(words: str) -> None:
    assert order_of(words, quiet=False, idle=True) is None


@pytest.mark.parametrize("words", EVENINGS)
def test_why_the_times_change_changes_none_of_them(words: str) -> None:
    assert order_of(words, quiet=False) == "safe"
    assert settle(words, None, council().texting).contact == {"from": "17:00", "until": "20:00"}


@pytest.mark.parametrize("words", ["not nights now im on days now", "dont text me on days now", "text me when im off days now"])
def test_shifts_are_no_times_that_are_good(words: str) -> None:
    assert (settle(words, None, council().texting).contact.get("days"), settle(words, None, council().texting).contact.get("from")) == (None, None)


@pytest.mark.parametrize(("words", "days"), [("Can you text me Wednesdays instead of Mondays", ["wed"]), ("id rather be texted fridays not mondays", ["fri"]), ("text me on sundays rather than fridays please", ["sun"])])
def test_one_day_in_place_of_another(words: str, days: list[str]) -> None:
    assert order_of(words, quiet=False, idle=True) == "safe"
    assert settle(words, None, council().texting).contact == {"days": days}


@pytest.mark.parametrize("words", ["can i work wednesdays instead of mondays", "can we meet wednesday instead of monday", "they paid me friday not monday"])
def test_days_of_other_things(words: str) -> None:
    assert order_of(words, quiet=False) is None


@pytest.mark.parametrize("words", ["my manager saw ur text. not happy", "my mum read your text", "people at work saw your messages", "someone at work has seen the texts"])
def test_that_others_saw_a_text_is_of_when_it_is_safe(words: str) -> None:
    assert order_of(words, quiet=False, idle=True) == "safe"


@pytest.mark.parametrize("words", ["my mate saw your text and wants help", "my boss saw my text to him", "i saw your text", "my manager looked at the rota"])
def test_what_others_saw_otherwise(words: str) -> None:
    assert order_of(words, quiet=False) != "safe"


@pytest.mark.parametrize("words", ["when is someone gonna ring me ive been waiting since thurs", "nobody has rung me yet", "you said someone would ring me yesterday", "Sorry I missed your call, was driving"])
async def test_who_waits_for_a_call_that_nobody_promised_is_rung(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert await waits_for_a_person() == "call"


@pytest.mark.parametrize("words", ["i missed a call from my manager", "my boss said he would ring me", "waiting for my wages", "nobody rings me its lonely"])
def test_calls_that_are_not_ours(words: str) -> None:
    assert not still_waits(words)


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("who are you & how did u get my number", "number_from"),
        ("where did you get my number from", "number_from"),
        ("how did u get my number", "number_from"),
        ("Do these texts cost me anything?", "text_cost"),
        ("are the texts free", "text_cost"),
        ("does it cost to text you back", "text_cost"),
        ("what did i put for my payday cant remember", "days_told"),
        ("which start date have you got for me", "days_told"),
        ("merry xmas when it comes x", "greeting"),
        ("please stop the ones about pay i dont mind the others", "some_only"),
        ("i only want the texts about meetings not the rest", "some_only"),
        ("no texts about pay please keep the others", "some_only"),
        ("you've put my name down as Sam its Samira", "wrong_name"),
        ("you keep calling me Sam my name is not Sam its Samira", "wrong_name"),
        ("my name is spelt wrong", "wrong_name"),
        ("Wont be on this number after friday, will send you my new one", "number_ends"),
        ("im losing this phone on friday ill text you my new number", "number_ends"),
        ("have a good weekend", "greeting"),
        ("I lost my phone this one is borrow from friend", "borrowed"),
        ("on a borrowed phone till i get mine back", "borrowed"),
        ("stop asking me this every week", "often"),
        ("dont check up on me every few days", "often"),
        ("cant talk now at work", "busy"),
    ],
)
def test_what_is_asked_of_the_texts(words: str, order: str) -> None:
    assert order_of(words, quiet=False, idle=True) == order


@pytest.mark.parametrize("words", ["im free to text after 5", "are school meals free text me", "when is payday they said friday", "what if my payday is late", "xmas is hard", "i had to borrow from my friend", "borrowed money off my mate", "i dont mind the questions", "they gave the others more pay", "you put me down as free", "my boss got my name wrong", "you have my pay wrong", "i wont be at this job after friday", "my boss asks me every day", "my phone broke and i need help with rent using my mates phone"])
def test_what_only_sounds_like_it(words: str) -> None:
    assert order_of(words, quiet=False, idle=True) is None


@pytest.mark.parametrize("words", ["how did you get my number remove me", "who gave you my number leave me alone", "where did you get my number from stop", "how did you get my number? remove me"])
def test_who_asks_for_an_end_beside_it_gets_one(words: str) -> None:
    assert order_of(words, quiet=False) == "stop"


@pytest.mark.parametrize(("words", "order"), [("who gave you my number i dont want this", "unwanted"), ("how did you get my number i never asked for this", "unwanted"), ("who gave you my number i dont want my boss to know", None), ("how did you get my number dont text my mum", None)])
def test_who_wants_none_of_it_is_not_told_where_the_number_is_from(words: str, order: str | None) -> None:
    assert order_of(words, quiet=False, idle=True) == order


@pytest.mark.parametrize("words", ["im not called in", "i am not called back", "im not called in for my shift till friday", "im not called for an interview"])
def test_who_is_not_called_in_has_no_wrong_name(words: str) -> None:
    assert order_of(words, quiet=False, idle=True) is None


@pytest.mark.parametrize("words", ["im not called Sam", "i am not called sam its samira"])
def test_who_is_not_called_that_has(words: str) -> None:
    assert order_of(words, quiet=False, idle=True) == "wrong_name"


async def test_the_days_that_we_hold_are_told(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    payday = local(clock()).date() + timedelta(days=28)
    await starts(amina, clock, first_payday=payday)
    await texts_us("what did i put for my payday cant remember")
    assert f"payday {say_date(payday)}" in (await gets())[-1]
    assert assistant.asked == []


async def test_a_lent_phone_gets_nothing_more(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("I lost my phone this one is borrow from friend")
    assert "We send nothing more to this phone" in (await gets())[-1]
    assert await waits_for_a_person() == "safe_contact"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("They took me on permanent!!!!", "good"),
        ("theyve kept me on perm", "good"),
        ("got made supervisor today", "good"),
        ("gone up to 30 hours!!", "good"),
        ("My feet are killing but I've never been happier", "good"),
        ("People very nice. Work is hard but I like", "good"),
        ("not too bad getting used to it now the first week was horrible", "ok"),
        ("Between a 1 and a 2", "ok"),
        ("two", "ok"),
        ("number two", "ok"),
        ("3 or 2 depends on the day", "struggling"),
        ("Good but is there any help with work clothes", "asks_more"),
        ("really gd thx, just wondering do i still get free school meals for my 2", "asks_more"),
        ("fine can i get a bus pass", "asks_more"),
        ("ok apart from petrol costing half my wage", "getting_there"),
        ("my anxiety is bad again and i dread going in", "feelings"),
        ("my nerves are in bits and i feel sick every morning", "feelings"),
        ("Handing my notice in fri got something better at the council", "leaving"),
    ],
)
def test_how_work_goes_in_their_words(words: str, outcome: str) -> None:
    assert read(HOW, words) == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("they wont make me permanent", "good"),
        ("my hours have gone up to 60 im dead", "good"),
        ("never been worse", "good"),
        ("good but i like my old job better", "good"),
        ("the first week was horrible", "ok"),
        ("two of the lads left", "ok"),
        ("Not good, is there any help", "asks_more"),
        ("good but pay is short", "asks_more"),
        ("parking is free", "getting_there"),
        ("my mums anxiety is bad", "feelings"),
        ("my landlord gave me notice", "leaving"),
        ("im leaving home anyway", "leaving"),
    ],
)
def test_what_work_is_not_said_to_be(words: str, outcome: str) -> None:
    assert read(HOW, words) != outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("1 and 2", "pay_wrong"),
        ("all of it", "pay_wrong"),
        ("everything really", "pay_wrong"),
        ("the travelling, 2 buses each way", "getting_there"),
        ("childcare after school finishes 3.15 and i finish 5", "getting_there"),
        ("my knees", "feelings"),
        ("people", "conflict"),
        ("4 depression", "feelings"),
        ("Sorry pressed 3 by mistake meant 1", "pay_wrong"),
        ("number 3 but please dont contact my employer", "getting_there"),
        ("3 dont tell my boss", "getting_there"),
        ("im leaving anyway so doesnt matter", "leaving"),
    ],
)
def test_what_is_hardest_in_their_words(words: str, outcome: str) -> None:
    assert (read(HARDEST, words), is_plain(words, HARDEST)) == (outcome, True)


@pytest.mark.parametrize("words", ["can you help with childcare", "all of it is fine", "all my mates", "2 dont tell me to leave"])
def test_what_is_no_plain_answer_to_it(words: str) -> None:
    assert not is_plain(words, HARDEST)


@pytest.mark.parametrize(("words", "back"), [("i not understand", "unclear"), ("what do you mean", "unclear"), ("how do i get my P45 from the last place", "p45"), ("wheres my p45", "p45"), ("do i need a p45 to start", "p45")])
def test_what_is_asked_back(words: str, back: str) -> None:
    assert asks_back(words) == back


@pytest.mark.parametrize("words", ["i dont understand my payslip", "got my p45 im out", "boss gave me my p45 today", "they dont understand me"])
def test_what_is_told_and_not_asked_back(words: str) -> None:
    assert asks_back(words) is None


@pytest.mark.parametrize(("words", "kept"), [("but please dont contact my employer", True), ("dont tell my boss", True), ("dont tell me to leave", False), ("my boss never rings", False), ("they dont let me go", False)])
def test_that_work_is_not_to_hear_of_it(words: str, kept: bool) -> None:
    assert keeps_from_work(words) is kept


@pytest.mark.parametrize("words", ["Going back to college in jan so finishing work xmas eve", "starting uni in jan so leaving the job at christmas"])
def test_a_job_that_ends_for_college(words: str) -> None:
    assert news(words) == "temporary"


@pytest.mark.parametrize("words", ["my son is going back to college finishing xmas eve", "finishing work friday for xmas", "going to college on monday to fix the boiler"])
def test_what_ends_no_job(words: str) -> None:
    assert news(words) is None


def test_good_news_is_no_news_of_a_job() -> None:
    assert news("They took me on permanent!!!!") == "good"


@pytest.mark.usefixtures("checked_lately")
@pytest.mark.parametrize(("words", "need", "reason"), [("3 landlord says we've to be out by jan", "need_housing", "checkin_money"), ("3 bailiffs sent a letter", "need_debt", "checkin_money"), ("3 head is not right", "need_mental_health", "checkin_feelings")])
async def test_a_number_before_a_need_is_the_answer_and_a_person_is_there(amina: UUID, clock: Clock, assistant: Assistant, words: str, need: str, reason: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        await Signpost().act(await heard(session, await thread(), need), say)
    made = await case()
    assert made
    assert made.reason == reason
    assert [one for one in names(say) if one == "utter_signpost"]


@pytest.mark.parametrize("words", ["1 but where is the food bank", "landlord says we've to be out by jan", "3"])
async def test_a_need_alone_answers_nothing(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    async with transaction() as session:
        await Signpost().act(await heard(session, await thread(), "need_housing"), CollectingDispatcher())
    assert await case() is None
