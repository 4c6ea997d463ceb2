"""Orders in any wording; and ordinary words that only look like one."""

from time import process_time

import pytest

from casework.texts import order_of

TWILIO = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE"]


@pytest.mark.parametrize("word", TWILIO)
@pytest.mark.parametrize("dress", ["{}", " {} ", "{}.", "{} please", "ok {} thanks x", "'{}'", "No.\n{}!"])
def test_every_keyword_of_twilios(word: str, dress: str) -> None:
    for written in (word, word.lower(), word.title()):
        assert order_of(dress.format(written), quiet=False) == "stop"


@pytest.mark.parametrize(
    "said",
    [
        "stop texting me",
        "leave me alone",
        "no more texts",
        "please don't text me again",
        "Can you take me off your list",
        "i dont want these messages any more",
        "how do i get off these texts",
        "I no longer wish to receive these.",
        "you lot, stop messaging",
        "i dont want to hear from you again",
        "I want these to end",
        "block me",
        "Please remove me",
        "s t o p",
        "ST0P",
        "\U0001f6d1",
        "Stopiwch",
        "peidiwch â thecstio",
    ],
)
def test_stop_in_other_words(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"


@pytest.mark.parametrize(
    "said",
    [
        "I want to stop smoking",
        "the bus stop is far",
        "my ex wont leave me alone",
        "dont stop the texts",
        "please don't stop texting me",
        "I stopped getting my texts",
        "at the end of the month",
        "can I cancel my appointment",
        "will my benefits stop",
        "I want it all to stop",
        "I want this to stop",
        "I never want to hear from you about shifts, my boss says",
        "im gonna be late for work",
        "late to my shift again",
        "get me off this bot",
        "take me off your records completely",
        "hit the wrong number there",
        "paid late again",
        "it is too late for me",
        "yes",
        "help with money",
        "who do i call about rent",
        "none",
        "phone calls no, text yes",
    ],
)
def test_ordinary_words(said: str) -> None:
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize("said", ["START", "unstop", "put me back on", "turn the texts back on"])
def test_start_at_any_time(said: str) -> None:
    assert order_of(said, quiet=False) == "start"


@pytest.mark.parametrize(
    "said", ["yes", "Y", "can you text me again", "I want the texts back", "stopped them by mistake"]
)
def test_start_where_texts_had_ended(said: str) -> None:
    assert order_of(said, quiet=True) == "start_again"
    assert order_of(said, quiet=False) != "start_again"


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("HELP", "help"),
        ("info", "help"),
        ("?", "help"),
        ("PAUSE", "pause"),
        ("pause until 5 January", "pause"),
        ("no texts until friday", "pause_until"),
        ("Call me", "call"),
        ("can someone ring me after 5", "call"),
        ("LATE", "late"),
        ("sorry im running 10 mins late", "late"),
        ("SAFE", "safe"),
        ("only text me on saturdays between 10 and 12", "safe"),
        ("u can only txt me after 5", "safe"),
        ("sorry cant text here", "safe"),
        ("i can only contact my landlord on mondays", None),
        ("wrong number", "wrong"),
        ("I think you have the wrong person", "wrong"),
        ("This is the wrong number, stop", "wrong"),
    ],
)
def test_the_other_orders(said: str, order: str | None) -> None:
    assert order_of(said, quiet=False) == order


@pytest.mark.parametrize(
    "words", ["dont want any more ", "text messages ", "dont text me text messages ", "only text text messages ", "no texts early in "]
)
def test_no_long_text_makes_the_reading_slow(words: str) -> None:
    began = process_time()
    order_of(words * 60, quiet=False, idle=True)
    assert process_time() - began < 0.5


@pytest.mark.parametrize(
    "words",
    [
        "STOP STOP STOP", "stop stop", "ffs just stop", "stoppp", "SSTOP", "no thank you stop", "oi stop now", "unsubscibe", "unscubribe me",
        "STOP from friday", "can you stop after today", "how do i stop", "how do i make these stop?",
        "stop this now please its upsetting", "Stop!! stop!!", "please please stop",
    ],
)
def test_a_stop_said_in_anger_or_in_haste_is_one(words: str) -> None:
    assert order_of(words, quiet=False) == "stop"


@pytest.mark.parametrize(
    "words", ["the bus stop", "non stop", "how do i stop smoking", "how do i stop my rent going up", "can you stop after today's meeting for a chat", "stop the pigeons"]
)
def test_a_stop_of_something_else_is_none(words: str) -> None:
    assert order_of(words, quiet=False) != "stop"


