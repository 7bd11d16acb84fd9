import type { IBinaryData } from 'n8n-workflow';

import { describeValue, refuse } from '../../../kit/n8n/refusal';
import type { RunContext } from '../operation';

/** The X12 of an item: the bytes of its file, or its text. */
export async function sourceOf(context: RunContext): Promise<string | Uint8Array> {
	const { node, item } = context;
	const source = given(context);
	return typeof source === 'string' ? source : await node.helpers.getBinaryDataBuffer(item, source.field);
}

/** The same piece by piece, where n8n keeps the file outside of its memory: on disk, in its database or in a bucket. */
export async function streamOf(context: RunContext): Promise<string | Uint8Array | AsyncIterable<Uint8Array>> {
	const { node, item } = context;
	const source = given(context);
	if (typeof source === 'string') return source;
	const { id } = source.file;
	return id ? await node.helpers.getBinaryStream(id) : await node.helpers.getBinaryDataBuffer(item, source.field);
}

function given({ node, item, parameters }: RunContext): string | { field: string; file: IBinaryData } {
	if (parameters.text('inputSource') === 'text') {
		return parameters.field('text', (text = '') =>
			typeof text === 'string' ? text : refuse(`must be text, got ${describeValue(text)}`),
		);
	}
	const field = parameters.text('binaryPropertyName') || 'data';
	return { field, file: node.helpers.assertBinaryData(item, field) };
}
