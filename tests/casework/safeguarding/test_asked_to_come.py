"""Who asks for a visit since they do not go out, or was sent to us, and says no more, is in no danger for that."""

import pytest

from casework.safeguarding import read

ORDINARY = [
    "can sumone come 2 my house, i dont go out",
    "can someone come to my house, i dont go out",
    "can sum1 come to mine i dnt go outside",
    "will u come to my house i dont go out please",
    "can sumone come to my flat becoz i dont go out any more",
    "can somebody come 2 my home i never go out",
    "my benefits ppl say i have to come see u. when",
    "my benefits people say i have to come and see you",
    "my work coach told me to come see u",
    "job centre says i have to come see you what time",
    "my uc lady said i must come in and see you when",
]
DANGER = [
    "can sumone come 2 my house, he wont let me out",
    "can sumone come 2 my house, i dont go out he wont let me",
    "can sumone come 2 my house, i dont go out, im scared",
    "can someone come to my house he is outside",
    "can sumone come 2 my house, i am not allowed out",
    "can sumone come 2 my house, i dont go out any more i cant go on",
    "can sumone come 2 my house, i dont want to be here",
    "dont come to my house",
    "my benefits ppl say i have to come see u. when he lets me",
    "my benefits ppl say i have to come see u and i want to die",
    "my benefits ppl say i have to come see u. my bf keeps my money",
    "my partner says i have to come see u",
    "my benefits man says i have to see you alone in his car",
]


@pytest.mark.parametrize("words", ORDINARY)
def test_no_more_than_that_is_no_danger(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", DANGER)
def test_what_is_said_beside_it_is_read(words: str) -> None:
    found = read(words)
    assert found
    assert found.priority in ("P0", "P1")
