"""The name somebody gives when asked for it."""

import re

NAME = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’.\- ]){0,59}$")
CALLED = re.compile(r"^(?:hi |hello |yes )?(?:it is|its|it's|i am|i'm|im|my names?(?: is)?|call me|names?(?: is)?|this is)\s+", re.I)
# What stands before a name that is said again, or put right.
SAID_AGAIN = re.compile(r"^(?:(?:lol|ha(?:ha)+|oh|um|no|nah|sorry|ok|well)[ ,.!]+)*(?:(?:like )?i (?:just |already )?(?:said|put)|i told (?:you|u)|(?:it is|its|it's|i am|i'm|im|my name is|my names) (?:just|only)|just call me|(?:you|u) can call me)[ ,:]+(?=[^\W\d_]{2,}(?: [^\W\d_]{2,})?[ .!]*$)", re.I)
# The same behind the name: "Priya, like I said".
SAID_BEFORE = re.compile(r"[ ,.!-]+(?:like|as) i (?:just |already |have |ve )*(?:said|told (?:you|u)|put|wrote)(?: (?:before|already|that))*[ .!]*$", re.I)
# More is said behind it.
THEN_BUT = re.compile(r"^(?P<said>[^\W\d_]{2,}(?: [^\W\d_]{2,})?),? but .+", re.I)
NO_HEAD = re.compile(r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|sure|maybe|perhaps|fine|alright|all right|happy|good|great|right|tired|busy|later|tomorrow|both|all|nothing but|course|of course|thats|true|ready|me|you|said|told|fair enough|working|just)\b", re.I)
INTRODUCED = re.compile(r"^(?:hi |hello |yes )?(?:my )?names?(?: is)?\s+", re.I)
NO_NAME = re.compile(
    r"^(?:(?:yes|yeah|yep|yh|no|nope|nah|ok|okay|hang on|hold on|wait|sorry|stop|help|none|nothing|dunno|pass|hi|hello|hiya|hey|hi there|hello there|bye|bye bye|goodbye|cya|see ya|see you|laters|cheers|ta|thank you|idk|tbc|lol|(?:a )?(?:person|human|real person|woman|lady|man))[ .,!?]*$"
    r"|(?:hang on|hold on|wait|sorry|actually|what|why|when|where|who|can (?:i|we|you)|do (?:i|you)|i (?:do not|don'?t|dont|would|want|meant|mean|need|can'?t))\b.* )",
    re.I,
)
# Words that stand in no name, and those that may be somebody's but begin something else ("can my mum come").
NO_PART = re.compile(
    r"\b(?:is|are|there|how|how'?s|what'?s?|when'?s|where'?s|why|who'?s|not|dont|don'?t|it|you|your|does|need|want|the|this|that|with"
    r"|cancel|parking|late|scared|worried|nervous|confused|deaf|blind|here|outside|interpreter|bother|thanks|asap)\b"
    r"|^(?:can|could|my|do|will|may) (?:i|we|you|my|a|some\w*|mum|dad|mam|kids?|son|daughter|partner|wife|husband|friend|mate|bro(?:ther)?|sis(?:ter)?)\b",
    re.I,
)
# Smileys and kisses beside a name: "Kev :)", "kev xx".
FACE = r"[:;=]['’]?-?[()\[\]dop3/|*]|\(:|<3|\^_?\^|[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]"
BEHIND = re.compile(rf"(?:[\s.,!]++|{FACE}|(?:^|(?<=[\s.,!]))(?:xx+|(?-i:x)|xd|lol|again|btw|by the way|ha(?:ha)++)(?=[\s.,!]|$))++$", re.I)
BEFORE = re.compile(rf"^(?:[\s.,!]++|{FACE})++", re.I)
# A name among other words ends where they go on.
ENDS = (
    "and|but|i|im|i'm|i'd|id|can|could|please|pls|plz|thanks|from|my|the|a|on|at|for|so|to|too|who|here|looking|with|is|in|hi|will|would|want|wanted|need|not|no"
    "|number|phone|spelt|spelled|wrong|already|still|missing|changed|different|down|there|misspelled|private|or|it|its|by|tomorrow|today|next|this|any|anyone"
)
PART = rf"(?!(?i:{ENDS})\b)[^\W\d_](?:[^\W\d_]|['’-])*"
AMONG = re.compile(
    rf"\b(?i:my name(?:['’]?s| is)|my names is|i(?:['’]?m| am) called)[ :]+(?P<said>{PART}(?: {PART}){{0,2}})"
    rf"|(?:^|[.!,] )(?i:(?:(?:hi|hello|hey|hiya)[ ,.!]+)?(?:it['’]?s |this is )|(?:hi|hello|hey|hiya)[ ,.!]+)(?P<here>(?=[A-Z]){PART}(?: {PART})?) here\b"
    rf"|\b(?i:this is) (?P<both>(?=[A-Z]){PART} (?=[A-Z]){PART})"
    rf"|(?:^|[.!,] )(?i:(?:hi|hello|hey|hiya)[ ,.!]+)?(?i:it['’]?s|i['’]?m|i am|this is) (?P<first>(?=[A-Z]){PART})[,.]? (?P<full>(?P=first) (?=[A-Z]){PART})"
)
# "Dave, Dave Marsh" is one name.
TWICE = re.compile(rf"^(?P<first>{PART})[,.]? (?=(?P=first) {PART}$)", re.I)

