import { asArray, type Document } from '../../../kit/xml/document';
import { readOutput } from '../documents/output';
import type { Row } from '../../../kit/n8n/items';
import type { GetOperation, RunContext } from '../operations/types';
import { buildInput } from './input';
import { addStatusNames } from './statusNames';
import { ONE_AND_MORE, theOne } from './exactlyOne';
import { sayMissing } from './knownNames';

/** Reads the one document that the identity names. */
export async function runGet(operation: GetOperation, context: RunContext): Promise<Row[]> {
	const { result } = operation;
	const { entity } = result;
	const { request, toRow } = readOutput(result, context);
	await sayMissing(entity, context);
	const input = await buildInput(operation, context);
	const { document } = await context.client.send({
		api: entity.listApi,
		root: entity.inputRoot,
		kind: 'read',
		input: { ...input, ...readFrom(context), ...ONE_AND_MORE },
		outputRoot: entity.outputRoot,
		row: entity.row,
		...request,
	});
	const answered = document[entity.row];
	const mayBeMissing = context.parameters.choice('options.whenNothingFound', 'fail') === 'continue';
	if (mayBeMissing && asArray(answered).length === 0) return [];
	const where = entity.row === 'Order' ? 'Old orders are in history: see Read From under Options.' : '';
	return addStatusNames([toRow(theOne(answered, entity.row, input, where))], entity, input, context);
}

/** ReadFromHistory of the Options, where the user chose it. */
export function readFrom({ parameters }: RunContext): Document {
	const choice = parameters.choice('options.readFromHistory', 'N');
	return choice === 'N' ? {} : { ReadFromHistory: choice };
}
