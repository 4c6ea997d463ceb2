"""`handrail …`: every command, each a thin way into the rooms."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from casework.base.settings import settings
from handrail import batch, commands, languages, people, programmes, staff
from handrail.running.home import Home
from handrail.running.run import listening_host, run
from handrail.talk import talk
from handrail.texting import sms

SMS = """Plays a text from a demonstration phone through the same door as any other. Nothing leaves.

With a number and a text, each reply is one line of JSON, and nothing is printed where there is none:
  {"n", "from", "text", "choices", "at"}

Without them, JSON Lines are read from standard input, one text a line, and answered in the same order:
  {"number": "07700 900123", "text": "STOP"}   gives   {"replies": [...]}
A line that cannot be played gives {"error"}, and the command then ends with 1.

The assistant answers where `handrail run` is up on the same database; orders such as STOP, and danger, need none."""


def main(arguments: Sequence[str] | None = None) -> None:
    sys.exit(_dispatch(_parser().parse_args(arguments)))


def _dispatch(given: argparse.Namespace) -> int:
    home = Home(settings().home)
    match given.command:
        case "run":
            return run(home, listening_host(), settings().port)
        case "prepare":
            return commands.prepare(home)
        case "understand":
            return commands.understand(home)
        case "adapt-encoder":
            return commands.adapt_encoder(home)
        case "measure-understanding":
            return commands.measure_understanding(home, given.how)
        case "talk":
            return talk(settings().port)
        case "sms":
            return sms(home, given.number, given.text)
        case "staff":
            return _staff(home, given)
        case "programmes":
            return programmes.run(home, given.verb, getattr(given, "pack", None))
        case "languages":
            return languages.check()
        case "partner":
            return people.add_partner(home, given.name, given.areas)
        case "export":
            return people.export(home, given.who, given.to)
        case "erase":
            return people.erase(home, given.who, given.yes)
        case name:
            return batch.run(commands.LINES[name])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handrail", description="A council's support assistant.")
    verbs = parser.add_subparsers(dest="command", required=True)
    verbs.add_parser("run", help="set up what is missing and start everything")
    verbs.add_parser("prepare", help="set up what is missing: environments, encoder, model, web assets")
    verbs.add_parser("talk", help="chat with a running Handrail in this terminal")
    verbs.add_parser("understand", help='JSON Lines: {"text"} to intent, entities, safeguarding')
    _measuring(verbs)
    verbs.add_parser("adapt-encoder", help="teach both sentence encoders from all messages; writes encoder/adapter*.npz")
    for name, about in commands.ABOUT.items():
        verbs.add_parser(name, help=about)
    _texts(verbs)
    _people(verbs)
    _partners(verbs)
    _programmes(verbs)
    _languages(verbs)
    _staff_verbs(verbs)
    return parser


def _texts(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    about = "a text from a demonstration phone; prints the replies, nothing leaves"
    texts = verbs.add_parser("sms", help=about, description=SMS, formatter_class=argparse.RawDescriptionHelpFormatter)
    texts.add_argument("number", nargs="?", help="a demonstration phone: 07700 900000 to 07700 900999, or with +44")
    texts.add_argument("text", nargs="?", help="the words of the text, in quotes")


def _measuring(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    about = "held-out messages, ours beside stock Rasa on an equal sample; writes docs/understanding/"
    how = verbs.add_parser("measure-understanding", help=about).add_mutually_exclusive_group()
    whole = "teach stock Rasa with all messages, which takes hours"
    how.add_argument("--whole", dest="how", action="store_const", const="--whole", help=whole)
    how.add_argument("--alone", dest="how", action="store_const", const="--alone", help="compare with nothing")


def _staff(home: Home, given: argparse.Namespace) -> int:
    match given.verb:
        case "password":
            return staff.new_password(home, given.email)
        case "leave":
            return staff.leave(home, given.email, given.to, given.on)
        case "close":
            return staff.close(home, given.email)
    return staff.add(home, given.email, given.name, given.role, given.areas)


def _staff_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    accounts = verbs.add_parser("staff", help="staff accounts").add_subparsers(dest="verb", required=True)
    leave = accounts.add_parser("leave", help="people and meetings go to a successor, who stands in from then on")
    leave.add_argument("email")
    leave.add_argument("--to", required=True, help="the successor's address")
    leave.add_argument("--on", type=date.fromisoformat, help="the first day; tomorrow if not given")
    accounts.add_parser("close", help="nobody signs in with it any more").add_argument("email")
    password = accounts.add_parser("password", help="a new password for an account; prints it")
    password.add_argument("email")
    add = accounts.add_parser("add", help="a new account; prints its password")
    add.add_argument("email")
    add.add_argument("name")
    add.add_argument("--role", choices=["key_worker", "lead", "admin"], default="key_worker")
    add.add_argument("--areas", nargs="+", required=True)


def _partners(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    partner = verbs.add_parser("partner", help="organisations that refer people").add_subparsers(
        dest="verb", required=True
    )
    add = partner.add_parser("add", help="a new partner; prints its token")
    add.add_argument("name")
    add.add_argument("--areas", nargs="+", required=True)


def _programmes(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = verbs.add_parser("programmes", help="the screening packs").add_subparsers(dest="verb", required=True)
    parser.add_parser("check", help="what is wrong in programmes/, by file and line")
    explained = parser.add_parser("explain", help="the rules of a pack in plain words")
    explained.add_argument("pack")
    parser.add_parser("rescreen", help="JSON Lines: whose kept outcome would move under the rules of today")


def _languages(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = verbs.add_parser("languages", help="the language packs").add_subparsers(dest="verb", required=True)
    parser.add_parser("check", help="faults by file and line; else what is reviewed, unreviewed and missing, by file")


def _people(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = verbs.add_parser("export", help="all that is held about one person, as JSON and as a page")
    export.add_argument("--to", type=Path, default=Path("exports"), help="the folder to write into")
    erase = verbs.add_parser("erase", help="remove one person, and say what stays")
    erase.add_argument("--yes", action="store_true", help="do not ask first")
    for parser in (export, erase):
        parser.add_argument("who", help="an id, a number or an e-mail address")


if __name__ == "__main__":
    main()
