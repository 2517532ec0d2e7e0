"""What tools/screenshots.py is made of: the site, a comment, programs in a terminal."""
