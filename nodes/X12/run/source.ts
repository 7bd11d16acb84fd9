import type { RunContext } from '../operations/types';

/** The X12 of an item: the bytes of its file, or its text. */
export async function sourceOf({ node, item, parameters }: RunContext): Promise<string | Uint8Array> {
	if (parameters.text('inputSource') === 'text') {
		const text = parameters.raw('text');
		if (text !== undefined && typeof text !== 'string') throw new TypeError('Text must be text');
		return text ?? '';
	}
	const field = parameters.text('binaryPropertyName') || 'data';
	node.helpers.assertBinaryData(item, field);
	return await node.helpers.getBinaryDataBuffer(item, field);
}
