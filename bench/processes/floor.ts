import { Agent } from 'undici';

import type { Target } from '../jobs';

export type Json = Record<string, unknown>;

/** The least that the work can take: an undici pool, JSON.stringify and JSON.parse. */
export class Floor {
	private readonly agent: Agent;
	private readonly origin: string;
	private readonly path: string;
	private token = '';

	constructor(
		private readonly target: Target,
		connections: number,
	) {
		const { ca, certificate: cert, key } = target;
		this.agent = new Agent({ connections, connect: { ca, cert, key } });
		const { origin, pathname } = new URL(target.url);
		this.origin = origin;
		this.path = `${pathname}/restapi/invoke/`;
	}

	async logIn(): Promise<void> {
		const { loginId, password } = this.target;
		const { UserToken } = await this.post('login', { LoginID: loginId, Password: password });
		this.token = `?_loginid=${loginId}&_token=${encodeURIComponent(String(UserToken))}`;
	}

	/** Calls an API; throws for every response but HTTP 200. */
	async invoke(api: string, input: Json): Promise<Json> {
		return await this.post(api + this.token, input);
	}

	/** Moves the server's clock on. */
	async advance(seconds: number): Promise<void> {
		await this.request('/sandbox/clock', { advanceMs: seconds * 1000 });
	}

	/** Requests for APIs that the server has counted so far. */
	async requests(): Promise<number> {
		return Number((await this.request('/sandbox/counters', undefined, 'GET')).requests);
	}

	/** Login tokens that are alive. */
	async tokens(): Promise<number> {
		return Number((await this.request('/sandbox/tokens', undefined, 'GET')).alive);
	}

	async close(): Promise<void> {
		await this.agent.close();
	}

	private async post(path: string, input: Json): Promise<Json> {
		return await this.request(this.path + path, input);
	}

	private async request(path: string, input?: Json, method: 'GET' | 'POST' = 'POST'): Promise<Json> {
		const { statusCode, body } = await this.agent.request({
			origin: this.origin,
			path,
			method,
			headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
			body: input && JSON.stringify(input),
		});
		const text = await body.text();
		if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
		return JSON.parse(text) as Json;
	}
}
