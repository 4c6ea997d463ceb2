"""Named steps, each skipped in a moment when its work is done already."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from casework import council, directory
from casework.base.settings import ROOT
from casework.base.yamlfile import DataError
from casework.programmes.loading import programmes
from casework.safeguarding.data import everyday_files
from casework.safeguarding.learned import FILES
from encoder import adapter
from handrail.running import assets
from handrail.running.home import Home

SAFEGUARDING = ROOT / "casework" / "safeguarding"
KEPT_STAMP = SAFEGUARDING / "safety.sha256"


class StepFailed(Exception):
    pass


@contextmanager
def step(name: str) -> Iterator[None]:
    """Print a step's name and, when it ends, how long it took."""
    print(f"· {name} …", flush=True)
    began = time.monotonic()
    yield
    print(f"  {name}: done in {time.monotonic() - began:.1f} s", flush=True)


def council_files() -> None:
    """The council's own files can be used. Raises StepFailed with every fault, by file and line."""
    try:
        council.council()
        directory.book()
        programmes()
    except (DataError, OSError) as error:
        raise StepFailed(f"the council's files need mending:\n{error}") from error


def environments(home: Home) -> None:
    """The assistant's own Python 3.10, installed from its hash-pinned lock file."""
    entities = [ROOT / "bot" / "entities.py", ROOT / "data" / "patterns" / "entities.jsonl"]
    sources = [ROOT / "bot" / "requirements.lock", ROOT / "scripts" / "bot-env.sh", *entities, *_code(ROOT / "encoder")]
    stamp = home.bot_env / "installed"
    wanted = _hash(sources)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    _run([ROOT / "scripts" / "bot-env.sh", home.bot_env])
    stamp.write_text(wanted)


def encoder(home: Home) -> None:
    _run([sys.executable, "-m", "encoder.build", home.encoder])


def training(home: Home) -> Path:
    """The trained model for what the repository holds now; nothing is trained twice."""
    said = _run([home.bot_python, "-W", "ignore", "-m", "bot.train"], _for_training(home))
    return Path(said.strip().splitlines()[-1])


def trained(home: Home) -> Path:
    """The same without a word, for commands whose output is their own. Raises StepFailed."""
    command = [str(home.bot_python), "-W", "ignore", "-m", "bot.train"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | _for_training(home),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StepFailed("training failed; run: handrail prepare")
    return Path(done.stdout.strip().splitlines()[-1])


def _for_training(home: Home) -> dict[str, str]:
    return {"HANDRAIL_HOME": str(home.folder), "HANDRAIL_ENCODER": str(home.encoder)}


def safety(home: Home) -> None:
    """The second safety layer: as it is kept in the repository where the messages are the same, else taught anew."""
    stamp, wanted = home.folder / "safety.sha256", messages_about_danger()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if KEPT_STAMP.read_text().strip() == wanted:
        for file in FILES:
            shutil.copy(SAFEGUARDING / file, home.folder / file)
    else:
        _run([sys.executable, "-m", "casework.safeguarding.teaching", home.folder])
    stamp.write_text(wanted)


def keep_safety(home: Home) -> None:
    """Teach the second layer from what the repository holds now, and keep it there."""
    _run([sys.executable, "-m", "casework.safeguarding.teaching", home.folder])
    for file in FILES:
        shutil.copy(home.folder / file, SAFEGUARDING / file)
    KEPT_STAMP.write_text(messages_about_danger() + "\n")


def messages_about_danger() -> str:
    """A hash of what changes the second layer: messages, the encoders' corrections, how it is taught. Not of patterns."""
    code = [*(SAFEGUARDING / f"{name}.py" for name in ("teaching", "teaching_business", "taught", "business")), ROOT / "encoder" / "wording.py"]
    names = (*(f"safeguarding/{folder}/*.jsonl" for folder in ("corpus", "dev", "tuning")), "safeguarding/unsure_intents.yml")
    return _hash([*everyday_files(), *sorted(file for name in names for file in (ROOT / "data").glob(name)), *code, adapter.SMALL, adapter.LARGE])


def web_assets(home: Home) -> None:
    """The desk's styles and scripts, from the locked npm packages."""
    stamp = home.assets / "installed"
    wanted = _hash([ROOT / "api" / "web" / "package-lock.json", ROOT / "handrail" / "running" / "assets.py"])
    if stamp.exists() and stamp.read_text() == wanted:
        return
    assets.build(home.assets)
    stamp.write_text(wanted)


def prepare(home: Home) -> Path:
    """Every step that needs no database, in order; the trained model's path."""
    with step("council settings"):
        council_files()
    with step("environments"):
        environments(home)
    with step("encoder"):
        encoder(home)
    with step("safety"):
        safety(home)
    with step("training"):
        model = training(home)
    with step("web assets"):
        web_assets(home)
    return model


def _run(command: Sequence[str | Path], environment: dict[str, str] | None = None) -> str:
    """Run a step's program, showing what it says as it says it; its output. Raises StepFailed."""
    words = [str(part) for part in command]
    said = []
    with subprocess.Popen(
        words, cwd=ROOT, env=os.environ | (environment or {}), stdout=subprocess.PIPE, text=True
    ) as program:
        for line in program.stdout or ():
            said.append(line)
            print(f"    {line}", end="", flush=True)
    if program.returncode:
        raise StepFailed(f"'{' '.join(words)}' ended with {program.returncode}; its words are above")
    return "".join(said)


def _code(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".toml"))


def _hash(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()
