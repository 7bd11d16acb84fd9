import { ServiceError } from '../../../kit/errors';
import { enetRoot, MAX_URL_LENGTH, type EnetSettings } from '../connection';
import type { BusinessObjectCall, PreparedCall } from './call';
import { METHODS } from './names';
import { writeXml } from './xml';

/** A call, ready but for its session. */
interface EnetRequest {
	/** The business object, for errors. */
	object: string;
	path: string;
	query: Record<string, string>;
}

/** The path and query of a call. @throws ServiceError `invalidInput` for a bad object name and XML that cannot be sent */
export function requestOf({ method, object, xmlIn, parameters }: BusinessObjectCall): EnetRequest {
	const { path, object: implied, takesParameters } = METHODS[method];
	const name = (object ?? implied ?? '').trim().toUpperCase();
	if (!/^[A-Z0-9]{4,8}$/.test(name)) {
		throw new ServiceError('invalidInput', `"${name}" cannot be the name of a business object.`, {
			hint: 'Names have six letters, such as PORQRY.',
			effect: 'none',
		});
	}
	return {
		object: name,
		path,
		query: {
			...(implied ? {} : { BusinessObject: name }),
			...(takesParameters ? { XmlParameters: parameters === undefined ? '' : writeXml(parameters) } : {}),
			XmlIn: writeXml(xmlIn),
		},
	};
}

/** The whole URL; every value is in it, passwords as well. */
export function urlOf(settings: EnetSettings, path: string, query: Readonly<Record<string, string>>): string {
	const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
	return `${enetRoot(settings)}/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** Checks the length of a URL before it is sent. @throws ServiceError `invalidInput` for one that is too long */
export function assertLength(url: string, object: string, most = MAX_URL_LENGTH): void {
	if (url.length <= most) return;
	throw new ServiceError(
		'invalidInput',
		`The document for ${object} is too large for e.net: its URL would have ${url.length} characters, and ${most} are allowed.`,
		{
			hint: 'e.net receives its documents in the URL. Send fewer lines at once, or raise the limit here and at the server.',
			remedy: { field: 'maxUrlLength' },
			effect: 'none',
		},
	);
}

/** Stands where a session ID will be; as long as one. */
export const SESSION_PLACE = '*'.repeat(34);

/** The exact request of a call, without its secrets, for a dry run. */
export function prepared(settings: EnetSettings, call: BusinessObjectCall): PreparedCall {
	const { path, query } = requestOf(call);
	const { XmlIn, XmlParameters } = query;
	const url = urlOf(settings, path, { UserId: SESSION_PLACE, ...query });
	return {
		method: 'GET',
		url,
		length: url.length,
		xmlIn: XmlIn,
		...(XmlParameters ? { parameters: XmlParameters } : {}),
	};
}
