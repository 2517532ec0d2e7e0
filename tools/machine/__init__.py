"""What the project needs of a machine, one module for each kind of thing.

Runs on any Python 3.8 or newer, before anything is installed: standard library only.
"""
