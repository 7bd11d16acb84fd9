import type { ClientCertificate } from './certificates';
import type { Clock } from './clock';
import { Control } from './control';
import { Faults } from './faults';
import { Identity } from './identity';
import { Listener, type Application } from './listener';
import { RequestLog } from './requestLog';

interface HostOptions {
	/** 0 (default) takes a free port. */
	port?: number;
	/** Plain HTTP instead of HTTPS. */
	plainHttp?: boolean;
	/** Lets in only those with the client certificate. */
	mutualTls?: boolean;
	/** The only version of TLS that is spoken. */
	tlsVersion?: 'TLSv1.2' | 'TLSv1.3';
	/** Requests per second above which 429 is returned. */
	rateLimit?: number;
	/** How long an idle connection stays open, in milliseconds. */
	keepAliveMs?: number;
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
	/** Of its own unless given: what also strikes beside the web server. */
	faults?: Faults;
	/** Of its own unless given: what is also used beside the web server. */
	identity?: Identity;
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
	/** One whose validity ended yesterday. */
	expiredClientCertificate(): ClientCertificate;
	faults: Faults;
	log: RequestLog;
	/** Cuts every connection; nothing stays open. */
	close(): Promise<void>;
}

/** Starts a product's web server on the loopback address, with (by default) HTTPS, faults and a log. */
export async function host(hosting: Hosting, options: HostOptions): Promise<Hosted> {
	const { application, clock, behaviour, areas = {}, identity = new Identity() } = hosting;
	const faults = hosting.faults ?? new Faults(options.randomSeed ?? 1);
	const log = new RequestLog();
	const control = new Control({ clock, faults, log, behaviour, areas });
	const listener = new Listener(
		{ clock, control, faults, log, application, rateLimit: options.rateLimit },
		options.plainHttp ? undefined : identity.server(options),
		options.keepAliveMs ?? 65_000,
	);
	const port = await listener.listen(options.port ?? 0);
	const url = `${options.plainHttp ? 'http' : 'https'}://127.0.0.1:${port}`;
	return {
		url,
		controlUrl: `${url}/sandbox`,
		get ca() {
			return identity.ca;
		},
		get clientCertificate() {
			return identity.clientCertificate;
		},
		expiredClientCertificate: () => identity.expiredClientCertificate(),
		faults,
		log,
		close: async () => await listener.close(),
	};
}
