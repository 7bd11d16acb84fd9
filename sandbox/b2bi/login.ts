import { randomBytes } from 'node:crypto';

import type { Clock } from '../kit/clock';
import { oauthClient, users, type B2biUser } from './options';

/** What a request says of its sender. */
interface Claims {
	authorization?: string;
}

/** Who is calling: Basic, or bearer tokens of the identity service. It is one of them for the whole installation. */
export class Login {
	private readonly tokens = new Map<string, number>();

	/** Tokens that were issued. */
	issued = 0;

	constructor(
		private readonly style: 'basic' | 'oauth',
		private readonly clock: Clock,
		private readonly tokenLifeMs: number,
	) {}

	/** The account behind a request; undefined is 401. */
	userOf({ authorization = '' }: Claims): B2biUser | undefined {
		if (this.style === 'basic') return this.byPassword(authorization);
		const token = /^bearer (.+)$/i.exec(authorization)?.[1];
		const until = token === undefined ? undefined : this.tokens.get(token);
		if (until === undefined || until <= this.clock.now()) return undefined;
		return users.find(({ userId }) => userId === 'integration');
	}

	/** The account of a Basic header, whatever the style: the HTTP Server adapter knows nothing else. */
	byPassword(authorization: string): B2biUser | undefined {
		const text = Buffer.from(authorization.replace(/^basic /i, ''), 'base64').toString();
		const split = text.indexOf(':');
		return users.find(({ userId, password }) => userId === text.slice(0, split) && password === text.slice(split + 1));
	}

	/** Ends all access tokens. */
	expire(): void {
		this.tokens.clear();
	}

	/** The token endpoint: grant client_credentials, the client in a Basic header or in the form. */
	token(authorization: string | undefined, form: URLSearchParams): { status: number; body: object } {
		const basic = Buffer.from((authorization ?? '').replace(/^basic /i, ''), 'base64')
			.toString()
			.split(':')
			.map(decodeURIComponent);
		const [id, secret] = authorization ? basic : [form.get('client_id'), form.get('client_secret')];
		if (this.style !== 'oauth') return { status: 404, body: { error: 'not_found' } };
		if (id !== oauthClient.id || secret !== oauthClient.secret) {
			return { status: 401, body: { error: 'invalid_client', error_description: 'Client authentication failed' } };
		}
		if (form.get('grant_type') !== 'client_credentials') {
			return { status: 400, body: { error: 'unsupported_grant_type' } };
		}
		const scope = form.get('scope');
		if (scope !== null && scope !== oauthClient.scope) return { status: 400, body: { error: 'invalid_scope' } };
		const token = randomBytes(32).toString('base64url');
		this.tokens.set(token, this.clock.now() + this.tokenLifeMs);
		this.issued += 1;
		const expires = Math.floor(this.tokenLifeMs / 1000);
		return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: expires } };
	}
}
