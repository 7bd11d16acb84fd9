import { queueName, type Match } from '../../../clients/mq';
import { ServiceError } from '../../../kit/errors';
import type { Parameters } from '../../../kit/n8n/parameters';
import { inField, refuse } from '../../../kit/n8n/refusal';

/** Bytes of a message or correlation ID. */
const ID_BYTES = 24;

/**
 * A message or correlation ID: 48 hexadecimal digits, with or without the `ID:` that JMS writes before them, or a text
 * whose UTF-8 bytes fill the ID from its start, as applications make their own. Undefined where nothing is given.
 * @throws Refusal for a text that is too long
 */
export function idIn(parameters: Parameters, path: string): string | undefined {
	const text = parameters.text(path);
	if (text === '') return undefined;
	const digits = text.replace(/^ID:/i, '');
	if (/^[\da-f]{48}$/i.test(digits)) return digits.toLowerCase();
	if (digits !== text) {
		// JMS keeps the prefix for IDs in digits, so this is one that was cut or mistyped.
		return inField(parameters.label(path), () =>
			refuse('begins with ID: but does not have 48 hexadecimal digits after it', 'Copy the whole ID.'),
		);
	}
	const bytes = Buffer.from(text, 'utf8');
	if (bytes.length <= ID_BYTES) return Buffer.concat([bytes, Buffer.alloc(ID_BYTES - bytes.length)]).toString('hex');
	return inField(parameters.label(path), () =>
		refuse(`is longer than ${ID_BYTES} bytes`, 'Enter 48 hexadecimal digits, or a text of up to 24 characters.'),
	);
}

/** MQMI_NONE and MQCI_NONE: no ID, which a queue manager takes for any. */
const NO_ID = '0'.repeat(2 * ID_BYTES);
const ANY = 'Without the condition, any message would match.';

/** The conditions of Match. @throws Refusal for one that gives nothing or zeros: it would match every message */
export function matchIn(parameters: Parameters): Match {
	const match: Match = {};
	for (const name of ['messageId', 'correlationId'] as const) {
		const id = idIn(parameters, `match.${name}`);
		if (id === undefined && parameters.isExpression(`match.${name}`)) {
			parameters.refuseEmpty(`match.${name}`, undefined, ANY);
		}
		if (id === NO_ID)
			inField(parameters.label(`match.${name}`), () => refuse('has only zeros, which means no ID', ANY));
		if (id !== undefined) match[name] = id;
	}
	return match;
}

/** Name of a queue. @throws Refusal for an empty one, and for what is no name */
export function queueIn(parameters: Parameters, path = 'queue'): string {
	parameters.requiredText(path, 'Enter the name of a queue.');
	return optionalQueueIn(parameters, path);
}

/** The same where it may be empty. */
export function optionalQueueIn(parameters: Parameters, path: string): string {
	const text = parameters.text(path);
	if (text === '') return '';
	return inField(parameters.label(path), () => {
		try {
			return queueName(text);
		} catch (error) {
			if (!(error instanceof ServiceError)) throw error;
			return refuse(error.message, error.hint);
		}
	});
}

/** Most messages; undefined for all. */
export function limitIn(parameters: Parameters): number | undefined {
	return parameters.has('returnAll') && parameters.flag('returnAll') ? undefined : parameters.number('limit', 50);
}
