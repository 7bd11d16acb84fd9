import type { Row } from '../../../../kit/n8n/items';
import type { QueryOperation, RunContext } from '../../operation';
import { buildInput } from '../input';
import { checkThereAreLines } from '../lines/presentLines';

/**
 * Sends one document to a reading API, and turns the response into rows.
 * @throws Refusal without the lines that it asks for
 */
export async function runQuery(operation: QueryOperation, context: RunContext): Promise<Row[]> {
	const input = await buildInput(operation, context);
	checkThereAreLines(operation, input, context);
	const { document } = await context.client.send({
		api: operation.api as string,
		root: operation.inputRoot,
		kind: 'read',
		outputRoot: operation.outputRoot,
		input,
	});
	return context.parameters.flag('simplify', true) ? operation.rows(document, context) : [document];
}
