"""Long answers as texts: nothing is lost, nothing is cut inside a word."""

from hypothesis import given
from hypothesis import strategies as st

from casework.messaging.texting import MOST_PARTS, as_text, split
from casework.outbox import length

SENTENCES = st.lists(st.text("abcdefghij ŵ.!?\n👍", max_size=120), max_size=40).map(". ".join)


@given(SENTENCES)
def test_every_word_in_order_and_none_too_long(text: str) -> None:
    texts = split(text)
    assert " ".join(texts).split() == text.split()
    assert all(length(one).parts <= MOST_PARTS for one in texts if len(one.split()) > 1)


def test_numbers_only_where_a_number_can_choose() -> None:
    yes_no = [{"title": "Yes", "text": "Yes"}, {"title": "No", "text": "No"}]
    ages = [{"title": "16 to 17", "text": "16 to 17"}, {"title": "Not sure", "text": "Not sure"}]
    assert as_text("Ready?", yes_no) == "Ready?\n1 Yes\n2 No"
    assert as_text("How old are you?", ages).startswith("How old are you?\nYou can say: 16 to 17, Not sure.")
    assert as_text("Hello", []) == "Hello"