@pytest.mark.parametrize(("opening", "again"), [("dont want ", "any more "), ("dont text me ", "early in "), ("no texts ", "late at ")])
def test_nor_does_one_word_over_and_over_after_an_opening(opening: str, again: str) -> None:
    began = process_time()
    order_of(opening + again * 40, quiet=False, idle=True)
    assert process_time() - began < 0.5


@pytest.mark.parametrize(
    "said",
    [
        "bog off", "sod off", "fuck off will you", "jog on mate", "leave off will ya", "lay off",
        "give it a rest", "give us some peace", "give over", "pack it in", "leave us be", "let me be", "do one", "go away",
        "knock it on the head", "shut up", "no thanks stop", "make these stop", "i want you to stop", "plz stop all this",
        "stop this rubbish", "stop hassling me", "quit bugging me", "this is spam", "reported as spam", "im blocking you", "do not disturb",
        "no contact please", "lose this number", "take me off", "who is this stop", "ive told you to stop", "im done with you lot",
        "had enough of these", "i want nothing from you", "not interested in this", "stap", "gadewch lonydd i mi",
    ],
)
def test_a_whole_message_that_wants_no_more_is_a_stop(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"


@pytest.mark.parametrize(
    "said",
    [
        "i dont want this job", "i dont want this any more, the job", "enough now, he hit me", "enough now he hit me", "ive had enough",
        "end this", "cancel this", "i dont need anything", "i dont want any", "i dont like this", "i told you already", "make it stop",
        "go on", "clear", "i want you to stop him", "do one of you ring me", "i dont want them to know", "i dont want this appointment",
        "give me the job", "get off my bus at 5", "back on",
        "kill them", "kill those people", "end them", "kill these", "end those people", "nothing for weeks", "nowt for ages",
        "nothing for a few weeks now", "nothing for a while",
    ],
)
def test_what_is_said_of_something_else_is_no_stop(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


MAYBE = [
    "not interested", "im not interested thanks", "count me out", "I never signed up for this", "enough now", "Enough!",
    "thats enough now please", "i dont want this", "i dont want these anymore", "I don't want any of this crap", "leave it out",
    "we dont want none of these", "no thanks i dont want this", "dont want these", "stop that", "digon",
]


@pytest.mark.parametrize("said", MAYBE)
def test_what_may_be_an_answer_is_a_stop_only_where_nothing_is_asked(said: str) -> None:
    assert order_of(said, quiet=False) is None
    assert order_of(said, quiet=False, idle=True) == "unwanted"


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("stop at night pls", "safe"),
        ("nothing at night please", "safe"),
        ("stop at weekends", "safe"),
        ("stop texting me til 5", "safe"),
        ("no texts until 5pm", "safe"),
        ("dont text me so late", "safe"),
        ("stop texting me this early", "safe"),
        ("its too late to be texting me", "safe"),
        ("your texts come too late at night", "safe"),
        ("stop texting me this late or at all", "stop"),
        ("stop from friday", "stop"),
        ("stop texting me til xmas", "pause_until"),
        ("dont text me again until next week", "pause_until"),
        ("leave me alone til january", "pause_until"),
        ("stop texting for a bit", "pause_until"),
        ("STOP. dont text me til monday", "stop"),
        ("dont text me til im back", "stop"),
        ("stop texting until i say so", "stop"),
    ],
)
def test_hours_a_pause_and_a_stop_are_told_apart(said: str, order: str) -> None:
    assert order_of(said, quiet=False) == order


DAYS = ["monday", "mon", "tues", "tue", "tuesday", "wed", "weds", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday"]


@pytest.mark.parametrize("day", DAYS)
def test_a_pause_ends_on_any_day_of_the_week(day: str) -> None:
    assert order_of(f"stop until {day}", quiet=False) == "pause_until"
    assert order_of(f"dont text me til next {day}", quiet=False) == "pause_until"


@pytest.mark.parametrize("said", ["nothing until monday", "nowt for a week", "no more for 2 weeks", "nothing for now", "leave it til friday"])
def test_what_may_be_a_pause_is_one_only_where_nothing_is_asked(said: str) -> None:
    assert order_of(said, quiet=False) is None
    assert order_of(said, quiet=False, idle=True) == "wait"
