import { ServiceError } from '../../../../kit/errors';
import type { Row } from '../../../../kit/n8n/items';
import type { Document } from '../../../../kit/xml/document';
import { outputPath, readOutput, type Documents } from '../../documents/output';
import { nameOf } from '../../documents/naming';
import type { RunContext } from '../../operation';
import { sayUnreturned } from '../unreturned';
import { findOne } from '../exactlyOne';

/** Whether the document is read again after the write, and not only what Sterling returned. */
export function isReadBack({ parameters }: RunContext): boolean {
	return parameters.choice(outputPath(parameters), 'response') !== 'response';
}

/**
 * The document that was written, as Output asks for it. What cannot be read does not undo the write: undefined, and a
 * hint that says why.
 */
export async function readBack(result: Documents, written: Document, context: RunContext): Promise<Row | undefined> {
	const { entity } = result;
	const { key, natural } = entity;
	const { request, toRow, own } = readOutput(result, context);
	const byKey = nameOf([key], written);
	const input = key in byKey ? byKey : nameOf(natural, written);
	try {
		const found = await findOne(entity, { input, request }, context, true);
		if (found) {
			const row = toRow(found);
			sayUnreturned(own, [row], context);
			return row;
		}
		context.hint(
			`The write succeeded, but the ${entity.row} was not found afterwards. The output is Sterling's response.`,
		);
	} catch (error) {
		if (!(error instanceof ServiceError) || error.category === 'cancelled') throw error;
		context.hint(
			`The write succeeded, but the ${entity.row} could not be read: ${error.message} The output is Sterling's response.`,
		);
	}
	return undefined;
}
