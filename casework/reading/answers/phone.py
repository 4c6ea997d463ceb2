"""A UK mobile number, however it is typed or spelt out."""

import re

import phonenumbers

from casework.reading.answers.common import Answer, nothing, unsaid
from casework.reading.answers.text import fold, load

REPEATS = {"double": 2, "dbl": 2, "treble": 3, "triple": 3}
MISTYPED = re.compile(r"\b(?=[oil]*\d)[\doil]{2,}\b")
LOOKALIKES = str.maketrans("oil", "011")
HUNDRED = re.compile(r"\b(\d) hundred\b")
RUN = re.compile(r"\+?\d(?:[\s().\-]*\d){5,}")
SAME = re.compile(
    r"\b(?:this (?:1|one|number|phone|mobile|no)|same (?:1|one|number|phone|as)|(?:number|1|one|phone|mobile) (?:im|"
    r"i am|ive|that im)|the (?:1|one) (?:im|i am|you)|"
    r"(?:im|i am) (?:texting|using|messaging|on it)|text(?:ing)? (?:me )?(?:here|on this|from)|you(?:ve|"
    r" have)?(?: already)? (?:got|have) it|this is it|my number is this|on here|"
    r"reply to this|use this|it is this|its this|already have it|u got it|just this|here is fine|this is fine)\b"
)
NO_PHONE = re.compile(
    r"\b(?:no|not got|havent got|dont have|do not have|have not got|never had|aint got|lost my|got no|without|"
    r"dont own|sold my|broke my|not had)\s+(?:a |any |my |the )?(?:phone|mobile|number|moby|fone|1|one|cell)\b|"
    r"^\W*(?:none|no|nope|nah|n/a)\W*$|\bphone(?: is|s| got)? (?:broken|been cut off|cut off|dead|smashed|stolen|"
    r"nicked|lost)\b|\bno phone\b|\bphone(?:s|is| is| has)? (?:broke|dead|bust)\b|\bdont have 1\b|\bhavent got 1\b"
)
DRAMA = re.compile(r"0?7700900\d{3}$|01632960\d{3}$")
CORRECTED = re.compile(r"\b(?:no wait|sorry|i mean|actually|correction|wrong|scratch that|should be|not that)\b")


def read_mobile(text: str) -> Answer:
    """`value` 07…, with `e164`; or a status: landline, invalid, same_as_channel, none."""
    said = _digits(text)
    numbers = [re.sub(r"[^\d+]", "", found) for found in RUN.findall(said)]
    read = [_read(number) for number in numbers]
    good = [one for one in read if one["value"]]
    if good:
        return good[-1] if CORRECTED.search(said) else good[0]
    if read:
        return read[0]
    return _without_number(text, said)


def _without_number(text: str, said: str) -> Answer:
    if NO_PHONE.search(said):
        return nothing("none")
    if SAME.search(said):
        return nothing("same_as_channel")
    if status := unsaid(text):
        return nothing(status)
    return nothing("invalid" if re.search(r"\d{3,}", said) else "unclear")


def _read(number: str) -> Answer:
    national = re.sub(r"^(?:\+440?|00440?|440(?=7)|44(?=7\d{9}$))", "0", number)
    if re.fullmatch(r"7\d{9}", national):
        national = "0" + national
    if DRAMA.fullmatch(national):
        return _mobile(national) if national.startswith("07") else nothing("landline")
    if national.startswith("+"):
        return nothing("invalid")
    return _checked(national)


def _checked(national: str) -> Answer:
    if not 10 <= len(national) <= 11 or not national.startswith("0"):
        return nothing("invalid")
    kind = phonenumbers.number_type(phonenumbers.parse(national, "GB"))
    if kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE):
        return _mobile(national)
    return nothing("landline" if re.match(r"0[1-3]", national) else "invalid")


def _mobile(national: str) -> Answer:
    return {"value": national, "e164": "+44" + national[1:]}


def _digits(text: str) -> str:
    """Spelt-out digits as digits: "oh seven double seven" is "0 7 77"; letters O and I among digits too."""
    plain = fold(text).replace("'", "")
    plain = MISTYPED.sub(lambda found: found[0].translate(LOOKALIKES), plain)
    ones = {word: digit for word, digit in load("numbers.yml")["ones"].items() if len(digit) == 1}
    tens = load("numbers.yml")["tens"]
    words = [ones.get(word) or tens.get(word) or word for word in re.findall(r"[a-z]+|\d+|[^\sa-z\d]+|\s+", plain)]
    joined = "".join(words)
    joined = HUNDRED.sub(r"\g<1>00", joined)
    if len(re.findall(r"(?<![a-z])\d", joined)) > 2:
        joined = re.sub(r"\b(?:oh|o|zero|nought|naught)\b", "0", joined)
    return re.sub(r"\b(double|dbl|treble|triple)\s+(\d)", lambda found: found[2] * REPEATS[found[1]], joined)
