import { isRecord } from '../record';

/** Members by which services and gateways say something about a request, rather than respond to it. */
const SAYINGS =
	/^(?:message|messages|msg|error|errors|error_?(?:message|description|code|type|id)|description|detail|details|title|reason|status|status_?code|code|path|time_?stamp|(?:request|trace|correlation)_?id|success|type|fault)$/i;

/**
 * Whether an object holds words only, such as {"message":"accepted"}: such a body under HTTP 200 is a gateway's, or an
 * error in disguise, never the record that was asked for.
 */
export function isSaying(body: unknown): boolean {
	if (!isRecord(body)) return false;
	const names = Object.keys(body);
	return names.length > 0 && names.every((name) => SAYINGS.test(name));
}
