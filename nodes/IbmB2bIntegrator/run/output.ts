import { simplified, type Listed, type Row } from '../../../clients/b2bi';
import type { RunContext } from '../operation';

/** A record as the user wants it: simplified by default. */
export const shown = (row: Row, { parameters }: Pick<RunContext, 'parameters'>): Row =>
	parameters.flag('simplify', true) ? simplified(row) : row;

/** Most rows, or undefined for all of them. @throws Refusal for what is no number */
export const limitOf = ({ parameters }: Pick<RunContext, 'parameters'>): number | undefined =>
	parameters.flag('returnAll') ? undefined : parameters.number('limit', 50);

/** Says what a list does not show by itself. */
export function report({ rows, more, emptyBecause }: Listed, { hint }: Pick<RunContext, 'hint'>): void {
	if (more)
		hint(`More entries match than the ${rows.length} returned. Raise the limit or turn on Return All to read them.`);
	if (emptyBecause) hint(`B2B Integrator reports an empty list as an error. It said: ${emptyBecause}`);
}
