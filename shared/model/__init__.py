"""The words of the domain as frozen facts; docs/words.md explains each.

One file per word, so that a word is found by its name.
"""
