"""Everything that runs inside the Rasa process (Python 3.10)."""

import os

# Rasa reports usage and errors to its makers unless told not to; nothing about claimants leaves.
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
