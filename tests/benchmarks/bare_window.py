"""The yardstick of starting: a bare window with an empty table. Says "painted" and ends; nothing else is imported."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Watch(QObject):
    """Tells of the first paint, once what it painted is through."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            table.viewport().removeEventFilter(self)
            QTimer.singleShot(0, end)
        return False


def end() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    QApplication.quit()


app = QApplication(sys.argv)
window = QMainWindow()
table = QTableView()
table.setModel(QStandardItemModel(0, 10))
window.setCentralWidget(table)
window.resize(1280, 800)
watch = Watch()
table.viewport().installEventFilter(watch)
window.show()
app.exec()
