import type { Row } from '../../../kit/n8n/items';
import type { QueryOperation, RunContext } from '../operation';
import { buildInput } from './input';

/** Sends one document to a reading API, and turns the response into rows. */
export async function runQuery(operation: QueryOperation, context: RunContext): Promise<Row[]> {
	const { document } = await context.client.send({
		api: operation.api as string,
		root: operation.inputRoot,
		kind: 'read',
		outputRoot: operation.outputRoot,
		input: await buildInput(operation, context),
	});
	return context.parameters.flag('simplify', true) ? operation.rows(document, context) : [document];
}
