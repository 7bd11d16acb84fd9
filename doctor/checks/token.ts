import type { Check } from '../visit';

/** How long a login lives, as far as its token says. */
export const token: Check = {
	id: 'token',
	title: 'Life of the login',
	needs: 'login',
	async run({ connection, tape }, notes) {
		const { authentication } = connection;
		if (authentication === 'basic') {
			notes.ok('Basic authentication has no token: each request carries the login.');
			return;
		}
		const minutes = authentication === 'jwt' ? lifeOf(tape.last('jwt')?.response.body ?? '') : undefined;
		if (minutes !== undefined) notes.ok(`The bearer token lives for ${minutes} minutes.`);
		else if (authentication === 'jwt')
			notes.ok('The bearer token does not show when it expires; it is renewed after 4 minutes.');
		notes.ok(
			'The login token does not show when it expires. Sterling ends it after 30 idle minutes unless yfs.api.security.token.timeout is set; the nodes renew it.',
		);
	},
};

/** Minutes between the times in a JSON web token. */
function lifeOf(body: string): number | undefined {
	const [, claims = ''] = body.trim().replace(/"/g, '').split('.');
	try {
		const { exp, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
		return typeof exp === 'number' && typeof iat === 'number' ? Math.round((exp - iat) / 60) : undefined;
	} catch {
		return undefined;
	}
}
