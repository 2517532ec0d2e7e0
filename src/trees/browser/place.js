/**
 * Where the site lies.
 *
 * Boundary: this module's own address, whatever script it was put into. All of them lie somewhere in the
 * site's assets/element-<hash>/.
 */

/** The site's own folder. */
export const ROOT = new URL(import.meta.url.replace(/assets\/element-[^/]*\/.*/, ""));
