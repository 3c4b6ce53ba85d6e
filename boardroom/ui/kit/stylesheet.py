"""The style sheet: what Qt draws itself, in the tokens of the theme.

A widget says what it is by its property `role`; this file says how each role looks. What is painted by our own
code (rows, marks, meters) stands with its widget.
"""

from collections.abc import Callable

from boardroom.ui.kit.tokens import Tokens


def stylesheet_of(c: Tokens, px: Callable[[float], int], *, edge: int) -> str:
    """Return the style sheet of a theme.

    Args:
        c: its colours.
        px: a measure of docs/look.md at the present text size, in pixels.
        edge: how thick the border of a control is, in pixels.
    """
    # Where every control has an edge of 2 px, the focus must be seen beside it.
    ring = edge + 2 if edge > 1 else 2
    # There, lines and quiet words have one colour too: words on it couldn't be read.
    idle = c.surface if edge > 1 else c.line
    # Where the sunken ground is no other than the surface, an edge tells what stands on it.
    rim = 1 if c.sunken == c.surface else 0
    return f"""
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog, QWidget[role="ground"], QScrollArea[role="ground"] {{ background: {c.ground}; }}
QWidget[role="surface"] {{ background: {c.surface}; }}
QWidget[role="sunken"] {{ background: {c.sunken}; }}
QWidget[role="head"] {{ background: {c.surface}; border-bottom: 1px solid {c.line}; }}
QWidget[role="bar"] {{ background: {c.surface}; border-top: 1px solid {c.line}; }}
QWidget[role="rail"] {{ background: {c.sunken}; border-right: 1px solid {c.line}; }}
QFrame[role="sunken"] {{ border: {rim}px solid {c.edge}; }}
QFrame[role="card"] {{ background: {c.surface}; border: {edge}px solid {c.line}; border-radius: 6px; }}
QFrame[role="rule"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="upright"] {{ background: {c.line}; border: none; max-width: 1px; min-width: 1px; }}
QFrame[role="heavy rule"] {{ background: {c.edge}; border: none; max-height: 2px; min-height: 2px; }}
QFrame[role="warning"] {{ background: {c.caution_tint}; border: none; border-left: 4px solid {c.caution}; }}
QFrame[role="result"] {{ background: {c.tint}; border: none; border-top: {edge}px solid {c.line}; }}
QFrame[role="entry"] {{ background: {c.tint}; border: {edge - 1}px solid {c.edge}; }}
QFrame[role="question"] {{ background: {c.tint}; border: none; border-left: 4px solid {c.accent}; }}

QLabel {{ background: transparent; }}
QLabel[role="hint"] {{ color: {c.muted}; font-size: {px(12)}px; }}
QLabel[role="field"] {{ color: {c.muted}; font-size: {px(12)}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="section"] {{ font-size: {px(16)}px; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {px(20)}px; font-weight: 600; }}
QLabel[role="number"] {{ font-size: {px(20)}px; color: {c.muted}; }}
QLabel[role="display"] {{ font-size: {px(28)}px; font-weight: 600; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="accent"] {{ color: {c.accent}; font-weight: 600; }}
QLabel[role="danger"] {{ color: {c.danger}; }}
QLabel[role="caution"] {{ color: {c.caution}; }}
QLabel[role="danger hint"] {{ color: {c.danger}; font-size: {px(12)}px; }}
QLabel[role="caution hint"] {{ color: {c.caution}; font-size: {px(12)}px; }}

QPushButton {{ background: {c.surface}; border: {edge}px solid {c.edge}; border-radius: 4px; font-weight: 600;
    padding: 0 {px(12)}px; min-height: {px(30)}px; outline: none; }}
QPushButton:hover {{ background: {c.tint}; }}
QPushButton:pressed {{ background: {idle}; }}
QPushButton:focus {{ border: {ring}px solid {c.accent}; }}
QPushButton:disabled {{ color: {c.muted}; border-color: {c.line}; background: transparent; }}
QPushButton[role="main"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[role="main"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[role="main"]:disabled {{ background: {idle}; color: {c.muted}; border-color: {c.line}; }}
QPushButton[role="danger"] {{ color: {c.danger}; border-color: {c.danger}; }}
QPushButton[role="danger"]:focus {{ border-color: {c.accent}; }}
QPushButton[role="small"] {{ min-height: {px(22)}px; padding: 0 {px(8)}px; font-size: {px(12)}px; }}
QPushButton[role="link"] {{ border: 2px solid transparent; background: transparent; color: {c.accent};
    padding: 0 {px(4)}px; min-height: {px(24)}px; text-align: left; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: {ring}px solid {c.accent}; }}
QPushButton[role="link"]:disabled {{ color: {c.muted}; }}
QPushButton[role="heading"] {{ background: transparent; border: 2px solid transparent; padding: 0;
    font-size: {px(12)}px; color: {c.muted}; font-weight: 600; text-align: left; min-height: {px(20)}px; }}
QPushButton[role="heading"][right="true"] {{ text-align: right; }}
QPushButton[role="heading"]:hover {{ color: {c.text}; text-decoration: underline; }}
QPushButton[role="heading"]:focus {{ border: {ring}px solid {c.accent}; }}
QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 4px; padding: {px(3)}px;
    outline: none; }}
QToolButton:hover, QToolButton:checked {{ background: {c.tint}; }}
QToolButton:focus {{ border-color: {c.accent}; }}

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox {{ background: {c.surface};
    border: {edge}px solid {c.edge}; border-radius: 4px; padding: {px(3)}px {px(8)}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit, QComboBox {{ min-height: {px(24)}px; }}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: {ring}px solid {c.accent};
    padding: {px(2)}px {px(7)}px; }}
QTextEdit[role="editor"], QTextEdit[role="editor"]:focus {{ padding: 0; }}
QTextEdit[role="sheet"] {{ padding: 0; border: 1px solid {c.line}; }}
QTextEdit[role="sheet"]:focus {{ padding: 0; border: {ring}px solid {c.accent}; }}
QTextEdit[role="sheet"]:read-only {{ background: {c.surface}; border: 1px solid transparent; }}
QTextEdit[role="sheet words"], QTextEdit[role="sheet words"]:read-only {{ padding: 0; background: transparent;
    border: 2px solid transparent; }}
QTextEdit[role="sheet words"]:focus {{ padding: 0; border: {ring}px solid {c.accent}; }}
QLineEdit:read-only, QTextEdit:read-only {{ background: {c.ground}; }}
QLineEdit:disabled, QComboBox:disabled, QTextEdit:disabled {{ color: {c.muted}; background: {c.ground}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {c.danger};
    padding: {px(2)}px {px(7)}px; }}
QLineEdit[role="filter"] {{ min-height: {px(18)}px; padding-top: 1px; padding-bottom: 1px; }}
QLineEdit[role="plain"] {{ border: 2px solid transparent; background: transparent; }}
QLineEdit[role="plain"]:focus {{ border: {ring}px solid {c.accent}; background: {c.surface}; }}
QComboBox::drop-down {{ border: none; width: {px(20)}px; }}
QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.edge}; outline: none;
    selection-background-color: {c.tint}; selection-color: {c.text}; }}
QCheckBox, QRadioButton {{ spacing: {px(8)}px; min-height: {px(24)}px; background: transparent;
    border: 2px solid transparent; border-radius: 4px; padding: 0 {px(2)}px; }}
QCheckBox:focus, QRadioButton:focus {{ outline: none; border-color: {c.accent}; }}
QRadioButton::indicator {{ width: {px(12)}px; height: {px(12)}px; border: 2px solid {c.edge};
    border-radius: {px(6) + 2}px; background: {c.surface}; }}
QRadioButton::indicator:checked {{ width: {px(6)}px; height: {px(6)}px; border: {px(3) + 2}px solid {c.accent}; }}
QRadioButton::indicator:focus {{ border-color: {c.accent}; }}

QAbstractItemView {{ background: {c.surface}; border: none; outline: none;
    selection-background-color: {c.tint}; selection-color: {c.text}; }}
QTreeView, QTableView, QPdfView {{ border: 2px solid transparent; }}
QTreeView:focus, QTableView:focus, QPdfView:focus {{ border: 2px solid {c.accent}; }}
QAbstractItemView[role="offered"] {{ border: {edge}px solid {c.edge}; border-radius: 4px; padding: {px(4)}px; }}
QAbstractItemView[role="ground"] {{ background: {c.ground}; }}
QHeaderView::section {{ background: {c.ground}; color: {c.muted}; font-size: {px(12)}px; font-weight: 600;
    border: none; border-bottom: 1px solid {c.line}; padding: {px(4)}px {px(8)}px; }}
QScrollArea {{ border: none; background: transparent; }}
QSplitter::handle {{ background: {c.line}; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: {px(3)}px; margin: {px(3)}px; min-height: {px(32)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QTabBar::tab {{ background: {c.ground}; padding: {px(8)}px {px(16)}px; border: none;
    border-bottom: 3px solid transparent; }}
QTabBar::tab:selected {{ background: {c.surface}; font-weight: 600; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ border-bottom-color: {c.text}; }}
QTabBar {{ background: {c.ground}; border: none; }}

QMenuBar {{ background: {c.sunken}; }}
QMenuBar::item {{ padding: {px(4)}px {px(8)}px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.tint}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.edge}; padding: {px(4)}px 0; }}
QMenu::item {{ padding: {px(5)}px {px(24)}px {px(5)}px {px(12)}px; }}
QMenu::icon {{ padding-left: {px(8)}px; }}
QMenu::item:selected {{ background: {c.tint}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(4)}px 0; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.edge}; padding: {px(4)}px; }}
QProgressBar {{ background: {c.sunken}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
"""
