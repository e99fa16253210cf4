"""Whether the other side is there: asked by either."""

from client import call, until


def recording_12(connect):
    opening = 10
    conn = connect("test:///default")
    call(conn.setKeepAlive, 1, 5)
    until(1, opening + 4)
    conn.close()
    conn = connect("test:///default")
    until(2, opening + 2)
    conn.close()
