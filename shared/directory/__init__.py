"""The announcement's processes and offices, and the provinces, as data that is checked.

The announcement changes, so each edition has its folder under ``data/`` (``data/2568/``
is that of 18 July 2568) and is chosen by the day on which a letter was received.
Loading checks everything; a bad row raises BadDirectory and nothing starts with it.
``data/SOURCES.md`` says where every file comes from and what is not known.
"""
