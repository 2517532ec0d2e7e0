"""Trees as pictures: sized, laid out, drawn, and shown on a page of their own.

Boundary: a graph in, SVG and pages out. Where boxes and lines lie is Graphviz' to say.
"""
