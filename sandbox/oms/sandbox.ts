import { Clock } from '../kit/clock';
import { apis } from './apis';
import { Element } from './document/element';
import { elementFromJson, jsonFromElement, type JsonObject } from './document/json';
import { Context } from './engine/context';
import { Dispatcher } from './engine/dispatcher';
import type { Row } from './store/entity';
import { PageSets } from './engine/pageSets';
import { parseXml } from './document/xml';
import { entities } from './entities';
import { defaultBehaviour, type Behaviour, type SandboxOptions, type SandboxUser } from './options';
import { seed } from './seed';
import { users as seededUsers } from './seed/users';
import { AsyncAgent, type AgentRun } from './server/asyncAgent';
import { Authentication } from './server/authenticate';
import { Authority, type ClientCertificate } from '../kit/certificates';
import { host, type Hosted } from '../kit/host';
import { RestApi } from './server/restApi';
import { Tokens, WebTokens } from './server/tokens';
import { services } from './services';
import { Database } from './store/database';

const minute = 60_000;

/** The data behind the wire, for assertions and for setting the scene. */
export interface SandboxStore {
	database: Database;
	/** Rows of an entity, in key order. */
	rows(entity: string): Row[];
	/** All orders. */
	orders(): Row[];
	/** An order by number, in the enterprise AURORA and as a sales order by default. */
	order(orderNo: string, enterprise?: string, documentType?: string): Row | undefined;
	/** Runs an API in process as the administrator; documents in JSON form, template as XML. */
	call(api: string, input: JsonObject, template?: string): JsonObject | undefined;
	/** Creates many small orders (numbers BULK-1…) for tests of paging and speed. */
	createOrders(count: number, more?: JsonObject): void;
}

/** A running sandbox. */
export interface Sandbox extends Hosted {
	/** Address with the context root, such as https://127.0.0.1:49152/smcfs. */
	url: string;
	/** An authority that the server does not trust, and a client certificate of it. */
	foreignAuthority(): { ca: string; clientCertificate: ClientCertificate };
	users: SandboxUser[];
	/** May be changed while the sandbox runs. */
	behaviour: Behaviour;
	clock: Clock;
	/** Login tokens; `tokens.expire()` ends them all. */
	tokens: Tokens;
	store: SandboxStore;
	/** Carries out what createAsyncRequest and asynchronous services queued. */
	runAsyncAgent(): AgentRun;
}

function storeOf(database: Database, dispatcher: Dispatcher, behaviour: Behaviour): SandboxStore {
	const admin = seededUsers.find(({ loginId }) => loginId === 'admin') as SandboxUser;
	const call: SandboxStore['call'] = (api, input, template) => {
		const output = dispatcher.invoke(admin, api, elementFromJson(dispatcher.rootOf(api) ?? api, input), {
			template: template === undefined ? undefined : parseXml(template),
		});
		return output && jsonFromElement(output, behaviour.singleMember);
	};
	return {
		database,
		rows: (entity) => database.all(entity),
		orders: () => database.all('Order'),
		order: (orderNo, enterprise = 'AURORA', documentType = '0001') =>
			database.find('Order', { OrderNo: orderNo, EnterpriseCode: enterprise, DocumentType: documentType }),
		call,
		createOrders(count, more = {}) {
			const address = { FirstName: 'Bulk', LastName: 'Buyer', City: 'Exampleton', Country: 'US' };
			const line = (item: string): JsonObject => ({
				OrderedQty: '1',
				Item: { ItemID: item, UnitOfMeasure: 'EACH' },
				LinePriceInfo: { UnitPrice: '9.90' },
			});
			const first = database.table('Order').size + 1;
			for (let number = first; number < first + count; number += 1) {
				call('createOrder', {
					EnterpriseCode: 'AURORA',
					DocumentType: '0001',
					OrderNo: `BULK-${number}`,
					PersonInfoBillTo: address,
					OrderLines: { OrderLine: [line('MUG-BLUE'), line('MUG-RED')] },
					...more,
				});
			}
		},
	};
}

/**
 * Starts an emulated Sterling OMS on the loopback address, with seeded data and (by default)
 * HTTPS.
 * `close()` leaves nothing open.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const clock = new Clock(options.machineClock);
	const behaviour: Behaviour = structuredClone({ ...defaultBehaviour, ...options.behaviour });
	// Its own, so that a password changed here is not changed in the other sandboxes of the process.
	const users = structuredClone(seededUsers);
	const database = new Database(entities, clock);
	const dispatcher = new Dispatcher(database, apis, services, behaviour);
	seed(database, dispatcher, behaviour, services, options.withoutOrders !== true, options.withFulfilment === true);
	database.commitLagMs = options.commitLagMs ?? 0;

	const contextRoot = options.contextRoot ?? 'smcfs';
	const tokens = new Tokens(clock, options.tokenIdleMs ?? 30 * minute);
	const webTokens = new WebTokens(clock, options.jwtLifeMs ?? 5 * minute);
	const authentication = new Authentication(
		options.authentication ?? 'standard',
		users,
		tokens,
		webTokens,
		() => behaviour.issueTokens,
	);
	const contextFor = (user: SandboxUser, program: string): Context =>
		new Context(
			database,
			user,
			behaviour,
			program,
			new Element(''),
			undefined,
			(name, input, call) => dispatcher.invoke(user, name, input, call),
			new PageSets(),
		);
	const agent = new AsyncAgent(database, dispatcher, users, contextFor);
	const hosted = await host(
		{
			application: new RestApi(contextRoot, authentication, dispatcher, database, agent, behaviour),
			clock,
			behaviour,
			areas: {
				'POST agent': () => agent.run(),
				'GET tokens': () => ({ alive: tokens.alive }),
				'POST expire-tokens': (body) => {
					tokens.expire((body as { user?: string }).user);
					return {};
				},
			},
		},
		options,
	);
	const timer = options.asyncAgentMs === undefined ? undefined : setInterval(() => agent.run(), options.asyncAgentMs);
	timer?.unref();
	const stopListening = hosted.close;

	return Object.assign(hosted, {
		url: `${hosted.url}/${contextRoot}`,
		foreignAuthority() {
			const foreign = new Authority('foreign authority');
			return { ca: foreign.certificate, clientCertificate: foreign.client() };
		},
		users,
		behaviour,
		clock,
		tokens,
		store: storeOf(database, dispatcher, behaviour),
		runAsyncAgent: () => agent.run(),
		async close() {
			clearInterval(timer);
			await stopListening();
		},
	});
}
