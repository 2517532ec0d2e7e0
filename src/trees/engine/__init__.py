"""What a tree is and how it is walked.

Boundary: the standard library only. This very folder is zipped and runs in the reader's
browser, so nothing here may read YAML, files, the clock or the network.
"""
