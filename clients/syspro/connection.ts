import { checkedHeaders } from '../../kit/http/extraHeaders';
import { ServiceError, type Setting } from '../../kit/errors';
import { withoutEnd } from '../../kit/textEnd';
import type { TlsSettings } from '../../kit/http/tls/settings';

/** The e.net Solutions service (WCF REST) and who logs on to it. All four texts of a logon are sent, empty ones too. */
export interface EnetSettings {
	/** As typed: host:port, or a URL with or without /SYSPROWCFService/Rest. The port is set at the site. */
	baseUrl: string;
	/** Should be used by nothing and nobody else: a second logon of an operator ends the first. */
	operator: string;
	operatorPassword?: string;
	/** One to four characters, such as EDU1 or 0. */
	company: string;
	companyPassword?: string;
}

/** The OData service of SYSPRO 8 (read-only). Its operators are others than those of e.net where the site wants it. */
export interface ODataSettings {
	/** Everything before the company, or with `{company}` at its place: https://host/SYSPRO8Odata/SYSPROOData */
	baseUrl: string;
	/** Empty for the operator of e.net with its password. */
	operator: string;
	password?: string;
	company: string;
}

/** How to reach one SYSPRO company. At least one of the two services. Times in milliseconds, sizes in bytes. */
export interface SysproConnection {
	enet?: EnetSettings;
	odata?: ODataSettings;
	tls?: TlsSettings;
	/** Sent with every request, for gateways in front of the services. */
	headers?: Record<string, string>;
	timeoutMs: number;
	/** Most requests to OData at a time; e.net takes one at a time for each operator. */
	maxInFlight: number;
	/** Longest URL that e.net gets; {@link MAX_URL_LENGTH} unless the site allows more. */
	maxUrlLength?: number;
	maxResponseBytes?: number;
}

export const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;
/** HTTP.SYS refuses a request line above 16 KB unless its registry says otherwise (Microsoft: UrlSegmentMaxLength, MaxRequestBytes). */
export const MAX_URL_LENGTH = 16_000;

const REST = 'SYSPROWCFService/Rest';
/** What the addresses look like, for errors about them. */
export const ENET_EXAMPLE = `Enter it like http://host:20003/${REST}. The port is that of the communications service of the site.`;
export const ODATA_EXAMPLE =
	'Enter it like https://host/SYSPRO8Odata/SYSPROOData; the company is added, or put where {company} is.';

/** The address below which the calls of e.net are, without a slash at its end. @throws ServiceError `configuration` */
export function enetRoot({ baseUrl }: Pick<EnetSettings, 'baseUrl'>): string {
	const url = checkedUrl(baseUrl, 'http', 'e.net', ENET_EXAMPLE, 'endpoint');
	const segments = url.pathname.split('/').filter((segment) => segment !== '');
	const service = segments.findIndex((segment) => /^sysprowcfservice$/i.test(segment));
	const before = service === -1 ? segments : segments.slice(0, service);
	return [url.origin, ...before, REST].join('/');
}

/** The address below which the entity sets of the company are, without a slash. @throws ServiceError `configuration` */
export function odataRoot({ baseUrl, company }: Pick<ODataSettings, 'baseUrl' | 'company'>): string {
	const PLACE = '{company}';
	const own = encodeURIComponent(checkedCompany(company, 'odata.company'));
	const isPlaced = baseUrl.includes(PLACE);
	const url = checkedUrl(baseUrl.replace(PLACE, own), 'https', 'OData', ODATA_EXAMPLE, 'odata.endpoint');
	const path = withoutEnd(url.pathname, '/');
	if (isPlaced || path.toLowerCase().endsWith(`/${own.toLowerCase()}`)) return url.origin + path;
	return `${url.origin}${path}/${own}`;
}

/** A company ID, trimmed. @throws ServiceError `configuration` for what has not one to four letters or digits */
function checkedCompany(company: string, field: Setting): string {
	const id = company.trim();
	if (/^[A-Za-z0-9]{1,4}$/.test(id)) return id;
	const message =
		id === ''
			? 'The company ID is empty.'
			: `"${id.slice(0, 20)}" cannot be a company ID of SYSPRO: it has one to four letters or digits.`;
	throw new ServiceError('configuration', message, { remedy: { field }, effect: 'none' });
}

/** The connection with the operator of OData filled in where it is that of e.net. */
export function settled(connection: SysproConnection): SysproConnection {
	const { enet, odata } = connection;
	if (!enet || !odata || odata.operator.trim() !== '') return connection;
	return { ...connection, odata: { ...odata, operator: enet.operator, password: enet.operatorPassword } };
}

/** Checks everything that can be checked without a request. @throws ServiceError `configuration` */
export function checkConnection({ enet, odata, headers }: SysproConnection): void {
	if (!enet && !odata) {
		throw new ServiceError('configuration', 'No address of SYSPRO is set.', {
			hint: 'Enter the address of e.net, of OData, or of both.',
			remedy: { field: 'endpoint' },
			effect: 'none',
		});
	}
	if (enet) {
		enetRoot(enet);
		checkedCompany(enet.company, 'company');
		named(enet.operator, 'e.net', 'authentication');
	}
	if (odata) {
		odataRoot(odata);
		named(odata.operator, 'OData', 'odata.authentication');
	}
	// OData has a login of its own there; a gateway before e.net may want one.
	checkedHeaders(headers, odata ? ['authorization'] : []);
}

/** All secrets of a connection: passwords, keys, extra headers. No error, log or output may show them. */
export function secretsOf({ enet, odata, tls, headers }: SysproConnection): string[] {
	return [
		enet?.operatorPassword,
		enet?.companyPassword,
		odata?.password,
		odata && basicValue(odata),
		tls?.passphrase,
		tls?.key,
		tls?.pkcs12,
		...Object.values(headers ?? {}),
	].filter((secret): secret is string => secret !== undefined && secret !== '');
}

/** The value behind `Authorization: Basic`: user and password as Base64 of UTF-8 (RFC 7617). */
export function basicValue({ operator, password = '' }: Pick<ODataSettings, 'operator' | 'password'>): string {
	return Buffer.from(`${operator}:${password}`).toString('base64');
}

function named(operator: string, service: string, field: Setting): void {
	if (operator.trim() !== '') return;
	const message = `The operator for ${service} is empty.`;
	throw new ServiceError('configuration', message, { remedy: { field }, effect: 'none' });
}

function checkedUrl(typed: string, scheme: string, service: string, hint: string, field: Setting): URL {
	const wrong = (what: string) =>
		new ServiceError('configuration', `The address of ${service} ${what}.`, {
			hint,
			remedy: { field },
			effect: 'none',
		});
	const text = typed.trim();
	if (text === '') throw wrong('is empty');
	let url: URL;
	try {
		url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `${scheme}://${text}`);
	} catch {
		throw wrong('is not a valid URL');
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw wrong(`starts with "${url.protocol}//"; only https:// and http:// are possible`);
	}
	if (url.username || url.password) throw wrong('must not contain a user name or password');
	if (url.search || url.hash) throw wrong('must not contain a query ("?…") or fragment ("#…")');
	return url;
}
