"""What the stories need from the outside world, in the words of the domain.

``shared.aws`` keeps these promises on AWS; ``tests.fakes`` keeps them in memory; one set
of tests runs against both.
"""
