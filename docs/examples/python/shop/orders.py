"""Orders, kept in SQLite."""

import json
import sqlite3
import threading

from shop.basket import Basket


class Orders:
    def __init__(self, path: str) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._connection.execute(
            "create table if not exists orders (id integer primary key, items text not null, total integer not null)"
        )

    def place(self, basket: Basket) -> int:
        with self._lock, self._connection:
            cursor = self._connection.execute(
                "insert into orders (items, total) values (?, ?)", (json.dumps(basket.items), basket.total())
            )
        return int(cursor.lastrowid or 0)

    def total_of(self, order: int) -> int | None:
        row = self._connection.execute("select total from orders where id = ?", (order,)).fetchone()
        return None if row is None else int(row[0])

    def close(self) -> None:
        self._connection.close()
