"""What a letter is about: which process, how likely, and which words say so. Pure.

The process list's words are data (``data/*.csv``, kept by the office: data/SOURCES.md).
A letter is read in passages (passages), the words in them are found and weighed
(findings), the weights become shares (ranking), runs of letters have their say (learned,
mixing), and classify puts it together.
"""
