"""The Export page: what is previewed is what is written, and what stays out is told."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from boardroom.domain.papers import Paper
from boardroom.domain.words import Restriction, Sector, TextKind
from boardroom.store.file import BoardFile
from boardroom.ui.desk import Desk, Said, Tone
from boardroom.ui.kit.theme import dress, theme
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.links import Link
from boardroom.ui.memory import Memory
from boardroom.ui.pages.export import ExportPage
from boardroom.ui.pages.preview import Preview
from tests.make import MeetingMaker

Show = Callable[[type[ExportPage]], ExportPage]


@pytest.fixture
def maker(maker: MeetingMaker) -> MeetingMaker:
    """A meeting with an open item, of which a paragraph and a paper are restricted, and a restricted item."""
    home = maker.item("1", "Home care & <b>respite</b>")
    maker.write(home, "The plan for home care was agreed.")
    maker.write(home, "The family of J was named.", restricted=True)
    maker.write(home, "My own jotting.", text_kind=TextKind.NOTE)
    maker.row(Paper, item_id=home.id, label="1A", title="Case notes", restricted=True)
    grant = maker.item(
        "2",
        "Grant to Canalside",
        public_title="A grant",
        restricted=True,
        restriction=Restriction.EXEMPT,
        ground="Schedule 12A paragraph 3",
    )
    maker.write(grant, "Canalside gets 40,000 pounds.")
    maker.attend("Ann Bryn", "Council", Sector.LOCAL_AUTHORITY)
    maker.attend("Secret Adviser", "Bank", Sector.PRIVATE, for_items=[grant])
    return maker


def _made(qtbot: QtBot, page: ExportPage, meeting: MeetingMaker, *choices: tuple[str, str]) -> None:
    """Show the page and wait until it has made what is chosen."""
    page.open(Link("export", "meeting", meeting.meeting_id, meeting.meeting_id))
    page.show()
    for name, key in choices:
        getattr(page, name).choose(key)
    qtbot.waitUntil(lambda: page.made is not None and page.made.order == page.order)


class Opener(QObject):
    """Stands in for the programs of the system that open files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def _words_of(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout


def test_the_file_holds_the_bytes_that_were_previewed(
    qtbot: QtBot, shown: Show, maker: MeetingMaker, tmp_path: Path, told: list[Said]
) -> None:
    page = shown(ExportPage)
    _made(qtbot, page, maker, ("document", "minutes"), ("audience", "public"))
    assert page.made is not None
    previewed = page.made.pages
    assert page.made.content is previewed
    assert page.preview.pages >= 1
    target = tmp_path / page.made.name
    page.write_to(target)
    qtbot.waitUntil(lambda: bool(told))
    assert target.name == "2026-12-03 minutes, public.pdf"
    assert target.read_bytes() == previewed
    assert told[-1].text == f"Minutes written to {target}"
    opener = Opener()
    # The stub asks for bytes, with which nothing is called.
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]
    try:
        page.out.open_file.click()
        page.out.open_folder.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(target), str(tmp_path)]
    assert Memory().folder == tmp_path
    words = _words_of(target)
    assert "The plan for home care was agreed." in words
    for secret in ("family of J", "Canalside", "jotting", "Secret Adviser"):
        assert secret not in words


def test_what_the_public_will_not_see_is_listed_with_the_way_to_it(
    qtbot: QtBot, shown: Show, maker: MeetingMaker, desk: Desk
) -> None:
    page = shown(ExportPage)
    _made(qtbot, page, maker, ("document", "minutes"), ("audience", "public"))
    lines = page.stays_out.lines()
    assert lines == [
        "2 A grant (Schedule 12A paragraph 3)",
        "1 paragraph, 1 paper of 1 Home care & <b>respite</b>",
    ]
    assert page.made is not None
    assert page.made.kept_back.others == (("attendances", 1),)
    asked: list[Link] = []
    desk.asked.connect(asked.append)
    buttons = page.stays_out.findChildren(QPushButton)
    QTest.mouseClick(next(one for one in buttons if one.isVisible()), Qt.MouseButton.LeftButton)
    assert [(one.page, one.entity) for one in asked] == [("meeting", "agenda_item")]


def test_members_are_told_that_restricted_matter_is_in_it(qtbot: QtBot, shown: Show, maker: MeetingMaker) -> None:
    page = shown(ExportPage)
    _made(qtbot, page, maker, ("document", "minutes"), ("audience", "members"))
    assert page.made is not None
    assert page.made.for_members_only
    assert not page.made.kept_back


