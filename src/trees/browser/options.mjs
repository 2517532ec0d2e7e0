// How scripts for readers are put together: small, and for the browsers that docs/browsers.md names. For
// esbuild, in module.mjs, pages.mjs and file/bundle.mjs.
export const options = {
  bundle: true,
  write: false,
  minify: true,
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
};
