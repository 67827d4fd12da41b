"""No modules import each other in a circle: each is named by its content, and so by theirs."""

import re
from graphlib import TopologicalSorter

from tests.js.test_modules import MODULES

IMPORTED = re.compile(r"""(?:from|import)\s*\(?\s*["']\./([\w.-]+\.js)["']""")


def test_the_modules_stand_in_an_order() -> None:
    # What gives them their names reads comments too: a type is named there without its module
    imports = {
        path.name: set(IMPORTED.findall(path.read_text("utf-8"))) for path in MODULES.glob("*.js")
    }
    assert "overlay.js" in imports["main.js"]
    assert "room.js" in imports["main.js"]  # asked for later, and named all the same
    assert len(list(TopologicalSorter(imports).static_order())) == len(imports)