# "Its Darren here", asked for it or not: "over here" and "still here" are no name.
HERE = re.compile(rf"^(?:(?:hi|hello|hey|hiya|yes|yeah|yep|ok)[ ,.!]+)*(?:it['’]?s |it is |this is )(?P<said>(?!(?:dangerous|unsafe|violent|safe|scary|dirty|horrible|toxic|awful|boring|stressful|lovely|great|good|bad|fine|okay|ok|terrible|freezing|boiling|crowded|heaving|manic|chaos|hell|mad|crazy|shit|rubbish|closed|shut|locked|open|empty|cold|hot|busy|quiet|noisy|loud|raining|wet|dark|late|early|hard|nice|warm|all|only|just|still|over|right|quite|very|really|too|so|me|him|her|us|them|someone|nobody|everyone|somebody)\b){PART}(?: {PART})?) here[ .!]*$", re.I)
# What they go by, be it beside the whole name: "Mohammed, but people call me Mo", "Mo to my mates".
GOES_BY = re.compile(
    rf"(?:^|[,.]? (?:but|and|so|or) |[,.] ?)(?:(?:(?:most|some|all|all the|other) )?(?:people|every(?:one|1|body)|mates|friends|family|they|my (?:mates|friends|family)) (?:(?:all|just|usually|always|only) )*calls?"
    rf"|(?:(?:just|please|but|you can|u can) )*call) me (?P<called>{PART}(?: {PART})?)[ .!]*$"
    rf"|(?:^|[,.] |\bor )(?P<short>{PART}) (?:to my (?:mates|friends|family)|for short)[ .!]*$",
    re.I,
)
CALLS_ME = re.compile(r"\b(?:calls?|ring|phone) me\b", re.I)
NO_CALL = re.compile(r"(?:back|later|after|again|now|when|if|any ?time|first|before|soon|instead|anything|what|tonight)\b", re.I)
# "My name Olena. Please write easy english": the rest is another sentence.
SENTENCE_BEHIND = re.compile(rf"^(?:hi |hello )?(?:my )?names?(?: is)? (?P<said>{PART}(?: {PART})?)[.!] .+", re.I)


def is_introduced(text: str) -> bool:
    """Whether they say that it is a name."""
    return INTRODUCED.match(" ".join(text.split())) is not None


def read_name(text: str) -> str | None:
    """The name without the words around it; None for what can be none."""
    whole = " ".join(text.split())
    if here := HERE.match(whole):
        whole = here["said"]
    if CALLS_ME.search(whole):
        return _goes_by(whole)
    if by := _goes_by(whole):
        return by
    if (again := SAID_AGAIN.match(whole)) and NO_HEAD.match(whole[again.end() :]) is None:
        whole = whole[again.end() :]
    elif (before := SAID_BEFORE.search(whole)) and NO_HEAD.match(whole) is None:
        whole = whole[: before.start()]
    elif sentence := SENTENCE_BEHIND.match(whole):
        whole = sentence["said"]
    elif (but := THEN_BUT.match(whole)) and NO_HEAD.match(whole) is None:
        whole = but["said"]
    said = TWICE.sub("", CALLED.sub("", BEFORE.sub("", BEHIND.sub("", whole))))
    return said if NAME.match(said) and not NO_NAME.match(f"{said} ") and not NO_PART.search(said) else None


def said_here(text: str) -> str | None:
    """The name in "its Darren here", where no more is said."""
    return read_name(text) if HERE.match(" ".join(text.split())) else None


def _goes_by(whole: str) -> str | None:
    found = GOES_BY.search(whole)
    name = (found["called"] or found["short"]) if found else None
    return None if name is None or NO_CALL.match(name) or NO_HEAD.match(name) or NO_NAME.match(f"{name} ") or NO_PART.search(name) else name


def is_said_again(text: str) -> bool:
    """Whether a name is said again, or put right, and nothing else: "lol its just Priya"."""
    whole = " ".join(text.split())
    if SAID_BEFORE.search(whole):
        return NO_HEAD.match(whole) is None and read_name(text) is not None
    again = SAID_AGAIN.match(whole)
    return again is not None and read_name(text) is not None and NO_HEAD.match(text[again.end() :]) is None


def introduced_in(text: str) -> tuple[str, str] | None:
    """The name they give among other words, and those: "my name is Jo Brown, can I come on Tuesday"."""
    said = " ".join(text.split())
    found = AMONG.search(said)
    name = read_name(found["said"] or found["here"] or found["both"] or found["full"]) if found else None
    return (name, " ".join(f"{said[: found.start()]} {said[found.end() :]}".split())) if found and name else None
