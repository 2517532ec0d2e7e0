// How what readers load is put together: small, and for the browsers that docs/browsers.md names. For
// esbuild, in module.mjs, pages.mjs, style.mjs and file/bundle.mjs.
export const options = {
  bundle: true,
  write: false,
  minify: true,
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
};
