"""STOPs in the words people use, machines that only look like one, and pauses with an end."""

from datetime import date, datetime

import pytest

from casework.base.clock import LONDON
from casework.texts.control import is_automatic, order_of
from casework.texts.pausing import pause_until

TUESDAY = datetime(2026, 12, 1, 12, tzinfo=LONDON)


@pytest.mark.parametrize(
    "said",
    [
        "jog on and stop spamming", "could you not", "I'd rather not get any more of these", "do one", "leave off texting us", "id prefer not to get texts",
        "stop spamming me", "can u not", "I no longer wish to be contacted", "please desist from contacting me", "you can stop now", "u need to stop texting me",
        "bog off and leave me alone", "id rather you didnt text me", "take me off this",
        "stopiwch", "peidiwch â tecstio", "peidiwch tecstio fi", "dim mwy", "dim rhagor plis", "peidiwch", "peidiwch â chysylltu", "dw i ddim eisiau mwy o negeseuon", "gadewch fi fod",
    ],
)
def test_a_stop_is_obeyed(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"


@pytest.mark.parametrize(
    "said",
    [
        "stop the pain", "I cant stop worrying", "leave it with me", "take me off the waiting list", "could you not ring before 9", "could you not do tuesday",
        "id rather not say", "i'd rather not get any more hours", "i'd rather not get any more of these shifts", "he told me to do one", "boss told me to jog on",
        "do one more thing for me", "dim mwy o arian", "the spam calls wont stop", "id rather not work nights", "you can stop the bus there",
    ],
)
def test_what_only_looks_like_one_is_none(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


@pytest.mark.parametrize(
    "said", ["You've texted the wrong lady", "youve got the wrong bloke", "think you have the wrong fella", "u text the wrong person mate", "wrong man sorry", "you keep texting the wrong house", "rhif anghywir"]
)
def test_a_number_of_somebody_else_is_wrong(said: str) -> None:
    assert order_of(said, quiet=False) == "wrong"


@pytest.mark.parametrize("said", ["wrong lady came to see me", "the wrong bloke got the job", "you texted the wrong time", "they paid the wrong person", "wrong people at work"])
def test_what_is_wrong_besides_is_no_wrong_number(said: str) -> None:
    assert order_of(said, quiet=False) != "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "i told you the wrong house number, its 14", "did i give you the wrong number?", "ive given you the wrong number its 07700900123",
        "have i sent you the wrong person", "you sent it to the wrong house", "you have the wrong person down as my manager",
        "i gave you the wrong phone number", "you have the wrong number for my boss", "you have the wrong mobile on my record", "you wrong number",
        "you have the wrong people coming", "you sent the letter to the wrong house", "did you get the wrong person for my meeting",
        "ive sent you the wrong number", "you got the wrong house number its 41", "you have my wrong number its 07700900111",
    ],
)
def test_a_number_told_or_kept_wrong_stays_on_the_record(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


@pytest.mark.parametrize(
    "said",
    [
        "you have the wrong number", "youve got the wrong number", "u got wrong number", "sorry i think youve got the wrong person",
        "You've texted the wrong lady", "youve texted the wrong house sorry", "youve got the wrong bloke", "think you have the wrong fella",
        "u text the wrong person mate", "you keep texting the wrong house", "wrong number", "wrong number mate, i got a text from you",
        "you have the wrong person, i have never heard of you", "i got this text but youve got the wrong number",
        "you have got the wrong number love", "you have the wrong person i dont know any sam", "youve messaged the wrong guy pal",
        "youve the wrong number",
    ],
)
def test_who_has_got_the_wrong_number_is_told_in_many_words(said: str) -> None:
    assert order_of(said, quiet=False) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "id rather not send my bank details", "id rather not text about this can we talk", "i would rather not contact him",
        "i do not want to be bothered with this job", "id rather you didnt contact my employer", "i would prefer no contact with him",
        "i dont want to be contacted by my ex", "i dont want to be contacted on my work phone", "id rather not be contacted by my old boss",
        "id prefer not to have messages from my boss", "id rather not send these", "id rather you didnt text my mum",
        "dont want to be bothered about the course", "i would rather no contact from my dad", "id rather not get messages about that job",
    ],
)
def test_what_they_would_rather_not_do_besides_is_no_stop(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "stop"


@pytest.mark.parametrize(
    "said",
    [
        "I'd rather not get any more of these", "id prefer not to get texts", "id rather you didnt text me", "id rather not be contacted",
        "I would rather not be texted please", "i dont want to be contacted", "i dont want to be bothered any more",
        "i no longer wish to be contacted", "i would prefer to not receive any more texts", "id rather no more texts thanks",
        "do not want to be contacted by you again", "id rather you did not contact me", "i would rather not receive these texts",
        "id prefer not to hear from you", "i dont want to be texted", "i would prefer it if you didnt message me",
    ],
)
def test_who_would_rather_have_none_stops(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"


@pytest.mark.parametrize(
    "said",
    [
        "thanks for your text. my working hours have been cut", "this number is being monitored by my ex",
        "thanks for texting, office is closed so i got no shift", "thanks for getting in touch, its been 10 working days and no pay",
        "this account is monitored by him", "this number is monitored", "the line is currently being monitored by my dad",
        "thanks for your message, working hours are too long for me", "thanks for contacting me we are closed so i have no work",
        "thank you for texting, working days are hard",
    ],
)
def test_who_tells_of_their_own_hours_or_of_being_watched_is_no_machine(said: str) -> None:
    assert not is_automatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "This number is not monitored", "This number is unmonitored", "this mailbox isnt monitored", "This inbox is no longer being monitored",
        "number not monitored", "Thank you for your message. Our office hours are 9 to 5",
        "Thanks for contacting us. We will reply within 2 working days", "Thank you for getting in touch. We are currently closed",
        "Thank you for your message. Our office is closed. Reply STOP to opt out", "Thanks for texting the surgery. One of our team will reply",
    ],
)
def test_a_machine_speaks_of_hours_that_are_its_own(said: str) -> None:
    assert is_automatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "I am driving, will reply later", "This number is not monitored", "Out of office", "I'm driving right now and will get back to you later",
        "This mailbox is not monitored. Text STOP to end.", "Thank you for your message. Our office is closed. Reply STOP to opt out",
        "I'm in a meeting. I'll call you back", "Please do not reply to this message as this number is not monitored",
        "I'm driving with Do Not Disturb While Driving turned on. I'll see your message when I get where I'm going.",
        "I'm not receiving notifications. If this is urgent, reply urgent to send a notification through with your original message.",
        "Automatic reply: I am on annual leave", "This number cannot receive texts", "I am out of the office and will respond on Monday",
    ],
)
def test_a_machine_is_known_as_one(said: str) -> None:
    assert is_automatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "im driving to my interview will you get back to me", "my number is not monitored", "is this an automated message?", "i got an automatic reply from you", "im out of office work since may",
        "thanks for your message when is my meeting", "thanks for the text i will be there", "driving test next week will reply about the job", "STOP", "my phone is not monitored",
    ],
)
def test_a_person_is_no_machine(said: str) -> None:
    assert not is_automatic(said)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("no texts this week im on nights", date(2026, 12, 6)),
        ("dont text me till monday", date(2026, 12, 7)),
        ("im on nights this week pls dont text", date(2026, 12, 6)),
        ("dont text next week im away", date(2026, 12, 13)),
        ("on nights so no texts til friday please", date(2026, 12, 4)),
        ("dont text me today", date(2026, 12, 1)),
        ("no texts for 2 weeks im in hospital", date(2026, 12, 15)),
        ("stop texting me til xmas", date(2026, 12, 25)),
        ("dont text for the rest of this week", date(2026, 12, 6)),
        ("no texts for the rest of this month", date(2026, 12, 31)),
        ("dont text me for the rest of next week", date(2026, 12, 13)),
    ],
)
def test_a_pause_has_an_end(said: str, until: date) -> None:
    assert order_of(said, quiet=False) == "pause_until"
    assert pause_until(said, TUESDAY).date() == until


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("pause until my leave ends on 14 dec", date(2026, 12, 14)),
        ("pause til my annual leave finishes on the 20th", date(2026, 12, 20)),
        ("pause until friday leave me alone", date(2026, 12, 4)),
        ("pause until monday, leave it til then", date(2026, 12, 7)),
        ("pause for two weeks", date(2026, 12, 15)),
        ("pause for now", date(2026, 12, 15)),
        ("pause for the rest of the week", date(2026, 12, 6)),
    ],
)
def test_the_day_a_pause_ends_is_the_one_they_name(said: str, until: date) -> None:
    assert pause_until(said, TUESDAY).date() == until


@pytest.mark.parametrize(
    ("said", "until"),
    [("im on holiday til the 14th", date(2026, 12, 14)), ("on hols until 20 dec", date(2026, 12, 20)), ("away till friday", date(2026, 12, 4)), ("im away back on the 12th", date(2026, 12, 12))],
)
def test_who_is_away_has_a_pause_where_nothing_else_is_asked(said: str, until: date) -> None:
    assert order_of(said, quiet=False) is None
    assert order_of(said, quiet=False, idle=True) == "away"
    assert pause_until(said, TUESDAY).date() == until


@pytest.mark.parametrize("said", ["no work this week", "no shifts til monday", "im on holiday til the 14th can we meet after", "dont text me ever again this week or any", "no texts from my boss this week", "on nights this week and its awful"])
def test_what_only_names_an_end_is_no_pause(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) not in ("pause_until", "away")
