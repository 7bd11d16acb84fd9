import { simplified, type Listed, type Row } from '../../../clients/b2bi';
import type { RunContext } from '../operation';

/** A record as the user wants it: simplified by default. */
export const shown = (row: Row, { parameters }: Pick<RunContext, 'parameters'>): Row =>
	parameters.raw('simplify') === false ? row : simplified(row);

/** Most rows, or undefined for all of them. @throws TypeError for what is no number: it would read nothing */
export function limitOf({ parameters }: Pick<RunContext, 'parameters'>): number | undefined {
	if (parameters.flag('returnAll')) return undefined;
	const limit = Number(parameters.raw('limit') ?? 50);
	if (limit >= 1) return Math.floor(limit);
	throw new TypeError(`Limit must be a number of 1 or more, got "${String(parameters.raw('limit'))}"`);
}

/** Says what a list does not show by itself. */
export function report({ rows, more, emptyBecause }: Listed, { hint }: Pick<RunContext, 'hint'>): void {
	if (more)
		hint(`More entries match than the ${rows.length} returned. Raise the limit or turn on Return All to read them.`);
	if (emptyBecause) hint(`B2B Integrator reports an empty list as an error. It said: ${emptyBecause}`);
}
