"""The rules: one file each, listed in ``registry.py``.

Boundary: a rule says what is wrong and how to mend it; its docstring is its page for authors.
Nothing is imported here, because the parser needs some rules long before others can be loaded.
"""
