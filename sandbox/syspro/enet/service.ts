import type { Exchange, Reply } from '../../kit/exchange';
import type { Company } from '../company';
import { combrw, comfch, comfnd } from '../objects/generic';
import { porqpo, sorqdl, sorqso } from '../objects/lists';
import type { BusinessObject } from '../objects/object';
import { apsssp, apstin, arsscs, portoi, portor, sortoi } from '../objects/posting';
import { apsqry, porqry } from '../objects/purchasing';
import { arsqry, sorqdn, sorqid, sorqry } from '../objects/selling';
import type { SysproBehaviour } from '../options';
import { windows1252 } from '../windows1252';
import { document, parseXml } from '../xml';
import type { EnetSessions } from './sessions';

export const ENET_PATH = '/SYSPROWCFService/Rest';
const VERSION = '8.0.000';

/** Calls below the root, in lower case, with the objects that they take. */
const OBJECTS: Readonly<Record<string, Readonly<Record<string, BusinessObject>>>> = {
	'query/query': {
		COMFND: comfnd,
		PORQRY: porqry,
		APSQRY: apsqry,
		ARSQRY: arsqry,
		SORQRY: sorqry,
		SORQID: sorqid,
		SORQDN: sorqdn,
		PORQPO: porqpo,
		SORQDL: sorqdl,
		SORQSO: sorqso,
	},
	'query/fetch': { COMFCH: comfch },
	'query/browse': { COMBRW: combrw },
	// Build works out a document without storing it. No shape of its responses is known.
	'transaction/build': {},
	'transaction/post': { SORTOI: sortoi, PORTOI: portoi, PORTOR: portor, APSTIN: apstin },
	'setup/add': { APSSSP: apsssp, ARSSCS: arsscs },
	'setup/update': { APSSSP: apsssp, ARSSCS: arsscs },
	'setup/delete': {},
};
const IMPLIED: Readonly<Record<string, string>> = { 'query/fetch': 'COMFCH', 'query/browse': 'COMBRW' };

/** The last words of a bad session ID [captured for a logoff in SYSPRO 8]; the others are made up. */
const NO_SESSION = 'ERROR: Unable to read the SYSPRO base directory registry string BaseDir8';

/** e.net Solutions over WCF REST: every call is a GET with a query, and HTTP 200 whatever happens. */
export class EnetService {
	constructor(
		private readonly company: Company,
		private readonly behaviour: SysproBehaviour,
		private readonly sessions: EnetSessions,
	) {}

	/** Whether a path is one of e.net's, which take any case. */
	static owns(path: string): boolean {
		return path.toLowerCase().startsWith(`${ENET_PATH.toLowerCase()}/`);
	}

	/** The call or business object of a request, for faults and the log. */
	nameOf({ path, query }: Pick<Exchange, 'path' | 'query'>): string {
		const call = callOf(path);
		const name = query.get('BusinessObject')?.toUpperCase() ?? IMPLIED[call];
		return name ?? path.slice(ENET_PATH.length + 1);
	}

	handle(exchange: Exchange): Reply {
		return this.reply(this.answer(exchange));
	}

	/** The text of a response, in what hosts put around it. */
	reply(text: string): Reply {
		const { wrap } = this.behaviour;
		const headers = { 'content-type': 'application/octet-stream', server: 'Microsoft-HTTPAPI/2.0' };
		if (wrap === 'json') return { status: 200, headers, body: Buffer.from(JSON.stringify(text)) };
		if (wrap === 'none') return { status: 200, headers, body: windows1252(text) };
		const inner = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
		return {
			status: 200,
			headers: { ...headers, 'content-type': 'application/xml; charset=utf-8' },
			body: Buffer.from(`<string xmlns="http://schemas.microsoft.com/2003/10/Serialization/">${inner}</string>`),
		};
	}

	private answer(exchange: Exchange): string {
		const { query } = exchange;
		const call = callOf(exchange.path);
		if (exchange.method !== 'GET') return 'ERROR: Method not allowed';
		if (call === 'getversion') return VERSION;
		const { refusals } = this.behaviour;
		if (call === 'logon') return refusals.Logon ?? this.sessions.logon(query);
		const id = query.get('UserId') ?? '';
		if (call === 'logoff') return this.sessions.logoff(id) ? '0' : NO_SESSION;
		const operator = this.sessions.use(id);
		if (operator === undefined) return NO_SESSION;
		exchange.user = operator;
		const refusal = refusals['*'] ?? refusals[this.nameOf(exchange)];
		if (refusal !== undefined) return refusal;
		if (call === 'getlogonprofile')
			return document('GetLogonProfile', {
				CompanyName: 'Outdoors Manufacturing',
				OperatorCode: operator,
				CompanyDate: this.company.today,
			});
		return this.call(call, query);
	}

	private call(call: string, query: URLSearchParams): string {
		const name = (query.get('BusinessObject') ?? IMPLIED[call] ?? '').toUpperCase();
		const object = OBJECTS[call]?.[name];
		if (!object || this.behaviour.missingObjects.includes(name))
			return `ERROR: Business object ${name} not found or not licensed`;
		const input = parseXml(query.get('XmlIn') ?? '');
		if (!input) return 'ERROR: Error parsing the XML string';
		const { company, behaviour } = this;
		return object({
			company,
			behaviour,
			input,
			parameters: parseXml(query.get('XmlParameters') ?? ''),
			method: call.split('/')[1],
		});
	}
}

const callOf = (path: string): string => path.slice(ENET_PATH.length + 1).toLowerCase();
