import { Agent, request } from 'undici';

import { startSandbox, type Sandbox } from '../../../sandbox';

/** Content of a response: tests look into it without a type. */
export type Json = ReturnType<typeof JSON.parse>;

/** A response unchanged over the wire. */
export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	json: Record<string, Json>;
}

/** TLS material of a caller. */
export interface Tls {
	ca?: string;
	cert?: string;
	key?: string;
}

function parse(text: string): Record<string, Json> {
	try {
		return JSON.parse(text) as Record<string, Json>;
	} catch {
		return {};
	}
}

/** A bare HTTP caller: it knows addresses and headers, and nothing of Sterling's rules. */
export class Wire {
	query = '';

	private readonly agent: Agent;

	constructor(
		readonly sandbox: Sandbox,
		tls: Tls = {},
	) {
		this.agent = new Agent({ connect: { ca: sandbox.ca, ...tls }, keepAliveTimeout: 1000 });
	}

	async send(
		method: 'GET' | 'POST',
		url: string,
		body?: string,
		headers: Record<string, string> = {},
	): Promise<Answer> {
		const response = await request(url, { method, body, headers, dispatcher: this.agent });
		const text = await response.body.text();
		return { status: response.statusCode, headers: response.headers, text, json: parse(text) };
	}

	/** POST below restapi: an object as JSON, a string as XML. */
	post(path: string, body: object | string, headers: Record<string, string> = {}): Promise<Answer> {
		const isXml = typeof body === 'string';
		const url = `${this.sandbox.url}/restapi/${path}${this.query}`;
		return this.send('POST', url, isXml ? body : JSON.stringify(body), {
			'content-type': isXml ? 'application/xml' : 'application/json',
			...headers,
		});
	}

	invoke(api: string, body: object | string, headers: Record<string, string> = {}): Promise<Answer> {
		return this.post(`invoke/${api}`, body, headers);
	}

	/** Logs in; the calls that follow carry the token. */
	async login(loginId = 'integration', password = 'Integration-1'): Promise<Answer> {
		this.query = '';
		const answer = await this.invoke('login', { LoginID: loginId, Password: password });
		this.query = `?_loginid=${loginId}&_token=${String(answer.json.UserToken)}`;
		return answer;
	}

	close(): Promise<void> {
		return this.agent.close();
	}
}

/** A caller that is logged in, at a sandbox of its own. */
export async function openWire(): Promise<Wire> {
	const wire = new Wire(await startSandbox());
	await wire.login();
	return wire;
}

/** Ends the caller and its sandbox. */
export async function closeWire(wire: Wire): Promise<void> {
	await wire.close();
	await wire.sandbox.close();
}

/** The one error of a JSON error body. */
export function errorOf(answer: Answer): Record<string, Json> {
	return (answer.json.errors as Array<Record<string, Json>>)[0];
}

const address = {
	FirstName: 'Eve',
	LastName: 'Tester',
	AddressLine1: '1 Example Street',
	City: 'Exampleton',
	Country: 'US',
};

/** A small order of the enterprise AURORA. */
export function orderOf(orderNo: string, more: object = {}, quantity = '2', item = 'MUG-BLUE'): object {
	return {
		EnterpriseCode: 'AURORA',
		DocumentType: '0001',
		OrderNo: orderNo,
		PersonInfoBillTo: address,
		PersonInfoShipTo: address,
		OrderLines: {
			OrderLine: [
				{
					PrimeLineNo: '1',
					SubLineNo: '1',
					OrderedQty: quantity,
					Item: { ItemID: item, UnitOfMeasure: 'EACH' },
					LinePriceInfo: { UnitPrice: '9.90' },
				},
			],
		},
		...more,
	};
}

/** The three attributes that name an order. */
export function nameOf(orderNo: string, enterprise = 'AURORA'): Record<string, string> {
	return { OrderNo: orderNo, EnterpriseCode: enterprise, DocumentType: '0001' };
}
