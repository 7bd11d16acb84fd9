import { join, resolve } from 'node:path';

/** The project's root folder. */
export const ROOT = resolve(__dirname, '../..');

/** This room, with the tools' own package.json. */
export const E2E = join(ROOT, 'e2e');

/** Downloads and stamps that are kept between runs; git ignores the folder. */
export const CACHE = join(E2E, '.cache');

/** Pictures that the README and the docs show. */
export const IMAGES = join(ROOT, 'docs', 'images');

/** The workflows of the demo. */
export const SAMPLES = join(ROOT, 'demo', 'workflows');

/** The workflows to start one's own from. */
export const TEMPLATES = join(ROOT, 'templates');
