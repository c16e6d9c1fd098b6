"""The one style sheet. `$name` is a token, `$img_…` a tinted image, `$pt_…` a text size."""

from __future__ import annotations

BASE = """
* { outline: none; }
QMainWindow, QDialog { background: $window; }
QWidget { color: $text; }
QToolTip { background: $raised; color: $text; border: 1px solid $border_strong; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[role="caption"] { color: $text_secondary; font-size: ${pt_caption}pt; }
QLabel[role="hint"] { color: $text_tertiary; font-size: ${pt_caption}pt; }
QLabel[role="secondary"] { color: $text_secondary; }
QLabel[role="heading"] { font-size: ${pt_heading}pt; font-weight: 600; }
QLabel[role="title"] { font-size: ${pt_title}pt; font-weight: 600; }
QLabel[role="figure"] { font-size: ${pt_figure}pt; font-weight: 600; }
QLabel[role="fieldLabel"] { color: $text_secondary; font-size: ${pt_caption}pt; font-weight: 500; }
QLabel[role="error"] { color: $danger; font-size: ${pt_caption}pt; }
QLabel[role="shortcut"] { color: $text_tertiary; font-size: ${pt_caption}pt; background: $sunken;
  border: 1px solid $border; border-radius: 4px; padding: 0 4px; }
QLabel:disabled { color: $text_disabled; }
QFrame[surface="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[surface="plain"], QWidget[surface="plain"] { background: $surface; border: none; }
QFrame[surface="popup"] { background: $raised; border: 1px solid $border_strong; border-radius: 10px; }
QFrame[surface="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[surface="edge"] { background: $border; border: none; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[surface="clear"] { background: transparent; }
QStackedWidget { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter[plain="true"]::handle { background: transparent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
"""

BUTTONS = """
QPushButton { background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 6px;
  padding: 0 14px; min-height: 30px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 0 13px; min-height: 28px; }
QPushButton:disabled { color: $text_disabled; background: $sunken; border-color: $border; }
QPushButton[kind="primary"], QPushButton:default { background: $accent; color: $on_accent;
  border-color: $accent; }
QPushButton[kind="primary"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[kind="primary"]:pressed, QPushButton:default:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus, QPushButton:default:focus { border: 2px solid $text; }
QPushButton[kind="danger"] { background: $danger_fill; color: $on_accent; border-color: $danger_fill; }
QPushButton[kind="danger"]:hover { background: $danger_fill_hover; }
QPushButton[kind="danger"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled { background: $pressed;
  color: $text_disabled; border-color: $pressed; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; color: $accent_text;
  padding: 0 8px; }
QPushButton[kind="flat"]:hover { background: $hover; }
QPushButton[kind="flat"]:focus { border: 2px solid $focus; padding: 0 7px; }
QPushButton[kind="chip"] { background: $surface; border: 1px solid $border_strong; border-radius: 14px;
  padding: 0 12px; min-height: 26px; color: $text_secondary; }
QPushButton[kind="chip"]:hover { background: $hover; color: $text; }
QPushButton[kind="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent_text; }
QPushButton[kind="chip"]:focus { border: 2px solid $focus; padding: 0 11px; min-height: 24px; }
QPushButton[kind="value"] { text-align: right; padding: 0 10px; font-weight: 400; }
QPushButton[kind="value"]:focus { padding: 0 9px; }
QPushButton[kind="pick"] { font-weight: 400; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 4px;
  color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { color: $text_disabled; }
QToolButton::menu-indicator { image: none; }
QToolBar { background: transparent; border: none; spacing: 4px; padding: 4px; }
QToolBar::separator { background: $border; width: 1px; margin: 6px 4px; }
QToolBar QToolButton { padding: 4px 8px; }
"""

INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $surface; color: $text;
  border: 1px solid $border_strong; border-radius: 6px; padding: 0 8px; min-height: 30px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $text_tertiary; }
QLineEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {
  border-color: $text_tertiary; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $focus; padding: 0 7px; min-height: 28px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] {
  border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background: $sunken; color: $text_disabled; border-color: $border; }
QLineEdit:read-only { background: $sunken; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; background: transparent; padding: 0;
  min-height: 26px; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: none; background: transparent; padding: 0;
  min-height: 0; }
QTextEdit[bare="true"], QTextEdit[bare="true"]:focus, QPlainTextEdit[bare="true"], QPlainTextEdit[bare="true"]:focus {
  border: none; background: transparent; padding: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url($img_chevron_down); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border_strong; padding: 4px; }
QSpinBox, QDoubleSpinBox { padding: 0 20px 0 6px; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: none;
  background: transparent;
  padding: 0; min-height: 26px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px;
  background: transparent; }
