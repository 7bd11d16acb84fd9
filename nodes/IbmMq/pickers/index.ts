import { lazyMethods } from '../../../kit/n8n/lazyMethods';

/** The names are said here, because n8n wants to know them before anything is loaded. */
export const credentialTest = lazyMethods(async () => await import('./credentialTest'), ['mqConnection']);
