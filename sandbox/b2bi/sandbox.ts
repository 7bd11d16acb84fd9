import { Authority, type ClientCertificate } from '../kit/certificates';
import { Clock } from '../kit/clock';
import { Control } from '../kit/control';
import { Faults } from '../kit/faults';
import { lazy } from '../kit/lazy';
import { Listener } from '../kit/listener';
import { RequestLog } from '../kit/requestLog';
import { ADAPTER_PREFIX } from './adapters';
import { B2biApi } from './api';
import { Login } from './login';
import { defaultBehaviour, oauthClient, users, type B2biBehaviour, type B2biOptions, type B2biUser } from './options';
import { partnerAtWork } from './partner';
import { Processes } from './processes';
import { routeMessages } from './routing';
import { seed, type Tables } from './seed';
import { mailboxes } from './services/mailboxes';
import { documents, mailboxContents, mailboxMessages } from './services/messages';
import { communities, partnerGroups, tradingPartners } from './services/partners';
import { routingChannels, routingRules, userAccounts, userVirtualRoots } from './services/routing';
import type { Service } from './services/service';
import { Store } from './store';

/** A running sandbox of B2B Integrator. */
export interface B2biSandbox {
	/** Address with host and port, such as https://127.0.0.1:49152. */
	url: string;
	/** Address of the control endpoint. */
	controlUrl: string;
	/** Address below which the URIs of the HTTP Server adapter are. */
	adapterUrl: string;
	/** Token endpoint of the identity service. */
	tokenUrl: string;
	/** Certificate of the authority that signed the server's and the client's certificates, as PEM. */
	ca: string;
	/** A certificate that the server accepts. */
	clientCertificate: ClientCertificate;
	users: readonly B2biUser[];
	oauthClient: typeof oauthClient;
	/** May be changed while the sandbox runs. */
	behaviour: B2biBehaviour;
	clock: Clock;
	faults: Faults;
	log: RequestLog;
	login: Login;
	/** Mailboxes, messages and documents, for assertions and for setting the scene. */
	store: Store;
	tables: Tables;
	processes: Processes;
	/** Lets everything happen that is due by now: deliveries, rules, responses of the partner. */
	settle(): void;
	close(): Promise<void>;
}

function tablesOf(store: Store, behaviour: B2biBehaviour): Tables {
	const accounts = userAccounts();
	const ofCommunities = communities();
	const channels = routingChannels(() => partners);
	const others = { communities: ofCommunities, accounts, channels: () => channels };
	const partners = tradingPartners(store, behaviour, others);
	return {
		communities: ofCommunities,
		partners,
		groups: partnerGroups(() => partners),
		channels,
		rules: routingRules(),
		accounts,
		roots: userVirtualRoots(),
	};
}

function servicesOf(
	store: Store,
	behaviour: B2biBehaviour,
	tables: Tables,
	processes: Processes,
): Map<string, Service> {
	return new Map<string, Service>([
		['mailboxes', mailboxes(store)],
		['mailboxcontents', mailboxContents(store)],
		['mailboxmessages', mailboxMessages(store, behaviour)],
		['documents', documents(store, behaviour)],
		['tradingpartners', tables.partners.service],
		['communities', tables.communities.service],
		['partnergroups', tables.groups.service],
		['routingchannels', tables.channels.service],
		['routingrules', tables.rules.service],
		['useraccounts', tables.accounts.service],
		['uservirtualroots', tables.roots.service],
		['workflowmonitors', processes.service()],
	]);
}

/**
 * Starts an emulated B2B Integrator on the loopback address, with a community, partners, mailboxes and routing between
 * them, and (by default) HTTPS. `close()` leaves nothing open.
 */
export async function startB2bi(options: B2biOptions = {}): Promise<B2biSandbox> {
	const clock = new Clock(options.machineClock);
	const behaviour: B2biBehaviour = structuredClone({ ...defaultBehaviour, ...options.behaviour });
	const store = new Store(clock);
	const processes = new Processes(store);
	const tables = tablesOf(store, behaviour);
	seed(store, tables, options.withoutMessages !== true);
	routeMessages({ store, behaviour, channels: tables.channels, rules: tables.rules, processes });
	partnerAtWork(store, behaviour);

	const login = new Login(options.authentication ?? 'basic', clock, options.tokenLifeMs ?? 5 * 60_000);
	const faults = new Faults(options.randomSeed ?? 1);
	const log = new RequestLog();
	const settle = () => store.agenda.catchUp(clock.now());
	const control = new Control({
		clock,
		faults,
		log,
		behaviour,
		areas: {
			'POST settle': () => {
				settle();
				return {};
			},
			'POST expire-tokens': () => {
				login.expire();
				return {};
			},
		},
	});
	const services = servicesOf(store, behaviour, tables, processes);
	const isHttps = options.plainHttp !== true;
	const application = new B2biApi({ store, services, processes, login, behaviour, isHttps });

	// Certificates take long to make.
	const authority = lazy(() => new Authority());
	const clientCertificate = lazy(() => authority().client());
	const tls = () => {
		const { certificate: cert, key } = authority().server();
		const mutual = { ca: authority().certificate, requestCert: true, rejectUnauthorized: true };
		return { cert, key, ...(options.mutualTls ? mutual : {}) };
	};
	const parts = { clock, control, faults, log, application, rateLimit: options.rateLimit };
	const listener = new Listener(parts, isHttps ? tls() : undefined, 65_000);
	const port = await listener.listen(options.port ?? 0);
	const url = `${isHttps ? 'https' : 'http'}://127.0.0.1:${port}`;

	return {
		url,
		controlUrl: `${url}/sandbox`,
		adapterUrl: url + ADAPTER_PREFIX,
		tokenUrl: url + oauthClient.tokenPath,
		get ca() {
			return authority().certificate;
		},
		get clientCertificate() {
			return clientCertificate();
		},
		users,
		oauthClient,
		behaviour,
		clock,
		faults,
		log,
		login,
		store,
		tables,
		processes,
		settle,
		close: async () => await listener.close(),
	};
}
