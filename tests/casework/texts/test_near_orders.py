"""Words that stand near an order and are none: each is what somebody tells us, and would be lost."""

import pytest

from casework.texts.control import is_automatic, order_of


@pytest.mark.parametrize(
    "said",
    [
        "i have no universal credit", "ive got no universal credit", "no universal credit until friday", "i have no pension credit", "ive got no uc credit", "run out of universal credit",
        "no emergency credit", "ran out of gas credit", "no tax credit now", "got no electric credit til payday", "havent got any universal credit",
    ],
)
def test_a_benefit_or_a_meter_is_no_phone_credit(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


@pytest.mark.parametrize("said", ["ive got no credit", "no credit on my phone", "run out of phone credit", "got no more credit til payday", "no mobile credit sorry", "havent got any credit cant reply", "out of text credit"])
def test_the_phone_has_no_credit(said: str) -> None:
    assert order_of(said, quiet=False) == "no_credit"


@pytest.mark.parametrize(
    "said",
    [
        "This phone cant take texts please call me on my landline", "this phone cant receive texts ring me instead", "im on holiday can you call me on my return",
        "This phone cant take texts, ring my landline", "this phone cannot receive texts so please phone", "please ring my house phone this number cant receive texts",
        "im away till monday please text me on my return", "im on annual leave could you ring on my return",
    ],
)
def test_who_asks_to_be_rung_is_no_machine(said: str) -> None:
    assert not is_automatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "This number cannot receive text messages", "This number cannot receive text messages. Please call us on 0800 123456", "this number cannot accept replies, please do not reply",
        "I am on annual leave. I will reply on my return. Please contact the office", "I am on leave and will answer on my return", "This number does not accept incoming texts. Please visit our website",
    ],
)
def test_a_machine_that_names_the_office_stays_one(said: str) -> None:
    assert is_automatic(said)


@pytest.mark.parametrize("said", ["Ive just got work", "i only just got work today", "just got my shift", "just got the shift", "ive just got the work", "ive only just got work sorry", "just got on shift"])
def test_a_job_that_came_is_no_late_answer(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


@pytest.mark.parametrize("said", ["just got this", "just got ur text sorry", "only just got your message", "ive just got it sorry", "just got the txt now", "only just got my phone sorry", "just seen this", "just read ur message sorry"])
def test_a_text_that_was_seen_late_is_one(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "slow"


@pytest.mark.parametrize(
    "said",
    ["Im leaving next month stop texting me", "I am suing you next week stop texting me", "im reporting you this week stop texting", "im moving next month stop texting me", "im starting work next week stop texting me"],
)
def test_what_somebody_does_next_week_is_no_end_of_a_stop(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"


@pytest.mark.parametrize(
    "said",
    [
        "im away next week stop texting me", "im busy this week dont text", "im on holiday next week no texts please", "im in hospital this week stop texting", "working nights this week no texts please",
        "im off next week dont text me", "im going away next week dont text me", "im really busy this week please stop texting", "on holiday next week dont text me",
    ],
)
def test_who_is_away_or_busy_wants_a_pause(said: str) -> None:
    assert order_of(said, quiet=False) == "pause_until"


@pytest.mark.parametrize("said", ["please could you stop texting me for a bit, im away 2 weeks", "stop texting me for a bit", "dont text me for a while"])
def test_a_while_without_texts_is_no_stop(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "pause_until"


@pytest.mark.parametrize("said", ["no, all texts", "all of them", "appointments too", "those as well pls", "everything"])
def test_all_texts_are_to_end_once_they_were_stopped(said: str) -> None:
    assert order_of(said, quiet=True, idle=True) == "keep_no_appointments"
    assert order_of(said, quiet=False, idle=True) != "keep_no_appointments"


@pytest.mark.parametrize(("said", "order"), [("yes please ring me", "yes_call"), ("yeah call me tomorrow pls", "yes_call"), ("yes but dont ring me", None), ("yes they ring me every day", None)])
def test_a_yes_to_a_call_is_a_wish_for_it(said: str, order: str | None) -> None:
    assert order_of(said, quiet=False, idle=True) == order
    assert order_of(said, quiet=False) is None
