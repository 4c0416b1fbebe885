"""A world that has worked once: clients made, models loaded, and then emptied again."""

from datetime import timedelta

from faults.books import open_books
from faults.letters import NAN, a_mail
from faults.paper import set_paper
from faults.people import REGISTRAR
from faults.stage import new_stage
from faults.stores import missing
from faults.world import World, emptied, make_world


def ready_world() -> World:
    """What a warm worker has in memory is there before the first run."""
    world = make_world()
    stage = new_stage(world)
    set_paper(wanted=False)
    stage.people.mail(a_mail(), NAN)
    stage.rest()
    world.clock.move(timedelta(hours=1))
    stage.daily("reconcile")
    list(missing(world, open_books(world)))
    stage.people.look(REGISTRAR, "/quarantine")
    stage.people.at_the_counter("/send", ("a.txt", b"a"))
    emptied(world)
    return world
