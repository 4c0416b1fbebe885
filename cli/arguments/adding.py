"""How one command is added."""

import argparse
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse gives it no public name
"""Where commands are added to."""


def add(commands: Commands, name: str, module: str, what: str) -> argparse.ArgumentParser:
    """A command that ``cli.<module>`` does: its ``run`` gets the arguments."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what)
    made.set_defaults(module=module)
    return made
