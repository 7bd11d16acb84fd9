import type { INodeProperties } from 'n8n-workflow';

import { jsonOf } from '../jsonValue';
import { refuse } from '../refusal';

/** Whether a text field takes several names, as those that `names` of basic.ts makes. */
export const takesNames = ({ typeOptions }: Pick<INodeProperties, 'typeOptions'>): boolean =>
	typeOptions?.takesNames === true;

/**
 * The names of a list, of a text with commas or lines, or of the JSON of a list, as an AI agent writes it; each once.
 * @throws Refusal for an entry that is no name
 */
export function namesIn(value: unknown): string[] {
	const given = typeof value === 'string' && value.trim().startsWith('[') ? jsonOf(value) : value;
	const entries: unknown[] =
		typeof given === 'string' ? given.split(/[,\n]/) : Array.isArray(given) ? (given as unknown[]) : [given];
	const names = entries.map((entry) => {
		if (typeof entry === 'string' || typeof entry === 'number') return String(entry).trim();
		if (entry === undefined || entry === null) return '';
		return refuse(`has an entry that is not a name: ${JSON.stringify(entry)}`);
	});
	return [...new Set(names.filter((name) => name !== ''))];
}
