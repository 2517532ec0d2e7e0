/**
 * The module that pages load: defines <decision-tree>, <dt-ageing> for its sources, and <tree-map>, and
 * keeps the reader's place where another language is chosen.
 *
 * Boundary: a build puts it together with what it imports (page_parts.py). Loading it twice does no harm.
 */
import { Ageing } from "./ageing.js";
import { DecisionTree } from "./decision-tree.js";
import { keepPlace } from "./languages.js";
import { TreeMap } from "./tree-map.js";

if (!customElements.get("decision-tree")) {
  customElements.define("decision-tree", DecisionTree);
  keepPlace();
}
if (!customElements.get("dt-ageing")) customElements.define("dt-ageing", Ageing);
if (!customElements.get("tree-map")) customElements.define("tree-map", TreeMap);
