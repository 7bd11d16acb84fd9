import { asArray, type Document } from '../../../kit/xml/document';
import { readOutput } from '../documents/output';
import type { Row } from '../../../kit/n8n/items';
import type { GetOperation, RunContext } from '../operations/types';
import { buildInput } from './input';
import { addStatusNames } from './statusNames';
import { ONE_AND_MORE, theOne } from './exactlyOne';

/** Reads the one document that the identity names. */
export async function runGet(operation: GetOperation, context: RunContext): Promise<Row[]> {
	const { result } = operation;
	const { request, toRow } = readOutput(result, context);
	const input = await buildInput(operation, context);
	const { document } = await context.client.send({
		api: operation.api as string,
		root: operation.root,
		kind: 'read',
		input: { ...input, ...readFrom(context), ...ONE_AND_MORE },
		outputRoot: result.root,
		row: result.list,
		...request,
	});
	const answered = document[result.list];
	const mayBeMissing = context.parameters.option<string>('options', 'whenNothingFound', 'fail') === 'continue';
	if (mayBeMissing && asArray(answered).length === 0) return [];
	const where = result.list === 'Order' ? 'Old orders are in history: see Read From under Options.' : '';
	return addStatusNames([toRow(theOne(answered, result.list, input, where))], result, input, context);
}

/** ReadFromHistory of the Options, where the user chose it. */
export function readFrom({ parameters }: RunContext): Document {
	const choice = parameters.option<string>('options', 'readFromHistory', 'N');
	return choice === 'N' ? {} : { ReadFromHistory: choice };
}