QAbstractSpinBox::up-arrow { image: url($img_chevron_up); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url($img_chevron_down); width: 10px; height: 10px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 6px;
  background: transparent; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QCheckBox::indicator, QListView::indicator, QRadioButton::indicator { width: 16px; height: 16px;
  border: 1px solid $text_tertiary;
  background: $surface; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QListView::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border_strong; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: $accent; border-color: $accent; image: url($img_check); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url($img_minus); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url($img_dot); }
"""

LISTS = """
QAbstractItemView { background: $surface; border: none; color: $text; alternate-background-color: $surface;
  selection-background-color: $selected; selection-color: $text; }
QListView[menu="true"] { background: transparent; }
#fileList::item { padding: 0 8px; }
#columnList { border: 1px solid $border; border-radius: 8px; padding: 3px; }
#columnList:focus { border: 2px solid $focus; padding: 2px; }
#columnList::item { padding: 0 8px; border-radius: 4px; }
#columnList::item:hover { background: $hover; }
#columnList::item:selected { background: $selected; color: $text; }
QTableView { background: $surface; border: none; gridline-color: $border; }
QTableWidget { border: 1px solid $border; border-radius: 8px; padding: 3px; }
QTableWidget:focus { border: 2px solid $focus; padding: 2px; }
QTableWidget::item { padding: 0 12px; border: none; border-bottom: 1px solid $border; }
QTableWidget::item:selected { background: $selected; color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text_secondary; border: none;
  border-bottom: 1px solid $border;
  padding: 0 12px; font-size: ${pt_caption}pt; font-weight: 500; }
QTableWidget QHeaderView::section { padding: 0 15px; }
#mergeFields QHeaderView::section:horizontal { padding: 0 8px 0 32px; }
QHeaderView::section:hover { background: $hover; color: $text; }
QAbstractScrollArea::corner { background: $surface; border: none; }
QTableCornerButton::section { background: $surface; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_tertiary; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent;
  width: 0; height: 0; border: none; }
QMenuBar { background: $window; padding: 2px 4px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::indicator { width: 16px; height: 16px; padding-left: 8px; }
QMenu::indicator:checked { image: url($img_check_text); }
QMenu::right-arrow { image: url($img_chevron_right); width: 12px; height: 12px; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; qproperty-expanding: 0; }
QTabBar::tab { background: transparent; color: $text_secondary; border: none;
  border-bottom: 2px solid transparent;
  padding: 8px; margin-right: 16px; font-weight: 500; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent_text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { border: 2px solid $focus; border-radius: 6px; padding: 6px 6px 8px 6px; }
QProgressBar { background: $pressed; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
  color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCalendarWidget QWidget { alternate-background-color: $raised; background: $raised; }
QCalendarWidget QAbstractItemView { background: $raised; selection-background-color: $accent;
  selection-color: $on_accent; }
QCalendarWidget QToolButton { color: $text; min-height: 24px; font-weight: 600; }
QCalendarWidget QAbstractItemView:disabled { color: $text_disabled; }
#qt_calendar_prevmonth { qproperty-icon: url($img_chevron_left); }
#qt_calendar_nextmonth { qproperty-icon: url($img_chevron_right); }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QStatusBar { background: $window; color: $text_secondary; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
"""

PARTS = """
#settingsPages { background: $sidebar; border-right: 1px solid $border; padding: 12px 8px; }
#settingsPages::item { height: 36px; padding: 0 10px; border-radius: 6px; }
#settingsPages::item:hover { background: $pressed; }
#settingsPages::item:selected { background: $selected; color: $accent_text; }
#sideBar { background: $sidebar; border: none; border-right: 1px solid $border; }
#messageBar { border-radius: 8px; border: 1px solid $border; }
#messageBar[level="info"] { background: $accent_soft; }
#messageBar[level="success"] { background: $success_soft; }
#messageBar[level="warning"] { background: $warning_soft; }
#messageBar[level="error"] { background: $danger_soft; }
#editable { background: transparent; border: 1px solid transparent; border-radius: 6px; }
#editable:hover { background: $hover; }
#editable:focus { border: 1px solid $focus; }
#contactCard:focus { border-color: $focus; }
#pointLine { background: transparent; border: 1px solid transparent; border-radius: 6px; }
#pointLine:hover { background: $hover; }
#pointLine:focus { border: 1px solid $focus; }
#searchField { background: $sunken; border: 1px solid $border; border-radius: 8px; }
#searchField[focused="true"] { background: $surface; border: 2px solid $focus; }
#chipInput { background: $surface; border: 1px solid $border_strong; border-radius: 6px; }
#chipInput[focused="true"] { border: 2px solid $focus; }
#paletteInput { font-size: ${pt_heading}pt; }
"""

SHEET = BASE + BUTTONS + INPUTS + LISTS + PARTS
