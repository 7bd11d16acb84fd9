import { Limiter } from '../../kit/http/limiter';
import { Secrets } from '../../kit/http/redact';
import { Session } from '../../kit/http/session';
import { hash, sharedState } from '../../kit/http/sharedState';
import { secretsOf } from './authentication';
import { restRoot, type Connection } from './connection';
import { freshnessOf, type Grant } from './grant';

/** What all clients of one connection share in this process. */
export interface ConnectionState {
	session: Session<Grant>;
	limiter: Limiter;
	/** What no error may show. */
	secrets: Secrets;
}

/**
 * A name for the connection that reveals nothing: endpoint, user, secrets, TLS identity and headers,
 * hashed.
 */
export function identityOf(connection: Connection): string {
	const { authentication, loginId, password, tls, headers, maxInFlight } = connection;
	return hash(['oms', restRoot(connection.endpoint), authentication, loginId, password, tls, headers, maxInFlight]);
}

/** Session, limiter and secrets of a connection. */
export function stateOf(connection: Connection): ConnectionState {
	return sharedState(identityOf(connection), () => ({
		session: new Session(freshnessOf),
		limiter: new Limiter(connection.maxInFlight),
		secrets: new Secrets(secretsOf(connection)),
	}));
}
