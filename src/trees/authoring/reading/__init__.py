"""Reading: how easy a text is to read, in each language that has a tried formula.

Boundary: texts in, figures out; what is too hard is for the rules to say.
"""
