"""The words that the command line understands, and its help."""

import argparse
import os
import re
from collections.abc import Callable
from difflib import get_close_matches
from getpass import getuser
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from boardroom import __version__
from boardroom.domain.refusal import Refusal

_DESCRIPTION = """\
Boardroom keeps a partnership board's meetings in one board file: agenda, attendance, proposals,
decisions, actions. It writes the minutes from what was recorded."""

_EXAMPLES = """\
first steps:
  boardroom sample sample.boardroom                  a made-up board with two years of meetings
  boardroom list sample.boardroom meetings           its meetings, newest first
  boardroom export sample.boardroom minutes -o minutes.pdf
                                                     the minutes of the latest meeting
a board of your own:
  boardroom new ours.boardroom --name "Our Partnership Board"
  boardroom import ours.boardroom 2026-*.json        past meetings, from meeting records
  boardroom export ours.boardroom minutes --meeting 2026-09-17 --audience public -o public.docx
  boardroom search ours.boardroom short breaks       everything ever recorded about it
  boardroom report ours.boardroom early -o early.pdf which sector came in at which stage
  boardroom undo ours.boardroom                      take the last step back
keeping it safe:
  boardroom check ours.boardroom
  boardroom backup ours.boardroom /media/stick

"boardroom COMMAND --help" tells more of each. Exit code: 0 done, 2 refused (one sentence says why),
1 a fault in the program."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence, like every refusal."""

    @override
    def error(self, message: str) -> NoReturn:
        for action in self._actions:
            if action.choices and not action.option_strings:
                # A word to choose has no name of its own in what a person types.
                choice = f"one of {'/'.join(action.choices)}"
                message = re.sub(rf"(required: .*)\b{action.dest}\b", rf"\1{choice}", message)
        complaint = _complaint(message)
        sentence = f"{complaint[:1].upper()}{complaint[1:]}. “{self.prog} --help” shows how it is written."
        raise Refusal(sentence)


def _complaint(message: str) -> str:
    """Return argparse's complaint in words for a secretary; one that is not known here stays as it is."""
    for pattern, said in _COMPLAINTS:
        found = pattern.fullmatch(message)
        if found:
            return said(*found.groups())
    return message


def _missing(names: str) -> str:
    if names == "COMMAND":
        return "Say what to do, such as “boardroom new” or “boardroom list”"
    *others, last = names.split(", ")
    return f"{', '.join(others)} and {last} are missing" if others else f"{last} is missing"


def _not_a_choice(value: str, choices: str) -> str:
    known = choices.replace("'", "").split(", ")
    near = get_close_matches(value, known, n=1)
    return f"“{value}” is none of {', '.join(known)}" + (f" (is “{near[0]}” meant?)" if near else "")


def _unknown(words: str) -> str:
    return f"“{words}” is too much or not known here; words that begin with a dash go after “--”"


_COMPLAINTS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (re.compile(r"the following arguments are required: (.+)", re.DOTALL), _missing),
    (re.compile(r"argument .+?: invalid choice: ['\"]?(.*?)['\"]? \(choose from (.+)\)", re.DOTALL), _not_a_choice),
    (re.compile(r"unrecognized arguments: (.+)", re.DOTALL), _unknown),
    (re.compile(r"argument (.+?): expected .+", re.DOTALL), lambda name: f"Nothing stands after {name}"),
    (re.compile(r"argument (.+?): ignored explicit argument .+", re.DOTALL), lambda name: f"{name} takes no value"),
    (re.compile(r"ambiguous option: (.+) could match (.+)", re.DOTALL), lambda a, b: f"{a} could mean {b}"),
)
"""What argparse says (the same from Python 3.11 to 3.14), and what is said instead."""


