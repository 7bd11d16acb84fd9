import type { Row } from '../../../kit/n8n/items';
import type { Result, RunContext } from '../operation';
import { conditionsIn } from './conditions';
import { codeIn } from './input';
import { limitIn } from './read';

/** Rows of a table or business activity query. */
export async function rows({ client, parameters }: RunContext): Promise<Result> {
	const select = parameters.names('options.columns');
	const orderby = parameters.names('options.orderBy');
	const filter = parameters.text('options.filter');
	const found: Row[] = [];
	const pages = client.table(codeIn(parameters, 'table'), {
		conditions: conditionsIn(parameters, 'conditions'),
		...(filter === '' ? {} : { filter }),
		...(select.length > 0 ? { select } : {}),
		...(orderby.length > 0 ? { orderby } : {}),
		limit: limitIn(parameters),
	});
	for await (const { records } of pages) found.push(...records);
	return found;
}
