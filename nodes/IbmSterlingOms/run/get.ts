import { asArray, type Document } from '../../../sterling';
import type { GetOperation, Row, RunContext } from '../operations/types';
import { buildInput } from './input';
import { notFound } from './notFound';
import { readOutput } from './output';
import { addStatusNames } from './statusNames';

/** Reads the one document that the identity names. */
export async function runGet(operation: GetOperation, context: RunContext): Promise<Row[]> {
	const { result } = operation;
	const { request, toRow } = readOutput(result, context);
	const input = await buildInput(operation, context);
	const { document } = await context.client.send({
		api: operation.api as string,
		root: operation.root,
		kind: 'read',
		input: { ...input, ...readFrom(context), MaximumRecords: '1' },
		outputRoot: result.root,
		...request,
	});
	const [found] = asArray(document[result.list] as Document[] | undefined);
	if (found) return addStatusNames([toRow(found)], result, context);
	if (context.parameters.option<string>('options', 'whenNothingFound', 'fail') === 'continue') return [];
	throw notFound(result.list, input);
}

/** ReadFromHistory of the Options, where the user chose it. */
export function readFrom({ parameters }: RunContext): Document {
	const choice = parameters.option<string>('options', 'readFromHistory', 'N');
	return choice === 'N' ? {} : { ReadFromHistory: choice };
}
