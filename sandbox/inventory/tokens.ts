import { createHash, createHmac, createVerify, KeyObject, timingSafeEqual } from 'node:crypto';

import type { Exchange } from '../kit/exchange';
import { badRequest, denied, Refusal } from './refusal';
import type { Answered } from './route';
import type { InventorySandboxOptions, OAuthClient } from './options';
import type { World } from './world';

const HOUR = 60 * 60_000;

interface Token {
	service: string;
	expiresAt: number;
}

/** Issues tokens and checks what requests prove themselves with [IBM: Getting Started]. */
export class InventoryTokens {
	private readonly tokens = new Map<string, Token>();

	private readonly issued = new Map<string, number[]>();

	private counter = 0;

	constructor(
		private readonly world: World,
		private readonly clients: OAuthClient[],
		private readonly options: Pick<InventorySandboxOptions, 'bearers' | 'jwtKeys'>,
	) {}

	/** Tokens that are valid now. */
	get alive(): number {
		return [...this.tokens.values()].filter(({ expiresAt }) => expiresAt > this.world.clock.now()).length;
	}

	/** Ends all tokens. */
	expire(): void {
		this.tokens.clear();
	}

	/** A response of the token service. @throws Refusal */
	grant(service: string, { headers, query, body }: Exchange): Answered {
		const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
		const given = Buffer.from(basic, 'base64').toString();
		const isKnown = this.clients.some(({ clientId, clientSecret }) => given === `${clientId}:${clientSecret}`);
		if (!isKnown) throw denied(401, 'The client id or secret is wrong.');
		const grantType = new URLSearchParams(body).get('grant_type') ?? query.get('grant_type');
		if (grantType !== 'client_credentials') throw badRequest('grant_type must be client_credentials.');
		const { clock, behaviour } = this.world;
		const recent = (this.issued.get(service) ?? []).filter((at) => at > clock.now() - HOUR);
		if (recent.length >= behaviour.tokensPerHour) {
			throw new Refusal(429, { error: 'rate_limit', error_description: 'rate-limit reached error' });
		}
		this.issued.set(service, [...recent, clock.now()]);
		if (behaviour.newTokenRevokesOld) {
			for (const [token, { service: of }] of this.tokens) if (of === service) this.tokens.delete(token);
		}
		this.counter += 1;
		const token = createHash('sha256').update(`${service} ${this.counter}`).digest('hex').slice(0, 32);
		this.tokens.set(token, { service, expiresAt: clock.now() + behaviour.tokenLife * 1000 });
		return { status: 200, body: { token_type: 'bearer', access_token: token, expires_in: behaviour.tokenLife } };
	}

	/** Lets a request of a service in. @throws Refusal */
	check(service: string, { headers }: Exchange): void {
		const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
		if (bearer === undefined) throw denied(401, 'A bearer token is required.');
		if (this.options.bearers?.includes(bearer) || this.isSigned(bearer)) return;
		const token = this.tokens.get(bearer);
		if (!token || token.expiresAt <= this.world.clock.now()) throw denied(401, 'The token is invalid or has expired.');
		if (token.service !== service && !this.world.behaviour.oneTokenForAll) {
			throw denied(403, `The token is not valid for the service ${service}.`);
		}
	}

	/** Whether it is a JSON web token of a known key that has not expired; its other claims are not looked at. */
	private isSigned(bearer: string): boolean {
		const [header, claims, signature] = bearer.split('.');
		if (signature === undefined) return false;
		const { alg } = readPart(header) as { alg?: string };
		const { exp } = readPart(claims) as { exp?: number };
		const signed = `${header}.${claims}`;
		const given = Buffer.from(signature, 'base64url');
		const isValid = (this.options.jwtKeys ?? []).some((key) => {
			if (key instanceof KeyObject)
				return alg === 'RS256' && createVerify('RSA-SHA256').update(signed).verify(key, given);
			const own = createHmac('sha256', key).update(signed).digest();
			return alg === 'HS256' && own.length === given.length && timingSafeEqual(own, given);
		});
		return isValid && (exp ?? 0) * 1000 > this.world.clock.now();
	}
}

function readPart(part: string): object {
	try {
		return JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
	} catch {
		return {};
	}
}
