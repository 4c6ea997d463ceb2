"""For commands that print JSON Lines: nothing a library says stands among them."""

import logging
import os
import sys
import warnings
from typing import TextIO

from rasa.utils.log_utils import configure_structlog


def output() -> TextIO:
    """The real standard output; whatever else is printed from now on goes to standard error, and little of it."""
    logging.disable(logging.WARNING)
    configure_structlog(logging.ERROR)
    warnings.simplefilter("ignore")
    target = os.fdopen(os.dup(1), "w")
    sys.stdout = sys.stderr
    return target
