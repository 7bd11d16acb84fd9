import { Limiter } from '../../kit/http/limiter';
import { Secrets } from '../../kit/http/redact';
import { hash, sharedState } from '../../kit/http/sharedState';
import { baseOf, secretsOf, tenantOf, type InventoryConnection } from './connection';
import { Tokens } from './tokens';

/** What all clients of one connection share in this process. */
export interface ConnectionState {
	tokens: Tokens;
	limiter: Limiter;
	/** What no error may show. */
	secrets: Secrets;
}

/** Tokens, limiter and secrets of a connection, under a name that reveals nothing. */
export function stateOf(connection: InventoryConnection): ConnectionState {
	const { authentication, tls, headers, maxInFlight } = connection;
	const identity = [baseOf(connection), tenantOf(connection), authentication, tls, headers, maxInFlight];
	return sharedState(hash(['inventory', ...identity]), () => ({
		tokens: new Tokens(),
		limiter: new Limiter(maxInFlight),
		secrets: new Secrets(secretsOf(connection)),
	}));
}
