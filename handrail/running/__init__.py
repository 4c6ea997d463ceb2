"""Behind `make run`: named steps that set up what is missing, then a supervisor that keeps it all up."""

import warnings

# Without a session folder the embedded database uses the temporary one; its library says so at every start.
warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
