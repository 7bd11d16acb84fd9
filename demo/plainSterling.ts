import { request } from 'node:https';

export type Json = Record<string, unknown>;

/** Where a Sterling is and who asks. `ca`, `cert` and `key` are PEM texts. */
interface Access {
	url: string;
	loginId: string;
	password: string;
	ca: string;
	cert: string;
	key: string;
}

/**
 * A second pair of eyes: plain HTTPS requests of Node.js in Sterling's JSON form. It shares nothing with the
 * client library, so what it reads is what is in Sterling and not what the client believes.
 */
export class PlainSterling {
	private token?: string;

	constructor(private readonly access: Access) {}

	/** Calls an API (`POST …/restapi/invoke/{api}`). Throws an Error for every response but HTTP 200 and 204. */
	async invoke(api: string, input: Json): Promise<Json> {
		this.token ??= await this.logIn();
		return this.post(`${api}?_loginid=${this.access.loginId}&_token=${encodeURIComponent(this.token)}`, input);
	}

	private async logIn(): Promise<string> {
		const { loginId, password } = this.access;
		const { UserToken } = await this.post('login', { LoginID: loginId, Password: password });
		return String(UserToken);
	}

	private post(path: string, input: Json): Promise<Json> {
		const { url, ca, cert, key } = this.access;
		const body = JSON.stringify(input);
		const headers = {
			'Content-Type': 'application/json',
			Accept: 'application/json',
			'Content-Length': Buffer.byteLength(body),
		};
		return new Promise((resolve, reject) => {
			const options = { method: 'POST', ca, cert, key, headers, agent: false };
			const sent = request(`${url}/restapi/invoke/${path}`, options, (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('error', reject);
				response.on('end', () => {
					const text = Buffer.concat(parts).toString('utf8');
					const { statusCode = 0 } = response;
					if ([200, 204].includes(statusCode)) resolve(JSON.parse(text || '{}') as Json);
					else reject(new Error(`Sterling returned HTTP ${statusCode}: ${text}`));
				});
			});
			sent.on('error', reject);
			sent.end(body);
		});
	}
}
