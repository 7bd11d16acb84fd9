const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

/** JavaScript: esbuild bundles the package into dist/. */
const bundle = () => promisify(execFile)(process.execPath, ['scripts/build.mjs'], { cwd: __dirname });

/** One copy of each icon, shared by nodes and credential. */
const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));

/** Codex files and output schemas. */
const nodeFiles = () => src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json']).pipe(dest('dist/nodes'));

exports.build = series(bundle, parallel(icons, nodeFiles));
exports.default = exports.build;
