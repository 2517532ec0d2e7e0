/**
 * How the editor looks: colours by the variables of the page around it.
 *
 * Boundary: styles alone. Every pair of text and ground is 4.5 to 1 or more, as the variables are.
 */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const frame = EditorView.theme({
  "&": { height: "100%", color: "var(--pg-ink)", backgroundColor: "var(--pg-paper)", fontSize: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--pg-mono)", lineHeight: "1.65", overflow: "auto" },
  ".cm-content": { padding: "14px 0", caretColor: "var(--pg-accent)" },
  ".cm-line": { padding: "0 14px 0 8px" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--pg-quiet)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 6px 0 12px", minWidth: "2.4em" },
  ".cm-activeLine": { backgroundColor: "var(--pg-tint)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--pg-tint)", outline: "1px solid var(--pg-line)" },
  ".cm-lintRange": {
    backgroundImage: "none",
    textDecoration: "underline wavy 1.5px var(--pg-fault)",
    textUnderlineOffset: "0.28em",
    textDecorationSkipInk: "none",
  },
  ".cm-lintRange-error": { backgroundColor: "var(--pg-fault-tint)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--pg-accent)", textDecorationStyle: "dotted" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--pg-doubt)" },
  ".cm-tooltip": {
    border: "1px solid var(--pg-line)",
    borderRadius: "8px",
    color: "var(--pg-ink)",
    backgroundColor: "var(--pg-paper)",
    boxShadow: "0 8px 24px -8px rgb(0 0 0 / 30%)",
    maxWidth: "min(34em, 90vw)",
  },
  ".cm-diagnostic": { padding: "8px 12px", borderLeft: "none", whiteSpace: "pre-wrap", fontFamily: "var(--pg-text)" },
  ".cm-panels": { color: "var(--pg-ink)", backgroundColor: "var(--pg-paper)" },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--pg-key)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--pg-quiet)", fontStyle: "italic" },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: "var(--pg-quiet)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--pg-string)" },
]);

export const look = [frame, syntaxHighlighting(colours)];
