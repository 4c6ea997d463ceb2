"""A UK postcode, whole or its outward half, however it is typed or spelt out."""

import re

from casework.reading.answers.common import Answer, nothing, unsaid
from casework.reading.answers.text import fold, load

OUTWARD = r"(?:[A-PR-UWYZ][0-9][0-9A-HJKPSTUW]?|[A-PR-UWYZ][A-HK-YZ][0-9][0-9ABEHMNPRVWXY]?)"
INWARD = r"[0-9][ABD-HJLNP-UW-Z]{2}"
WHOLE = re.compile(rf"(?<![A-Z0-9])({OUTWARD}|GIR)[\s\-.,]*({INWARD}|0AA)(?![A-Z0-9])")
HALF = re.compile(rf"(?<![A-Z0-9])({OUTWARD})(?![A-Z0-9])")
LOOSE = re.compile(r"(?<![A-Z0-9])([A-Z]{1,2}[0-9OIL][0-9A-Z]?)[\s\-.,]*([0-9OIL][A-Z0-9]{2})(?![A-Z0-9])")
SHAPED = re.compile(r"(?<![A-Z0-9])[A-Z]{1,2}[0-9]{1,2}[A-Z]?[\s\-]*[0-9][A-Z0-9]{0,3}(?![A-Z0-9])")
NO_HOME = re.compile(
    r"\b(?:homeless|no fixed (?:abode|address)|nfa|no address|sofa surfing|sofa ?surf|rough sleeping|sleeping rough|"
    r"on the streets?|street homeless|"
    r"(?:in|out of) (?:a|my|the) (?:car|van|tent)|between (?:places|addresses|homes)|no home|nowhere to live|"
    r"living in (?:a|my) (?:car|van|tent)|"
    r"havent got (?:a |an )?(?:place|address|home|1|one|postcode)|dont have (?:a |an )?(?:place|address|home|1|one|"
    r"fixed|postcode)|"
    r"staying (?:with|at) (?:a |my |me )?(?:mates?|friends?|pals?|different)|(?:mates?|friends?|peoples?) (?:sofa|"
    r"couch|floor)s?|kipping|couch surf\w*|"
    r"no permanent|place to place|hostel to hostel|moving (?:about|around)|not got (?:a|an) (?:address|place|home)|"
    r"nowhere fixed|no settled)\b"
)


def read_postcode(text: str) -> Answer:
    """`value` like "L1 8JQ"; or status partial with `outward`, invalid, no_fixed_address."""
    said = fold(text).replace("'", "")
    for shape in (said.upper(), _spoken(said).upper()):
        if answer := _whole(shape):
            return answer
    if NO_HOME.search(said):
        return nothing("no_fixed_address")
    return _half(said.upper()) or _half(_spoken(said).upper()) or _unread(text, said)


def _whole(said: str) -> Answer | None:
    found = list(WHOLE.finditer(said))
    if found:
        one = found[-1] if re.search(r"\b(?:NO WAIT|SORRY|I MEAN|ACTUALLY)\b", said) else found[0]
        return {"value": f"{one[1]} {one[2]}"}
    for loose in LOOSE.finditer(said):
        mended = f"{_outward(loose[1])} {_inward(loose[2])}"
        if WHOLE.fullmatch(mended) and re.search(r"\d", loose[0]):
            return {"value": mended}
    return None


def _outward(half: str) -> str:
    """O and I where only a digit can stand."""
    head = re.match(r"[A-Z]{1,2}(?=[0-9])|[A-Z]{1,2}(?=[OIL]$)|[A-Z](?=[OIL0-9])", half)
    start = len(head[0]) if head else 1
    return half[:start] + half[start:].translate(str.maketrans("OIL", "011"))


def _inward(half: str) -> str:
    return half[0].translate(str.maketrans("OIL", "011")) + half[1:].translate(str.maketrans("015", "OIS"))


def _half(said: str) -> Answer | None:
    if SHAPED.search(said) and not HALF.search(said):
        return nothing("invalid")
    found = HALF.search(said)
    if not found:
        return None
    after = said[found.end() :].strip()
    if re.match(r"[0-9][A-Z]?\b|[0-9][A-Z0-9]{2,3}\b", after) and not re.match(r"\d+\s*[A-Z]{3,}", after):
        return nothing("invalid")
    return {"value": None, "status": "partial", "outward": found[1]}


def _unread(text: str, said: str) -> Answer:
    if status := unsaid(text):
        return nothing(status)
    shaped = re.search(r"\b[a-z]{1,3}\d{1,3}[a-z]?\s*\d?[a-z]{0,3}\b|\b\d{5}\b", said)
    return nothing("invalid" if shaped else "unclear")


def _spoken(said: str) -> str:
    """"ell one eight jay queue" and "L 1 8 J Q" run together."""
    ones = {word: digit for word, digit in load("numbers.yml")["ones"].items() if int(digit) < 100}
    tokens = re.findall(r"[a-z0-9]+", said)
    meant = [load("letters.yml").get(token) or ones.get(token) or token for token in tokens]
    runs: list[str] = []
    joining = False
    for token in meant:
        short = len(token) < 3 and (len(token) == 1 or token.isdigit() or re.fullmatch(
            r"[a-z]\d|\d[a-z]|[a-z]{2}",
            token))
        if short and joining:
            runs[-1] += token
        else:
            runs.append(token)
        joining = bool(short) and token not in ("is", "it", "in", "at", "my", "im", "be", "on", "of", "to", "or")
    return " ".join(runs)
