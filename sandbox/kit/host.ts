import { Authority, type ClientCertificate } from './certificates';
import type { Clock } from './clock';
import { Control } from './control';
import { Faults } from './faults';
import { lazy } from './lazy';
import { Listener, type Application } from './listener';
import { RequestLog } from './requestLog';

interface HostOptions {
	/** 0 (default) takes a free port. */
	port?: number;
	/** Plain HTTP instead of HTTPS. */
	plainHttp?: boolean;
	/** Lets in only those with the client certificate. */
	mutualTls?: boolean;
	/** Seed of the random numbers that decide on faults with a probability. */
	randomSeed?: number;
}

/** What a product brings to its web server. */
interface Hosting {
	application: Application;
	clock: Clock;
	/** May be read and changed while the sandbox runs. */
	behaviour: object;
	/** What the product adds to the control endpoint, by method and area. */
	areas?: Record<string, (body: object) => unknown>;
}

/** A running web server, and what is at hand to steer it. */
export interface Hosted {
	/** Scheme, host and port. */
	url: string;
	controlUrl: string;
	/** Certificate of its authority, PEM. */
	readonly ca: string;
	/** A certificate that its authority issued to a client. */
	readonly clientCertificate: ClientCertificate;
	faults: Faults;
	log: RequestLog;
	/** Cuts every connection; nothing stays open. */
	close(): Promise<void>;
}

/** Starts a product's web server on the loopback address, with (by default) HTTPS, faults and a log. */
export async function host(
	{ application, clock, behaviour, areas = {} }: Hosting,
	options: HostOptions,
): Promise<Hosted> {
	const faults = new Faults(options.randomSeed ?? 1);
	const log = new RequestLog();
	const control = new Control({ clock, faults, log, behaviour, areas });
	// Certificates take long to make.
	const authority = lazy(() => new Authority());
	const clientCertificate = lazy(() => authority().client());
	const tls = () => {
		const { certificate: cert, key } = authority().server();
		const mutual = { ca: authority().certificate, requestCert: true, rejectUnauthorized: true };
		return { cert, key, ...(options.mutualTls ? mutual : {}) };
	};
	const listener = new Listener(
		{ clock, control, faults, log, application, rateLimit: undefined },
		options.plainHttp ? undefined : tls(),
		65_000,
	);
	const port = await listener.listen(options.port ?? 0);
	const url = `${options.plainHttp ? 'http' : 'https'}://127.0.0.1:${port}`;
	return {
		url,
		controlUrl: `${url}/sandbox`,
		get ca() {
			return authority().certificate;
		},
		get clientCertificate() {
			return clientCertificate();
		},
		faults,
		log,
		close: async () => await listener.close(),
	};
}
