import { SterlingError, type Document } from '../../../sterling';

/** The error for a list API that answered an empty list where one document was named. */
export function notFound(what: string, input: Document): SterlingError {
	const named = Object.entries(input).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return new SterlingError(
		'notFound',
		`${what} not found: ${named.map(([name, value]) => `${name} ${value}`).join(', ')}`,
		{
			hint: 'Check the identifying values. Old documents are in history: see Read From under Options.',
			attributes: Object.fromEntries(named),
		},
	);
}
