"""Who wants no texts is obeyed; who is fed up that texts are all they get is no such person, and gets a person."""

import pytest

from casework.texts.control import is_unheard, order_of, wants_person

UNHEARD = [
    "you keep texting me and nobody helps",
    "you lot keep texting me but no one ever calls back",
    "all you do is send me texts and nobody does anything",
    "I get texts every week and still no help",
    "dont just text me, do something",
    "I'm sick of texts, I want to talk to a real person",
    "sick of your texts nobody listens",
    "fed up of getting texts when nobody helps",
    "what is the point of these texts if nobody rings me",
    "you text me but never answer when i ask",
    "you keep messaging me the same question and nobody reads the answer",
    "why do you keep texting me if you wont help",
    "every time i reply to these texts nothing happens",
    "i dont want another text i want my money sorted",
    "enough with the texts, when is someone going to ring me",
    "i've replied to your texts three times and nobody has got back to me",
    "your texts are useless, nobody helps",
    "texts texts texts and no help",
    "getting your messages every day but no one has sorted my pay",
    "you just keep sending messages and no one cares",
    "i asked for help 2 weeks ago and all i get is texts",
    "you never ring you only text",
    "i dont want a robot texting me i want a person",
    "why do you send me texts when my key worker never calls",
    "nobody helps me you just text",
    "you say text back but nobody ever replies",
    "these texts are a joke, still waiting for a call",
    "you message me every week but it never leads to anything",
    "what use are these texts to me",
    "im getting loads of texts off you and zero help",
    "you text me all the time yet when i ring nobody picks up",
    "another text and still no call back",
    "these messages mean nothing if no one acts on them",
    "instead of texting could somebody actually phone me",
    "you can text me till you're blue in the face, i need actual help",
    "so you can text me but you cant ring me back",
    "why bother texting me when you do nothing",
    "all i ever get from you is automated texts",
    "nobody ever gets back to me just these texts",
    "you promised a call and all i got was another text",
    "im fed up with robot texts, i need a human",
    "are these texts even read by anyone",
]
STOPS = [
    "Stop texting me and don't ring me",
    "stop texting me i dont need help",
    "stop messaging me i dont need someone",
    "stop",
    "Stop texting me",
    "please stop",
    "no more texts",
    "leave me alone",
    "unsubscribe",
    "take me off your list",
    "i dont want these texts",
    "stop messaging me please",
    "you keep texting me, stop",
    "stop texting me nobody helps anyway",
    "you never help so stop texting me",
    "nobody helps so just stop the texts",
    "these texts are useless, stop",
    "stop it",
    "I said stop",
    "pack it in with the texts",
    "remove my number",
    "dont text me again",
    "do not contact me",
    "opt out",
    "quit",
    "sick of these texts, stop",
    "no texts please",
    "stop all messages",
    "enough texts thanks",
    "im not interested stop texting",
    "i dont want to get your messages any more",
    "how do i stop these texts",
    "turn off the messages",
    "stop sending me these",
    "just stop",
    "can you stop texting me please",
    "please dont send me any more messages",
    "delete my number",
    "stop bothering me",
    "end these texts",
    "get me off this",
    "fed up of these texts, no more please",
    "you keep texting me even though nobody helps, so stop it",
    "could you please not text me any more",
    "i do not want to be contacted",
    "no further messages please",
    "please remove me from the list",
    "i'd like to opt out please",
    "not interested, take me off",
    "stop all this texting",
    "will you stop messaging this number",
    "you need to stop texting",
    "please cease texting me",
    "stop contacting me",
    "lose my number",
    "texts off please",
    "no more of this",
    "quit messaging me",
    "i am done with these texts",
    "i want out of these texts",
    "let me unsubscribe",
]
STOPS_AND_WANTS_A_PERSON = [
    "stop sending me texts and actually help me",
    "stop texting me and ring me",
    "stop texting and start helping",
    "no more texts, I want a phone call",
    "i dont want texts i want help",
    "i dont need texts i need someone to talk to",
    "stop messaging me and get someone to call me",
    "quit texting me and sort out my pay",
    "dont text me call me",
    "don't text just ring",
    "stop texting me, call me instead",
]
NEITHER = [
    "i got a message saying my payments will stop",
    "can you text me the name of the nearest tram stop",
    "will i lose my number",
    "I don't get enough messages from my worker",
    "sorry i never replied to your text",
    "i dont answer texts at work",
    "i cant reply to texts when driving",
    "text me dont call me",
    "texts only please, dont ring",
    "i never got your text can you help",
    "i never got back to your message sorry",
    "text me if nothing changes",
    "nobody at work helps me with anything",
    "my manager never answers my texts",
    "can you help me with a letter",
    "i like your texts, they help",
    "thanks for the text, nothing to report",
    "nobody told me about the texts",
    "does anyone read these texts",
    "the bus stop is miles away",
    "i get a message about the bus stop",
    "i got my first payslip",
    "your texts are helpful",
    "my phone is useless",
    "can i get help by text",
    "can you text me the address",
    "no one is at home when you call",
    "my worker never called me about the job",
    "i want to talk to a person",
    "3 nobody talks to me at work",
    "they keep messing with my hours",
    "he keeps texting me and wont leave me alone",
    "i dont want to stop the texts",
    "please keep texting me",
    "i keep getting texts from my ex and nobody helps",
    "not interested",
    "no more",
    "all i get is the minimum wage",
    "what is the point of going in",
    "the texts come at 12",
    "can you turn up the heat",
    "no more questions from me",
]


@pytest.mark.parametrize("said", UNHEARD)
def test_texts_and_no_help_is_no_stop(said: str) -> None:
    assert order_of(said, quiet=False) == "unheard"


@pytest.mark.parametrize("said", [*STOPS, *STOPS_AND_WANTS_A_PERSON])
def test_a_wish_to_stop_is_one_in_any_words(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"


@pytest.mark.parametrize("said", STOPS_AND_WANTS_A_PERSON)
def test_a_person_is_wanted_besides(said: str) -> None:
    assert wants_person(said)


@pytest.mark.parametrize("said", STOPS)
def test_nobody_is_rung_who_only_wants_no_texts(said: str) -> None:
    assert not wants_person(said)


@pytest.mark.parametrize("said", NEITHER)
def test_ordinary_words_are_neither(said: str) -> None:
    assert order_of(said, quiet=False) not in ("stop", "unheard")


@pytest.mark.parametrize(
    ("said", "unheard"),
    [
        ("honestly nobody ever helps", True),
        ("three weeks and still no answer", True),
        ("none of you ever ring", True),
        ("i keep answering your questions and nobody follows up", True),
        ("texting me wont fix my wages", True),
        ("i want silence from this number", False),
        ("do one", False),
    ],
)
def test_what_the_assistant_takes_for_a_stop(said: str, unheard: bool) -> None:
    assert is_unheard(said) is unheard
