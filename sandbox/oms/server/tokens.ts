import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../kit/clock';

interface Session {
	loginId: string;
	lastUse: number;
}

/** Login tokens: opaque, alive while they are used within the idle time [IBM support 733363]. */
export class Tokens {
	private readonly sessions = new Map<string, Session>();

	constructor(
		private readonly clock: Clock,
		public idleMs: number,
	) {}

	/** How many tokens are alive. */
	get alive(): number {
		const oldest = this.clock.now() - this.idleMs;
		return [...this.sessions.values()].filter(({ lastUse }) => lastUse >= oldest).length;
	}

	issue(loginId: string): string {
		const token = randomBytes(48).toString('base64url');
		this.sessions.set(token, { loginId, lastUse: this.clock.now() });
		return token;
	}

	/** Whether the token is this user's and alive; its idle time then starts again. */
	use(loginId: string, token: string): boolean {
		const session = this.sessions.get(token);
		if (!session || session.loginId !== loginId) return false;
		if (this.clock.now() - session.lastUse > this.idleMs) {
			this.sessions.delete(token);
			return false;
		}
		session.lastUse = this.clock.now();
		return true;
	}

	/** Ends all sessions, or those of one user. */
	expire(loginId?: string): void {
		for (const [token, session] of this.sessions) {
			if (loginId === undefined || session.loginId === loginId) this.sessions.delete(token);
		}
	}
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** JSON web tokens, signed with a secret of this process, with an expiry in `exp`. */
export class WebTokens {
	private readonly secret = randomBytes(32);

	constructor(
		private readonly clock: Clock,
		private readonly lifeMs: number,
	) {}

	issue(loginId: string): string {
		const now = Math.floor(this.clock.now() / 1000);
		const claims = { sub: loginId, iss: 'sandbox', iat: now, exp: now + Math.floor(this.lifeMs / 1000) };
		const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
		return `${content}.${this.sign(content)}`;
	}

	/** The login in a token that is genuine and has not expired. */
	verify(token: string): string | undefined {
		const [header, claims, signature] = token.split('.');
		if (!header || !claims || !signature) return undefined;
		const expected = Buffer.from(this.sign(`${header}.${claims}`));
		const given = Buffer.from(signature);
		if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
		const { sub, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string; exp: number };
		return exp * 1000 > this.clock.now() ? sub : undefined;
	}

	private sign(content: string): string {
		return createHmac('sha256', this.secret).update(content).digest('base64url');
	}
}