def test_an_agenda_keeps_back_papers_and_no_minute_text(qtbot: QtBot, shown: Show, maker: MeetingMaker) -> None:
    page = shown(ExportPage)
    _made(qtbot, page, maker, ("document", "agenda"), ("audience", "public"))
    assert page.made is not None
    assert [(one.paragraphs, one.papers) for one in page.made.kept_back.parts] == [(0, 1)]
    assert not page.made.kept_back.others


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("html", b"<!DOCTYPE"), ("md", b"Arrowmere")])
def test_other_formats_are_previewed_as_the_pdf_of_the_same_blocks_and_named_so(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot, shown: Show, maker: MeetingMaker, tmp_path: Path, told: list[Said], form: str, begins: bytes
) -> None:
    page = shown(ExportPage)
    _made(qtbot, page, maker, ("document", "minutes"), ("format", form))
    assert page.made is not None
    assert page.made.pages.startswith(b"%PDF")
    assert "Shown as a PDF" in page.preview.said.text()
    target = tmp_path / page.made.name
    page.write_to(target)
    qtbot.waitUntil(lambda: bool(told))
    assert target.suffix == f".{form}"
    assert target.read_bytes().startswith(begins)


def test_characters_that_no_font_has_are_named_before_the_export(
    qtbot: QtBot, shown: Show, maker: MeetingMaker, file: BoardFile
) -> None:
    with file.writing("Write") as session:
        session.add(maker.item("3", "Sign \N{LINEAR B SYLLABLE B008 A}"))
    page = shown(ExportPage)
    _made(qtbot, page, maker, ("document", "agenda"))
    assert page.made is not None
    assert list(page.made.missing.values()) == ["linear b syllable b008 a"]


def test_a_change_of_the_meeting_makes_the_preview_anew(
    qtbot: QtBot, shown: Show, maker: MeetingMaker, desk: Desk
) -> None:
    from boardroom.services.agenda import rename_item  # noqa: PLC0415 - beside its one use

    page = shown(ExportPage)
    _made(qtbot, page, maker, ("document", "agenda"))
    assert page.made is not None
    before = page.made.content
    desk.write("Rename item 1", rename_item, maker.record.items[0].id, "Evening care")
    qtbot.waitUntil(lambda: page.made is not None and page.made.content != before)


def test_nothing_is_written_over_the_board_file(
    qtbot: QtBot, shown: Show, maker: MeetingMaker, file: BoardFile, told: list[Said]
) -> None:
    page = shown(ExportPage)
    _made(qtbot, page, maker)
    page.write_to(file.path)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].tone is Tone.REFUSED
    assert "board file itself" in told[-1].text
    assert file.path.read_bytes().startswith(b"SQLite format 3")


def test_a_folder_that_is_gone_is_told_and_nothing_is_lost(
    qtbot: QtBot, shown: Show, maker: MeetingMaker, tmp_path: Path, told: list[Said]
) -> None:
    page = shown(ExportPage)
    _made(qtbot, page, maker)
    page.write_to(tmp_path / "gone" / "minutes.pdf")
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].tone is Tone.REFUSED
    assert page.made is not None


def test_without_a_meeting_the_page_says_so(qtbot: QtBot, file: BoardFile) -> None:
    page = ExportPage(Desk(file, None))
    qtbot.addWidget(page)
    page.show()
    assert "no meeting" in page.why_not("export.write")


def test_without_a_link_the_meeting_held_last_is_shown(qtbot: QtBot, shown: Show, maker: MeetingMaker) -> None:
    page = shown(ExportPage)
    page.show()
    qtbot.waitUntil(lambda: page.made is not None)
    assert page.link().meeting_id == maker.meeting_id
    assert page.head().context == "14th meeting, 3 December 2026"


def test_printing_gives_every_page_in_its_size(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot, shown: Show, maker: MeetingMaker, file: BoardFile, tmp_path: Path, told: list[Said]
) -> None:
    with file.writing("Write") as session:
        session.add_all([maker.write(None, f"Paragraph {number} of a long record.") for number in range(120)])
    page = shown(ExportPage)
    _made(qtbot, page, maker, ("document", "minutes"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(paper))
    page.print_on(printer)
    qtbot.waitUntil(lambda: bool(told))
    assert page.preview.pages > 1
    assert told[-1].text == f"{page.preview.pages} pages sent to the printer"
    about = subprocess.run(["pdfinfo", str(paper)], check=True, capture_output=True, text=True).stdout
    assert f"Pages:           {page.preview.pages}" in about
    assert "A4" in about


def test_the_page_can_be_used_with_the_keys_alone(qtbot: QtBot, shown: Show, maker: MeetingMaker) -> None:
    page = shown(ExportPage)
    _made(qtbot, page, maker)
    page.activateWindow()
    page.focus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.made is not None and page.made.order.document == "minutes")


def test_an_empty_preview_is_plain_where_contrast_is_asked_for(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp, Appearance.CONTRAST)
    try:
        preview = Preview()
        qtbot.addWidget(preview)
        assert preview.view.palette().color(QPalette.ColorRole.Dark) == theme().colour("sunken")
    finally:
        dress(qapp, Appearance.LIGHT)
