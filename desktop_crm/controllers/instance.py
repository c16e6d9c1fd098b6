"""One window per database file: a second start raises the first window and ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from desktop_crm.controllers.paths import database_key

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

TIMEOUT_MS = 2000
MOST_BYTES = 65_536


class InstanceGuard(QObject):
    """Holds a database for this process.

    The lock lies in `folder` (the cache folder, on the local disk), named after the database's resolved path.
    `raise_requested(str)` is sent when a second start asks for the window; the text is a file or address to
    open there, or "". QtNetwork is imported only when needed.
    """

    raise_requested = Signal(str)

    def __init__(self, folder: Path, database: str | Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        key = database_key(database)
        self._name = f"desktop-crm-{database_key(folder)[:8]}-{key}"
        self._lock = QLockFile(str(folder / f"{key}.lock"))
        # By its process, not by its age: a lock held for a week is good, one of a dead process is not.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Takes the database for this process. False when another one has it."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self._lock.tryLock(0)

    def listen(self) -> bool:
        """Begins to answer second starts; call it after the window is shown. Needs a successful `acquire`."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None or not self._lock.isLocked():
            return self._server is not None
        # We hold the lock, so a socket of that name is what a killed process left behind.
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            return False
        server.newConnection.connect(self._accept)
        self._server = server
        return True

    def ask_to_raise(self, target: str = "") -> bool:
        """Asks the process that holds the database to show its window (and open `target`). False when it does
        not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(TIMEOUT_MS):
            return False
        socket.write(json.dumps({"raise": target}).encode() + b"\n")
        answered = socket.waitForBytesWritten(TIMEOUT_MS) and (
            socket.bytesAvailable() > 0 or socket.waitForReadyRead(TIMEOUT_MS)
        )
        socket.disconnectFromServer()
        return bool(answered)

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    def _accept(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        try:
            target = json.loads(bytes(socket.readLine(MOST_BYTES).data()))["raise"]
        except (ValueError, LookupError, TypeError):
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.raise_requested.emit(target if isinstance(target, str) else "")
