import { Agent, request } from 'undici';
import type { JsonObject } from '../document/json';
import type { SandboxStore } from '../sandbox';
import type { Caller } from './day';

/** Calls the APIs inside the sandbox, past the wire. */
export function inProcess(store: SandboxStore): Caller {
	return async (api, input) => store.call(api, input);
}

interface Wire {
	/** Address with the context root. */
	url: string;
	loginId: string;
	password: string;
	/** PEM; the certificate only where the sandbox asks for one. */
	ca?: string;
	certificate?: string;
	key?: string;
}

/** A caller over the wire, and how to end its connections. */
interface WireCaller {
	call: Caller;
	close(): Promise<void>;
}

/**
 * Calls the APIs as any client does, with a login and its token in the query (style Standard).
 * Rejects with Sterling's own words where a call is refused.
 */
export async function overTheWire({ url, loginId, password, ca, certificate, key }: Wire): Promise<WireCaller> {
	const dispatcher = new Agent({ connect: { ca, cert: certificate, key } });
	const post = async (api: string, input: JsonObject, query = ''): Promise<JsonObject | undefined> => {
		const { statusCode, body } = await request(`${url}/restapi/invoke/${api}${query}`, {
			method: 'POST',
			dispatcher,
			body: JSON.stringify(input),
			headers: { 'content-type': 'application/json', accept: 'application/json' },
		});
		const text = await body.text();
		if (statusCode >= 400) throw new Error(`${api}: HTTP ${statusCode} ${text.slice(0, 300)}`);
		return text === '' ? undefined : (JSON.parse(text) as JsonObject);
	};
	const login = await post('login', { LoginID: loginId, Password: password });
	const query = `?${new URLSearchParams({ _loginid: loginId, _token: String(login?.UserToken) }).toString()}`;
	return { call: (api, input) => post(api, input, query), close: () => dispatcher.close() };
}