def _path(words: str) -> Path:
    """Return a path, or say why no system can have a file there."""
    if not words:
        message = "An empty text “” is no file name."
        raise Refusal(message)
    if "\0" in words:
        message = f"The file name “{words[:60]}” holds a hidden character; type the name anew."
        raise Refusal(message)
    return Path(words)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each command's `run` takes what was parsed."""
    parser = _Parser(
        prog="boardroom",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Boardroom {__version__}")
    parser.add_argument(
        "--who",
        default=os.environ.get("BOARDROOM_WHO") or _user(),
        help="your name, as the board file's history shall show it (else $BOARDROOM_WHO, else your login)",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    _add_files(commands)
    _add_records(commands)
    _add_lists(commands)
    _add_answers(commands)
    return parser


def _add_files(commands: "argparse._SubParsersAction[_Parser]") -> None:
    new = _command(commands, "new", "files:new", "make a new board file with one board in it")
    _file(new)
    new.add_argument("--name", required=True, help="the board's name")

    sample = _command(
        commands, "sample", "records:sample", "make a board file with the made-up sample board, to explore"
    )
    _file(sample)

    undo = _command(commands, "undo", "files:undo_last", "take back your last step, also after a restart")
    _file(undo)
    redo = _command(commands, "redo", "files:redo_last", "do again what was undone last")
    _file(redo)

    check = _command(
        commands,
        "check",
        "files:check_file",
        "look the whole file over: damage, tampering, broken links",
        "Reads every row, walks the journal's chain of hashes, and compares each row with what the journal last"
        " wrote. Changes nothing.",
    )
    _file(check)

    backup = _command(commands, "backup", "files:backup", "put a verified copy into a folder, and thin out old copies")
    _file(backup)
    backup.add_argument("folder", type=_path, metavar="DIR", help="the folder; best on another disk")

    restore = _command(
        commands, "restore", "files:restore_backup", "bring a backup back as a board file; the old file stays beside it"
    )
    restore.add_argument("backup", type=_path, metavar="BACKUP")
    _file(restore)


def _add_records(commands: "argparse._SubParsersAction[_Parser]") -> None:
    bring = _command(
        commands,
        "import",
        "records:bring_in",
        "bring in past meetings, a whole board, or forms that came back",
        "Reads meeting records (boardroom.meeting-record/1), board records (boardroom.board-record/1), and the forms"
        " of calls that were filled in (.pdf, .xlsx, .csv), which become proposals."
        " All files come in, or none. The same record or form twice changes nothing.",
        "examples:\n  boardroom import ours.boardroom june.json september.json\n"
        "  boardroom import ours.boardroom other-board.json --new-board\n"
        "  boardroom import ours.boardroom form.pdf",
    )
    _file(bring)
    bring.add_argument("records", type=_path, nargs="+", metavar="RECORD")
    bring.add_argument(
        "--new-board", action="store_true", help="make the boards that the records name and the file lacks"
    )

    export = _command(
        commands,
        "export",
        "records:export",
        "write minutes, an agenda, or a record to a file",
        "minutes and agenda are documents for people; record is one meeting and board is everything, as JSON.",
        "examples:\n"
        "  boardroom export ours.boardroom minutes -o minutes.pdf\n"
        "  boardroom export ours.boardroom agenda --meeting 2026-12-03 --format docx -o agenda.docx\n"
        "  boardroom export ours.boardroom minutes --meeting 2026-12-03 --audience public -o public.html\n"
        "  boardroom export ours.boardroom board -o everything.json",
    )
    _file(export)
    export.add_argument("what", choices=["minutes", "agenda", "record", "board"])
    export.add_argument(
        "--meeting",
        default="",
        metavar="ID-or-date",
        help="such as 2026-12-03; without it the latest meeting held, for an agenda the next one planned",
    )
    export.add_argument("--board", default="", metavar="NAME", help="where the file holds several boards")
    export.add_argument(
        "--format", choices=["pdf", "html", "docx", "md"], help="of minutes and agenda; else told by the ending of OUT"
    )
    export.add_argument(
        "--audience",
        choices=["members", "public"],
        help="of minutes and agenda: public leaves restricted matter out and says so (default: members)",
    )
    export.add_argument("-o", "--output", type=_path, required=True, metavar="OUT", help="the file to write")

    forms = _command(
        commands,
        "forms",
        "records:make_forms",
        "write the forms of a call for proposals, one for each organisation that it invites",
        "The PDF can be filled in with any program that shows PDFs. “boardroom import FILE form.pdf” takes what comes"
        " back as a proposal.",
        "examples:\n  boardroom forms ours.boardroom outbox --call 3\n"
        "  boardroom forms ours.boardroom outbox --call 3 --format pdf --format docx",
    )
    _file(forms)
    forms.add_argument("folder", type=_path, metavar="DIR", help="the folder that they are written to")
    forms.add_argument("--call", required=True, metavar="NUMBER", help="the call's number, or its id")
    forms.add_argument(
        "--format", action="append", choices=["pdf", "docx", "xlsx", "csv"], help="may stand several times (else: pdf)"
    )

    _add_report(commands)
    _add_conflicts(commands)

    schema = _command(
        commands, "schema", "records:schema", "print how a meeting record or a board record is written (JSON schema)"
    )
    schema.add_argument("which", nargs="?", choices=["board", "meeting"], default="board", help="default: board")


def _add_report(commands: "argparse._SubParsersAction[_Parser]") -> None:
    report = _command(
        commands,
        "report",
        "reports:write_report",
        "write a report of a board to a file",
        "early: which sector came into which strand at which stage. answered: what became of proposals. duty: how the"
        " statutory partners took part. balance: who spoke, proposed and was adopted. year: a year in review. forward:"
        " what comes to which meeting after the last day.",
        "examples:\n"
        "  boardroom report ours.boardroom early -o early.pdf\n"
        "  boardroom report ours.boardroom year --year 2026 --audience public -o year.html\n"
        "  boardroom report ours.boardroom answered --from 2026-04-01 --to 2027-03-31 -o answered.docx",
    )
    _file(report)
    report.add_argument("what", choices=["early", "answered", "duty", "balance", "year", "forward"])
    report.add_argument("--board", default="", metavar="NAME", help="where the file holds several boards")
    report.add_argument("--year", type=_year, metavar="YEAR", help="of this calendar year")
    report.add_argument("--from", dest="since", default="", metavar="DAY", help="first day; else from the beginning")
    report.add_argument("--to", dest="until", default="", metavar="DAY", help="last day (default: today)")
    report.add_argument(
        "--format", choices=["pdf", "html", "docx", "md"], help="else told by the ending of OUT (default: pdf)"
    )
    _audience(report)
    report.add_argument("-o", "--output", type=_path, required=True, metavar="OUT", help="the file to write")


def _add_conflicts(commands: "argparse._SubParsersAction[_Parser]") -> None:
    extract = _command(
        commands,
        "conflicts",
        "conflicts:write_extract",
        "write the extract for a conflicts assessment of a strand",
        "Who took part in planning it, saw which paper when, and declared which interest; a PDF to read and an XLSX"
        " to go on with. Files of the same name are written anew.",
        'example:\n  boardroom conflicts ours.boardroom "Short breaks" -o assessment',
    )
    _file(extract)
    extract.add_argument("strand", metavar="STRAND", help="by name, its beginning or its id")
    extract.add_argument("--board", default="", metavar="NAME", help="where the file holds several boards")
    extract.add_argument("-o", "--output", type=_path, required=True, metavar="DIR", help="the folder to write to")


def _year(words: str) -> int:
    """Return a year, or say why it is none."""
    if not (words.isascii() and words.isdecimal() and len(words) == len("2026") and int(words)):
        message = f"“{words[:40]}” is no year for --year, such as 2026."
        raise Refusal(message)
    return int(words)


def _add_lists(commands: "argparse._SubParsersAction[_Parser]") -> None:
    listing = _command(commands, "list", "lists:list_things", "list boards, meetings, decisions, actions or proposals")
    _file(listing)
    listing.add_argument("what", choices=["boards", "meetings", "decisions", "actions", "proposals"])
    listing.add_argument("--board", default="", metavar="NAME", help="of this board only")
    _audience(listing)
    listing.add_argument("--json", action="store_true", help="as a JSON array of objects")

    find = _command(
        commands,
        "search",
        "lists:search_words",
        "find words in everything that was ever recorded",
        "Finds whatever holds all the words; the last one may be a beginning. Accents don't matter: llyr finds Llŷr.",
    )
    _file(find)
    find.add_argument("words", nargs="+", metavar="WORDS")
    find.add_argument("--board", default="", metavar="NAME", help="of this board only")
    _audience(find)
    find.add_argument("--json", action="store_true", help="as a JSON array of objects")

    history = _command(commands, "history", "lists:history", "who changed this thing, when, and from what to what")
    _file(history)
    history.add_argument("id", metavar="ID", help="an id as “list” shows it")
    history.add_argument("--json", action="store_true", help="as a JSON array of objects")


def _add_answers(commands: "argparse._SubParsersAction[_Parser]") -> None:
    write = _command(
        commands,
        "answers",
        "answers:write_answers",
        "write each partner what it proposed, what was decided and why",
        "A file for each partner, with what was asked of it and of others for it. What a partner may not read isn't in"
        " it. With --format eml each is an e-mail draft with the PDF attached. Nothing is written over.",
        "examples:\n  boardroom answers ours.boardroom -o letters --untold\n"
        '  boardroom answers ours.boardroom "Tŷ Cwtsh" -o letters --format eml',
    )
    told = _command(
        commands,
        "told",
        "answers:record_told",
        "record that partners were told the answers that stand",
        "After that these answers can't be changed, only answered again, and undo does not reach behind it.",
        'example:\n  boardroom told ours.boardroom "Tŷ Cwtsh" --on 2026-12-03 --how "by e-mail"',
    )
    for one in (write, told):
        _file(one)
        one.add_argument("partners", nargs="*", metavar="PARTNER", help="by name; without one, all of them")
        one.add_argument("--board", default="", metavar="NAME", help="where the file holds several boards")
    write.add_argument("-o", "--output", type=_path, required=True, metavar="DIR", help="the folder to write to")
    write.add_argument("--format", choices=["pdf", "html", "docx", "md", "eml"], default="pdf", help="(default: pdf)")
    write.add_argument(
        "--since", default="", metavar="DATE", help="leave out what was answered, and told, before that day"
    )
    write.add_argument("--untold", action="store_true", help="only partners with an answer that they weren't told")
    told.add_argument("--on", default="", metavar="DATE", help="such as 2026-12-03 (default: today)")
    told.add_argument("--how", default="", metavar="WORDS", help="such as “by e-mail”")


def _command(  # noqa: PLR0913, PLR0917 - what argparse wants for one command
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    target: str,
    summary: str,
    description: str = "",
    examples: str = "",
) -> argparse.ArgumentParser:
    """Declare a command whose code is imported only when it runs."""
    parser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[:1].upper()}{summary[1:]}. {description}".strip(),
        epilog=examples or None,
        formatter_class=argparse.RawDescriptionHelpFormatter if examples else argparse.HelpFormatter,
    )
    parser.set_defaults(run=_later(target))
    # Also behind the command, where people look for it; the one before it sets the default.
    parser.add_argument("--who", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _later(target: str) -> Callable[[argparse.Namespace], None]:
    room, function = target.split(":")

    def run(asked: argparse.Namespace) -> None:
        getattr(import_module(f"boardroom.cli.{room}"), function)(asked)

    return run


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=_path, metavar="FILE", help="the board file")


def _audience(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--audience",
        choices=["members", "public"],
        default="members",
        help="public leaves out what is restricted, and your own notes (default: members)",
    )


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):
        return "somebody"
