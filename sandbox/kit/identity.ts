import type { TlsOptions } from 'node:tls';

import { Authority, type ClientCertificate } from './certificates';
import { lazy } from './lazy';

interface Demands {
	/** Lets in only those with the client certificate. */
	mutualTls?: boolean;
	/** The only version of TLS that is spoken. */
	tlsVersion?: 'TLSv1.2' | 'TLSv1.3';
}

/**
 * An authority, with the certificates that it issued to a server and its clients. They take long to make, so only what
 * is read is made.
 */
export class Identity {
	private readonly authority = lazy(() => new Authority());

	private readonly client = lazy(() => this.authority().client());

	/** Certificate of the authority, PEM. */
	get ca(): string {
		return this.authority().certificate;
	}

	get clientCertificate(): ClientCertificate {
		return this.client();
	}

	/** A client certificate whose validity ended yesterday. */
	expiredClientCertificate(): ClientCertificate {
		return this.authority().client({ expired: true });
	}

	/** What a server needs to speak TLS. */
	server({ mutualTls, tlsVersion }: Demands): TlsOptions {
		const { certificate: cert, key } = this.authority().server();
		return {
			cert,
			key,
			...(mutualTls ? { ca: this.ca, requestCert: true, rejectUnauthorized: true } : {}),
			...(tlsVersion ? { minVersion: tlsVersion, maxVersion: tlsVersion } : {}),
		};
	}
}
