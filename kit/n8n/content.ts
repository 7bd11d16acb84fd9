import { parseJson } from '../json/parse';
import { isBlank } from './fields/value';
import type { Files } from './files';
import type { Parameters } from './parameters';

const NOTHING = 'Provide text, JSON or a file.';

interface Given {
	parameters: Parameters;
	files: Files;
}

/**
 * The document that the parameters of `content()` give, in the encoding of Options where there is one.
 * @throws TypeError for what is empty, is no JSON, or has characters that the encoding does not have
 */
export async function contentIn({ parameters, files }: Given): Promise<{ bytes: Buffer; mimeType: string }> {
	const encoding = parameters.option<BufferEncoding>('options', 'encoding', 'utf8');
	switch (parameters.text('contentSource')) {
		case 'binary':
			return await files.read(parameters.text('binaryField') || 'data');
		case 'json': {
			const value = parameters.raw('json');
			if (isBlank(value)) parameters.refuseEmpty('json', NOTHING);
			const text = typeof value === 'string' ? value : JSON.stringify(value);
			return { bytes: encoded(checkedJson(text), encoding), mimeType: 'application/json' };
		}
		default:
			return { bytes: encoded(textIn(parameters), encoding), mimeType: 'text/plain' };
	}
}

function textIn(parameters: Parameters): string {
	const value = parameters.raw('text') ?? '';
	if (value === '') return parameters.refuseEmpty('text', NOTHING);
	if (typeof value !== 'object') return String(value);
	throw new TypeError('Text is an object or a list: set Content to JSON, or provide text');
}

function checkedJson(text: string): string {
	try {
		parseJson(text);
		return text;
	} catch (error) {
		throw new TypeError(`JSON is not valid: ${(error as Error).message}`);
	}
}

/** @throws TypeError for characters that the encoding does not have: they would be changed in silence */
function encoded(text: string, encoding: BufferEncoding): Buffer {
	const bytes = Buffer.from(text, encoding);
	if (bytes.toString(encoding) === text) return bytes;
	throw new TypeError('The text has characters that the encoding does not support: use UTF-8');
}
