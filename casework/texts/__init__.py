"""Texts that people send us: each taken in once, read for danger, obeyed, and only then answered by the assistant."""

from casework.texts.admitting import admit
from casework.texts.answering_often import NEXT, OFTEN, changed, how_often, next_one
from casework.texts.control import is_not, is_of_the_call, order_of, rather_texts, welcomes_texts
from casework.texts.forbidden import heed_beside
from casework.texts.holding import held, may_release, release
from casework.texts.in_chat import hear_in_chat
from casework.texts.jobs import fetch_missed
from casework.texts.models import TextSeen
from casework.texts.news import send_news, who_asked
from casework.texts.obeying import carry_out, obey

__all__ = [
    "NEXT",
    "OFTEN",
    "TextSeen",
    "admit",
    "carry_out",
    "changed",
    "fetch_missed",
    "hear_in_chat",
    "heed_beside",
    "held",
    "how_often",
    "is_not",
    "is_of_the_call",
    "may_release",
    "next_one",
    "obey",
    "order_of",
    "rather_texts",
    "release",
    "send_news",
    "welcomes_texts",
    "who_asked",
]
