"""All ways in which the pretend account is made to do what AWS does and moto does not."""

from functools import cache

from local import account, enforcement, pools, returned, tables, tickets


@cache
def repair() -> None:
    """For this process, and for good. A second time changes nothing."""
    enforcement.install()
    tickets.install()
    pools.install()
    returned.tell_what_comes_back()
    account.name_versions_in_s3_events()
    account.make_keys_as_drawn()
    tables.install()
