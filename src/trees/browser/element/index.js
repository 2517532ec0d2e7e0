/**
 * The module that pages load: defines <decision-tree>.
 *
 * Boundary: plain ES modules, served as they stand in git. Loading it twice does no harm.
 */
import { DecisionTree } from "./decision-tree.js";

if (!customElements.get("decision-tree")) customElements.define("decision-tree", DecisionTree);
