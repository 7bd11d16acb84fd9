import { withoutEnd } from '../../kit/textEnd';
import { segment } from '../../kit/http/segment';
import { defined, isRecord } from '../../kit/record';

/** Query parameters; those without a value are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The URL of a service or of one of its records. The slash behind the name of a service is what every known client
 * sends. A key with slashes names its parts, as in `workflows/{name}/{version}`, so each is encoded by itself.
 * @throws ServiceError `invalidInput` for a part that would lead to another record or service
 */
export function serviceUrl(
	root: string,
	service: string,
	{ key, action }: { key?: string; action?: string } = {},
): string {
	const base = `${root}/${segment(service)}/`;
	if (key === undefined) return base;
	const record = `${base}${key.split('/').map(segment).join('/')}`;
	return action === undefined ? record : `${record}/actions/${segment(action)}`;
}

/** The query as text with its question mark, or nothing. */
export function queryText(query: Query = {}): string {
	const given = Object.entries(defined(query));
	if (given.length === 0) return '';
	return `?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}

/** The key at the end of a `Location`; it may be percent-encoded, as the IDs of documents are on some platforms. */
export function keyOf(location: string): string {
	const path = withoutEnd(location.split(/[?#]/)[0], '/');
	const last = path.slice(path.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}

const ADDRESSES = new Set(['$ref', 'href', 'Location']);

/**
 * The same content with addresses that lead through `root`: the server writes its own host into them, which behind a
 * proxy or in a container is not the one it is reached by.
 */
export function throughRoot(content: unknown, root: string): unknown {
	if (Array.isArray(content)) return content.map((entry) => throughRoot(entry, root));
	if (!isRecord(content)) return content;
	return Object.fromEntries(
		Object.entries(content).map(([name, value]) => [
			name,
			ADDRESSES.has(name) && typeof value === 'string' ? moved(value, root) : throughRoot(value, root),
		]),
	);
}

function moved(address: string, root: string): string {
	const at = /^[a-z]+:\/\/[^/]+(?:\/[^?#]*?)?\/B2BAPIs\/svc(?=\/|$)/i.exec(address);
	return at ? `${root}${address.slice(at[0].length)}` : address;
}
