"""What other limits would have done, worked out by hand."""

from bot.evaluation import limits
from bot.evaluation.figures import FALLBACK, OUTSIDE, Reading
from bot.evaluation.limits import Asked, Outcome, Weighed

RESPONSES = {"utter_meaning_need_debt", "utter_meaning_need_housing"}


def reading(meant, guess, confidence, read=None):
    return Reading("words", meant, read or guess, confidence, guess)


READINGS = [
    reading("greet", "greet", 0.9),
    reading("greet", "greet", 0.3),
    reading("thanks", "greet", 0.2),
    reading(OUTSIDE, "thanks", 0.2),
    reading("thanks", "thanks", 0.4, FALLBACK),
]


def test_one_line_for_all():
    assert limits.outcome(READINGS, {}) == Outcome(right=2, wrong=2, lost=1, spared=0)
    assert limits.outcome(READINGS, {}, 0.25) == Outcome(right=3, wrong=0, lost=1, spared=1)
    assert limits.outcome(READINGS, {}, 0.35) == Outcome(right=2, wrong=0, lost=2, spared=1)


def test_a_meaning_of_its_own_line_leaves_the_others_alone():
    assert limits.outcome(READINGS, {"greet": 0.35}) == Outcome(right=1, wrong=1, lost=2, spared=1)


def test_a_line_is_drawn_above_what_was_wrong_and_no_higher_than_needed():
    assert limits.fitted(READINGS) == {"greet": 0.25, "thanks": 0.25}
    assert limits.fitted(READINGS[:2]) == {"greet": limits.LOWEST}


def test_a_message_never_draws_its_own_line():
    only_one_wrong = [reading("thanks", "greet", 0.2), *(reading("greet", "greet", 0.9) for _ in range(9))]
    assert limits.left_out(only_one_wrong) == Outcome(right=9, wrong=1, lost=0, spared=0)


def parsed(first, second):
    ranking = [{"name": "need_debt", "confidence": first}, {"name": "need_housing", "confidence": second}]
    return {"intent": ranking[0], "intent_ranking": ranking}


def test_which_of_the_two_was_meant():
    read = [parsed(0.4, 0.3)] * 4 + [parsed(0.6, 0.3)]
    meant = ["need_debt", "need_debt", "need_housing", "greet", "need_debt"]
    assert limits.asked(read, meant, RESPONSES, 0.5, 0.15) == Asked(times=4, first=2, second=1, neither=1)
    assert limits.asked(read, meant, RESPONSES, 0.7, 0.15) == Asked(times=5, first=3, second=1, neither=1)
    assert limits.asked(read, meant, RESPONSES, 0.5, 0.35) == Asked(0, 0, 0, 0)


def ranked(*pairs):
    return {"intent_ranking": [{"name": name, "confidence": confidence} for name, confidence in pairs]}


def test_a_weight_on_out_of_scope():
    read = [
        ranked(("greet", 0.6), (OUTSIDE, 0.3)),
        ranked(("greet", 0.6), (OUTSIDE, 0.3)),
        ranked(("thanks", 0.6), (OUTSIDE, 0.3)),
        ranked((FALLBACK, 0.1), ("greet", 0.6)),
        ranked((OUTSIDE, 0.9), ("greet", 0.1)),
        ranked(("greet", 0.9), (OUTSIDE, 0.01)),
    ]
    meant = [OUTSIDE, "greet", "greet", OUTSIDE, "greet", "greet"]
    assert limits.weighed(read, meant, 1) == Weighed(caught=1, missed=1, lost=0, spared=0)
    assert limits.weighed(read, meant, 2) == Weighed(caught=2, missed=0, lost=1, spared=1)
