"""Translations: the texts of a tree in another language, in a file of their own.

Boundary: a tree's file says what can be translated, an overlay holds the translations; put
together they are read like any tree. Structure is never taken from an overlay.
"""
