import { Clock } from '../kit/clock';
import { host, type Hosted } from '../kit/host';
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
export interface B2biSandbox extends Hosted {
	/** Address below which the URIs of the HTTP Server adapter are. */
	adapterUrl: string;
	/** Token endpoint of the identity service. */
	tokenUrl: string;
	users: readonly B2biUser[];
	oauthClient: typeof oauthClient;
	/** May be changed while the sandbox runs. */
	behaviour: B2biBehaviour;
	clock: Clock;
	login: Login;
	/** Mailboxes, messages and documents, for assertions and for setting the scene. */
	store: Store;
	tables: Tables;
	processes: Processes;
	/** Lets everything happen that is due by now: deliveries, rules, responses of the partner. */
	settle(): void;
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
	const settle = () => store.agenda.catchUp(clock.now());
	const services = servicesOf(store, behaviour, tables, processes);
	const isHttps = options.plainHttp !== true;
	const hosted = await host(
		{
			application: new B2biApi({ store, services, processes, login, behaviour, isHttps }),
			clock,
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
		},
		options,
	);
	return Object.assign(hosted, {
		adapterUrl: hosted.url + ADAPTER_PREFIX,
		tokenUrl: hosted.url + oauthClient.tokenPath,
		users,
		oauthClient,
		behaviour,
		clock,
		login,
		store,
		tables,
		processes,
		settle,
	});
}
