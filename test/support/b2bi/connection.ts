import type { Connection } from '../../../clients/b2bi';
import type { B2biSandbox } from '../../../sandbox/b2bi';

/** The connection to a sandbox of B2B Integrator, as its user `integration`. */
export function b2biConnection(sandbox: B2biSandbox, changes: Partial<Connection> = {}): Connection {
	const [{ userId, password }] = sandbox.users;
	return {
		baseUrl: sandbox.url,
		login: { style: 'basic', userId, password },
		tls: { ca: sandbox.ca },
		timeZone: 'UTC',
		timeoutMs: 20_000,
		maxInFlight: 8,
		...changes,
	};
}

/** OAuth2 login of the sandbox. */
export const b2biOAuth = ({ tokenUrl, oauthClient }: B2biSandbox): Connection['login'] => ({
	style: 'oauth2',
	tokenUrl,
	clientId: oauthClient.id,
	clientSecret: oauthClient.secret,
	scope: oauthClient.scope,
	clientAuthentication: 'header',
});
