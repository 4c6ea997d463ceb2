"""The steps of a booking, from how to meet to done."""

from enum import StrEnum


class Step(StrEnum):
    FORMAT = "format"
    WHEN = "when"
    CHOOSE = "choose"
    CONFIRM = "confirm"
    NAME = "name"
    NUMBER = "number"
    EMAIL = "email"
    ADDRESS = "address"
    ADJUSTMENTS = "adjustments"
    INTERPRETER = "interpreter"
    WHICH_CANCEL = "which_cancel"
    WHICH_MOVE = "which_move"
    CANCEL = "cancel"
    DONE = "done"
    NOTED = "noted"
    PROVE = "prove"
    OWN = "own"
    WAITING = "waiting"
    OFF_LIST = "off_list"
    CANCELLED = "cancelled"
    KEPT = "kept"
    GAVE_UP = "gave_up"
    LEFT = "left"


OVER = frozenset({Step.DONE, Step.NOTED, Step.PROVE, Step.OWN, Step.WAITING, Step.OFF_LIST, Step.CANCELLED, Step.KEPT, Step.GAVE_UP, Step.LEFT})
WHICH = frozenset({Step.WHICH_CANCEL, Step.WHICH_MOVE})
TIMES_SHOWN = frozenset({Step.CHOOSE, Step.CONFIRM, Step.NAME, Step.NUMBER, Step.ADDRESS})
SOUGHT = frozenset({Step.FORMAT, Step.WHEN, Step.CHOOSE, Step.CONFIRM})
"""How, when and with whom to meet is being found."""
FINDING = SOUGHT | {Step.NAME, Step.NUMBER, Step.ADDRESS}
DECLINED = "declined"
"""Why what would make it easier is not asked again: they said that nothing would, and something else."""
