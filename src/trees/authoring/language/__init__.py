"""Conditions and values: a small language, a subset of Python's expressions.

Boundary: text in; findings, and JSON lists for the engine, out. Nothing is ever evaluated here.
"""
