"""A screening that is begun in one chat and finished in another."""

import re

from tests.running import Running


def test_a_screening_goes_on_in_another_chat(handrail: Running) -> None:
    with handrail.chat() as first:
        first.say("could i get help?")
        first.say("yes")
        said = "\n".join(one["text"] for one in first.say("Keep my place"))
    found = re.search(r"\d{4} \d{4}", said)
    assert found, said
    with handrail.chat() as second:
        said = "\n".join(one["text"] for one in second.say(f"Carry on {found[0]}"))
        assert "paid job right now" in said
        assert "Do you live in" not in said
    with handrail.chat() as third:
        said = "\n".join(one["text"] for one in third.say(f"Carry on {found[0]}"))
        assert "cannot find a place" in said
