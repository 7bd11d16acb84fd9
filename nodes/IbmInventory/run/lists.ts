import type { Row } from '../../../kit/n8n/items';
import type { RunContext } from '../operation';

/** No more rows than the user wants, with a hint where there are more. */
export function limited({ parameters, hint }: RunContext, rows: Row[]): Row[] {
	if (parameters.flag('returnAll')) return rows;
	const limit = parameters.number('limit', 50);
	if (rows.length > limit) hint(`There are more than ${limit} results. Turn on Return All to get all of them.`);
	return rows.slice(0, limit);
}
