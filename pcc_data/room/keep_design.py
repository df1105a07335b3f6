"""Designs that tables send to the gallery of their room."""

from __future__ import annotations

from pcc_data.designs import Design
from pcc_data.designs.checking import DesignError, check_text
from pcc_data.room.room_state import MOST_DESIGNS, RoomState
from pcc_data.say import say


def keep_design(room: RoomState, visitor: str, sent: bytes) -> tuple[bool, str]:
    """Write a design that a table sent into the folder of the gallery; whether it was kept, and a sentence.

    It is held to all rules of a design before. What the same table sent before it is replaced; a file of somebody else
    never is.
    """
    mine = room.designs.get(visitor)
    if mine is None and len(room.designs) >= MOST_DESIGNS:
        return False, say("room.designs-full", n=MOST_DESIGNS)
    try:
        design = Design(**check_text(sent, say("room.your-file")).values)
    except DesignError as error:
        return False, str(error)
    stem = design.file_name().removesuffix(".yaml")
    names = [mine] if mine else [f"{stem}.yaml", *(f"{stem}-{at}.yaml" for at in range(2, MOST_DESIGNS + 2))]
    for name in names:
        try:
            file = design.save(room.folder, name, overwrite=name == mine)
        except FileExistsError:
            continue
        except OSError as error:
            return False, say("room.not-written", reason=error.strerror or "")
        room.designs[visitor] = file.name
        return True, say("room.kept", title=design.title)
    return False, say("room.not-written", reason="")
