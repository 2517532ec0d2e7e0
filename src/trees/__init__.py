"""Decision trees a reader can trust: written in YAML, proven in Python, walked in the browser."""
