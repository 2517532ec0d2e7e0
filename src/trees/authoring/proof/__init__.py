"""The exact proof: what holds for a tree over all answers and all days.

Boundary: sound trees in, certificates and findings out; nothing is sampled. Answers are cut into
the cells that conditions can tell apart (``cells``, ``days``), and the ways through all connected
trees are followed with only what still matters (``plan``, ``reach``).
"""
