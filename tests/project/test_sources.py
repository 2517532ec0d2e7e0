"""Sources are written to be read: each says what it is for, and none goes on for ever."""

import ast
import re

import pytest

OPENING = {
    ".py": re.compile(r'(?:#!.*\n)?r?"""\S'),
    ".js": re.compile(r"(?:// @ts-check\n)?/\*\*?\s+\S|(?:// @ts-check\n)?// \S"),
    ".css": re.compile(r"(?:@charset[^\n]*\n)?/\*"),
}
LONGEST_FUNCTION = 40


@pytest.fixture
def sources(committed):
    return {
        name: text
        for name, text in committed.items()
        if name.startswith(("src/", "tools/")) and text.strip()
    }


def test_each_source_opens_with_its_role(sources):
    silent = [
        name
        for name, text in sources.items()
        if (opening := OPENING.get("." + name.rsplit(".", 1)[-1])) and not opening.match(text)
    ]
    assert silent == []


def test_no_function_is_longer_than_a_screen(sources):
    long = [
        (name, function.name, length)
        for name, text in sources.items()
        if name.endswith(".py")
        for function in ast.walk(ast.parse(text))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := code_lines(function)) > LONGEST_FUNCTION
    ]
    assert long == []


def code_lines(function):
    """Count a function's lines, its docstring aside."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) else function.body
    return body[-1].end_lineno - body[0].lineno + 2 if body else 1
