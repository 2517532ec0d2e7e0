"""A small project made by hand: one tree, and one that it leads to."""

from __future__ import annotations

from datetime import date

from trees.authoring.document import (
    BranchText,
    DateNote,
    Document,
    Message,
    OptionText,
    OutcomeText,
    Project,
    QuestionText,
    Source,
)
from trees.engine.tree import Branch, Outcome, Question, Tree, Value

PAID_EARLY = ["and", ["==", ["answer", "taken"], ["text", "yes"]], ["answered", "paid_on"]]


def project(**documents: Document) -> Project:
    """Return a project of the two example trees, or of the ones given."""
    return Project(documents or {"refund": refund(), "risk": risk()}, SOURCES, ())


SOURCES = {
    "times": Source(
        "times",
        "When will I get my refund?",
        "AliExpress Help Center",
        "https://example.org/times",
        date(2026, 11, 22),
        "official",
        section="Card payments",
        published="2018",
    ),
    "forum": Source(
        "forum", "A thread", "A forum", "https://example.org/thread", date(2026, 11, 2), "reported"
    ),
}


def refund() -> Document:
    """Return a tree with a question of each layout, a fork, a date and a message."""
    questions = (
        Question(
            "taken",
            "choice",
            "Has the money left your account?",
            (
                Branch("only_held", ["==", ["answer", "taken"], ["text", "no"]]),
                Branch(
                    "overdue",
                    [
                        "and",
                        ["==", ["answer", "taken"], ["text", "unsure"]],
                        [">", ["days_since", ["answer", "started"]], ["number", "20"]],
                    ],
                ),
                Branch("started"),
            ),
            {"options": {"yes": "Yes", "no": "No", "unsure": "I cannot tell"}},
        ),
        Question(
            "started",
            "date",
            "On which day did the refund start?",
            (
                Branch(
                    "overdue",
                    [">", ["business_days_since", ["answer", "started"]], ["number", "20"]],
                ),
                Branch("problems"),
            ),
        ),
        Question(
            "problems",
            "several",
            "What else is wrong?",
            (Branch("amount"),),
            {"options": {"late": "It is late", "less": "It is less"}, "none": "Nothing"},
        ),
        Question(
            "amount",
            "number",
            "How much did you pay?",
            (
                Branch("tree:risk", [">=", ["answer", "amount"], ["number", "100"]]),
                Branch("on_its_way"),
            ),
            {"unit": "EUR", "step": "0.01"},
        ),
    )
    outcomes = (
        Outcome("only_held", "wait", "Your bank only put the money on hold"),
        Outcome("on_its_way", "wait", "Wait until {due}", ("due",)),
        Outcome("overdue", "ask", "Ask where the refund is", ("started",)),
    )
    tree = Tree(
        "refund",
        "Where is my refund?",
        "taken",
        {one.id: one for one in questions},
        {one.id: one for one in outcomes},
        {"due": Value("due", ["add_business_days", ["answer", "started"], ["number", "20"]])},
    )
    return Document(
        path="decision_trees/refund.yaml",
        tree=tree,
        summary="Finds out whether your money is on its way.",
        questions=QUESTIONS,
        outcomes=OUTCOMES,
        words={"due": "20 business days after the day the refund started"},
    )


QUESTIONS = {
    "taken": QuestionText(
        "Look at your **bank statement**. [@forum]",
        "",
        {
            "yes": OptionText("Yes"),
            "no": OptionText("No", "The line says *pending*."),
            "unsure": OptionText("I cannot tell"),
        },
        (
            BranchText("No", "no"),
            BranchText("It started more than 20 days ago"),
            BranchText("Otherwise"),
        ),
    ),
    "started": QuestionText(
        "",
        "the day the refund started",
        {},
        (BranchText("More than 20 business days ago"), BranchText("20 business days ago or fewer")),
    ),
    "problems": QuestionText("", "the problems", {}, (BranchText("Go on"),)),
    "amount": QuestionText(
        "", "", {}, (BranchText("100 EUR or more"), BranchText("Less than 100 EUR"))
    ),
}

OUTCOMES = {
    "only_held": OutcomeText(
        "Your bank only put the money on hold",
        "Nothing was taken. [@forum]",
        ("Wait.", "See [the risk](tree:risk)."),
    ),
    "on_its_way": OutcomeText(
        "Wait until {due}",
        "A refund takes up to 20 business days. [@times] Some say less. [@forum]",
        dates=(DateNote("due", "Check your bank statement"),),
        read=("tree:risk",),
    ),
    "overdue": OutcomeText(
        "Ask where the refund is",
        "More than 20 business days since {started}. [@times]",
        ("Send this message.",),
        (
            Message(
                "AliExpress",
                "",
                "Hello, my order [order number] was cancelled.\nThe refund started on {started}.\n",
            ),
        ),
        read=("[The help page](https://example.org/help)",),
    ),
}


def risk() -> Document:
    """Return the smallest tree."""
    tree = Tree(
        "risk",
        "Is my account at risk?",
        "often",
        {
            "often": Question(
                "often",
                "choice",
                "Does it happen often?",
                (Branch("calm"),),
                {"options": {"yes": "Yes", "no": "No"}},
            )
        },
        {"calm": Outcome("calm", "safe", "Nothing happens to your account")},
    )
    options = {"yes": OptionText("Yes"), "no": OptionText("No")}
    return Document(
        path="decision_trees/risk.yaml",
        tree=tree,
        summary="Says whether an account is at risk.",
        questions={"often": QuestionText("", "", options, (BranchText("Go on"),))},
        outcomes={"calm": OutcomeText("Nothing happens to your account", "It is *fine*.")},
    )
