"""The commands of the command line: their words, their arguments, and their help."""

from __future__ import annotations

import argparse
import os
from getpass import getuser
from typing import TYPE_CHECKING

from boardroom import __version__
from boardroom.cli.complaints import Parser
from boardroom.cli.declaring import audience, board_file, command, path_of, year_of

if TYPE_CHECKING:
    from boardroom.cli.declaring import Commands

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


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each command's `run` takes what was parsed."""
    parser = Parser(
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
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    _add_files(commands)
    _add_records(commands)
    _add_lists(commands)
    _add_answers(commands)
    return parser


def _add_files(commands: Commands) -> None:
    new = command(commands, "new", "files:new", "make a new board file with one board in it")
    board_file(new)
    new.add_argument("--name", required=True, help="the board's name")

    sample = command(
        commands, "sample", "records:sample", "make a board file with the made-up sample board, to explore"
    )
    board_file(sample)

    undo = command(commands, "undo", "files:undo_last", "take back your last step, also after a restart")
    board_file(undo)
    redo = command(commands, "redo", "files:redo_last", "do again what was undone last")
    board_file(redo)

    check = command(
        commands,
        "check",
        "files:check_file",
        "look the whole file over: damage, tampering, broken links",
        "Reads every row, walks the journal's chain of hashes, and compares each row with what the journal last"
        " wrote. Changes nothing.",
    )
    board_file(check)

    backup = command(commands, "backup", "files:backup", "put a verified copy into a folder, and thin out old copies")
    board_file(backup)
    backup.add_argument("folder", type=path_of, metavar="DIR", help="the folder; best on another disk")

    restore = command(
        commands, "restore", "files:restore_backup", "bring a backup back as a board file; the old file stays beside it"
    )
    restore.add_argument("backup", type=path_of, metavar="BACKUP")
    board_file(restore)


def _add_records(commands: Commands) -> None:
    bring = command(
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
    board_file(bring)
    bring.add_argument("records", type=path_of, nargs="+", metavar="RECORD")
    bring.add_argument(
        "--new-board", action="store_true", help="make the boards that the records name and the file lacks"
    )

    export = command(
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
    board_file(export)
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
    export.add_argument("-o", "--output", type=path_of, required=True, metavar="OUT", help="the file to write")

    forms = command(
        commands,
        "forms",
        "records:make_forms",
        "write the forms of a call for proposals, one for each organisation that it invites",
        "The PDF can be filled in with any program that shows PDFs. “boardroom import FILE form.pdf” takes what comes"
        " back as a proposal.",
        "examples:\n  boardroom forms ours.boardroom outbox --call 3\n"
        "  boardroom forms ours.boardroom outbox --call 3 --format pdf --format docx",
    )
    board_file(forms)
    forms.add_argument("folder", type=path_of, metavar="DIR", help="the folder that they are written to")
    forms.add_argument("--call", required=True, metavar="NUMBER", help="the call's number, or its id")
    forms.add_argument(
        "--format", action="append", choices=["pdf", "docx", "xlsx", "csv"], help="may stand several times (else: pdf)"
    )

    _add_report(commands)
    _add_conflicts(commands)

    schema = command(
        commands, "schema", "records:schema", "print how a meeting record or a board record is written (JSON schema)"
    )
    schema.add_argument("which", nargs="?", choices=["board", "meeting"], default="board", help="default: board")


def _add_report(commands: Commands) -> None:
    report = command(
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
    board_file(report)
    report.add_argument("what", choices=["early", "answered", "duty", "balance", "year", "forward"])
    report.add_argument("--board", default="", metavar="NAME", help="where the file holds several boards")
    report.add_argument("--year", type=year_of, metavar="YEAR", help="of this calendar year")
    report.add_argument("--from", dest="since", default="", metavar="DAY", help="first day; else from the beginning")
    report.add_argument("--to", dest="until", default="", metavar="DAY", help="last day (default: today)")
    report.add_argument(
        "--format", choices=["pdf", "html", "docx", "md"], help="else told by the ending of OUT (default: pdf)"
    )
    audience(report)
    report.add_argument("-o", "--output", type=path_of, required=True, metavar="OUT", help="the file to write")


def _add_conflicts(commands: Commands) -> None:
    extract = command(
        commands,
        "conflicts",
        "conflicts:write_extract",
        "write the extract for a conflicts assessment of a strand",
        "Who took part in planning it, saw which paper when, and declared which interest; a PDF to read and an XLSX"
        " to go on with. Files of the same name are written anew.",
        'example:\n  boardroom conflicts ours.boardroom "Short breaks" -o assessment',
    )
    board_file(extract)
    extract.add_argument("strand", metavar="STRAND", help="by name, its beginning or its id")
    extract.add_argument("--board", default="", metavar="NAME", help="where the file holds several boards")
    extract.add_argument("-o", "--output", type=path_of, required=True, metavar="DIR", help="the folder to write to")


def _add_lists(commands: Commands) -> None:
    listing = command(commands, "list", "lists:list_things", "list boards, meetings, decisions, actions or proposals")
    board_file(listing)
    listing.add_argument("what", choices=["boards", "meetings", "decisions", "actions", "proposals"])
    listing.add_argument("--board", default="", metavar="NAME", help="of this board only")
    audience(listing)
    listing.add_argument("--json", action="store_true", help="as a JSON array of objects")

    find = command(
        commands,
        "search",
        "lists:search_words",
        "find words in everything that was ever recorded",
        "Finds whatever holds all the words; the last one may be a beginning. Accents don't matter: llyr finds Llŷr.",
    )
    board_file(find)
    find.add_argument("words", nargs="+", metavar="WORDS")
    find.add_argument("--board", default="", metavar="NAME", help="of this board only")
    audience(find)
    find.add_argument("--json", action="store_true", help="as a JSON array of objects")

    history = command(commands, "history", "lists:history", "who changed this thing, when, and from what to what")
    board_file(history)
    history.add_argument("id", metavar="ID", help="an id as “list” shows it")
    history.add_argument("--json", action="store_true", help="as a JSON array of objects")


def _add_answers(commands: Commands) -> None:
    write = command(
        commands,
        "answers",
        "answers:write_answers",
        "write each partner what it proposed, what was decided and why",
        "A file for each partner, with what was asked of it and of others for it. What a partner may not read isn't in"
        " it. With --format eml each is an e-mail draft with the PDF attached. Nothing is written over.",
        "examples:\n  boardroom answers ours.boardroom -o letters --untold\n"
        '  boardroom answers ours.boardroom "Tŷ Cwtsh" -o letters --format eml',
    )
    told = command(
        commands,
        "told",
        "answers:record_told",
        "record that partners were told the answers that stand",
        "After that these answers can't be changed, only answered again, and undo does not reach behind it.",
        'example:\n  boardroom told ours.boardroom "Tŷ Cwtsh" --on 2026-12-03 --how "by e-mail"',
    )
    for one in (write, told):
        board_file(one)
        one.add_argument("partners", nargs="*", metavar="PARTNER", help="by name; without one, all of them")
        one.add_argument("--board", default="", metavar="NAME", help="where the file holds several boards")
    write.add_argument("-o", "--output", type=path_of, required=True, metavar="DIR", help="the folder to write to")
    write.add_argument("--format", choices=["pdf", "html", "docx", "md", "eml"], default="pdf", help="(default: pdf)")
    write.add_argument(
        "--since", default="", metavar="DATE", help="leave out what was answered, and told, before that day"
    )
    write.add_argument("--untold", action="store_true", help="only partners with an answer that they weren't told")
    told.add_argument("--on", default="", metavar="DATE", help="such as 2026-12-03 (default: today)")
    told.add_argument("--how", default="", metavar="WORDS", help="such as “by e-mail”")


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):
        return "somebody"
