import type { Row } from './values';

/**
 * What B2B Integrator refuses in names (API000175: `! @ # % ^ * ( ) + ? , < > { } [ ] | ; " ' / \ .`), captured from a
 * client that checks for it.
 */
const REFUSED = /[!@#%^*()+?,<>{}[\]|;"'/\\.\p{Cc}]+/gu;

/** Attributes that are names in this sense. */
const NAME_FIELDS = ['partnerName', 'givenName', 'surname'] as const;

/** A value that was changed so that the server takes it. */
export interface Change {
	field: string;
	from: string;
	to: string;
}

/**
 * A name without what the server refuses: an apostrophe and a full stop vanish (`O'Brien & Sons, Inc.` becomes `OBrien &
 * Sons Inc`), everything else becomes a blank, and blanks are not repeated.
 */
export function cleanName(name: string): string {
	return name.replace(/['."]/g, '').replace(REFUSED, ' ').replace(/\s+/g, ' ').trim();
}

/** The record with clean names, and what was changed. A name of which nothing is left stays, for the server to refuse. */
export function withCleanNames(row: Row): { row: Row; changes: Change[] } {
	const changes: Change[] = [];
	const clean = { ...row };
	for (const field of NAME_FIELDS) {
		const from = row[field];
		if (typeof from !== 'string') continue;
		const to = cleanName(from);
		if (to === from || to === '') continue;
		clean[field] = to;
		changes.push({ field, from, to });
	}
	return { row: clean, changes };
}
