"""From source nodes to drafts and documents: the format's meaning.

Boundary: reads what the shapes of ``schema`` have read; reports what they cannot see.
"""
