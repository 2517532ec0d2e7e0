"""What the scenarios are worth: what they exercise, and which changes they would notice.

Boundary: sound trees with their stories in, findings and figures out. ``trace`` follows a story,
``coverage`` says what no story passes, ``slips`` makes small changes, ``mutation`` tries them.
"""
