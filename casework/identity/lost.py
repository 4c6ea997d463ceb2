"""Who can see nothing of what is sent: the phone or the address is lost, or no code is there. Pure."""

import re

from casework.base.plain import plain

WHERE = r"(?:old |other |previous |last )?(?:phone|fone|number|mobile|sim|handset|email|e mail|address|account)|(?:old|other|previous) one"
THE_CODE = r"(?:code|it|that|one|text|txt|message|msg|number|email|anything|nothing|owt)"
HAVE_NOT = r"\b(?:havent|have not|havnt|hasnt|dont|do not|dnt|didnt|did not|no longer|aint|cant|cannot|never|not)"


def _lost(thing: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{HAVE_NOT} (?:got |have |had |still |even |really |get into |get on |get |use |see |find |access )+(?:my |the |that |a |this |to )*(?:{thing})\b(?! yet)"),
        re.compile(rf"\b(?:lost|broke|broken|smashed|sold|stolen|nicked|dropped|binned|cut off|changed) (?:my |the |that |a )*(?:{thing})\b"),
        re.compile(rf"\b(?:my |the |that )?(?:{thing}) (?:(?:is|was|has|been|got|s|just|now) )*(?:lost|broke|broken|bust|smashed|dead|gone|stolen|nicked|cut off|disconnected|switched off|not working|sold|no more)\b"),
        re.compile(r"\b(?:no|without) (?:access to )?(?:my |the |that )?(?:old|other|previous) (?:phone|number|mobile|sim|email|one)\b|^(?:its |it is |ive |i have |i )?(?:it broke|got rid)\b"),
    )


# What is lost where a number or an address was asked for; and where a code was, which "it" is then.
LOST = (*_lost(rf"{WHERE}|one|it|that"), re.compile(r"^(?:its |it is |ive |i have |i )?(?:lost it|its gone)\b"))
LOST_WHERE = _lost(WHERE)
# The number that was sent, and not the one it went to.
A_NUMBER = re.compile(r"\b(?:see|find|get) (?:my |the |that |a |any )*(?:number|email)\b")
NO_CODE = (
    re.compile(rf"{HAVE_NOT} (?:(?:actually|even|still|been|yet|seem to) )*(?:got|get|gotten|have|had|receive|received|recieved|recieve|see|seen|find|found|sent)(?: (?:me|my|the|a|any|that|your|ur|this|of))*(?: {THE_CODE}\b|$)"),
    re.compile(r"\b(?:lost|deleted|missed|forgot|forgotten|binned) (?:it|that|(?:the|that|my|your) (?:code|text|txt|message|msg|email))\b"),
    re.compile(r"\b(?:it|code|text|txt|message|msg|email|nothing|nowt)(?: (?:has|have|just|still|is|s|yet))* (?:hasnt|havent|didnt|doesnt|wont|isnt|not|never|come|came|arrived|there|here|through)(?: (?:yet|come|came|arrived|arriving|arrive|coming|through|here|there|sent|up|show|showed))*$"),
    re.compile(r"^(?:(?:sorry|still|theres|there is|got|there s) )*(?:no|nothing|nowt|where is|wheres) ?(?:(?:the|my|your) )?(?:code|text|txt|message|msg|yet)\b"),
)


def has_lost(text: str) -> bool:
    """Whether somebody says that they cannot see what is sent to the phone or address they had."""
    said = plain(text)
    return any(one.search(said) for one in LOST)


def has_lost_phone(text: str) -> bool:
    """The same where a code is waited for: the phone or the address must be named, for "it" is the code."""
    said = plain(text)
    return A_NUMBER.search(said) is None and any(one.search(said) for one in LOST_WHERE)


def lacks_code(text: str) -> bool:
    """Whether they say that they have no code: not yet, or no more."""
    said = plain(text)
    return any(one.search(said) for one in NO_CODE)
