import { createPublicKey } from 'node:crypto';

import type { ICredentialDataDecryptedObject, ICredentialType, INodeParameters, INodeType } from 'n8n-workflow';

import { IbmB2bIntegratorApi } from '../../../credentials/IbmB2bIntegratorApi.credentials';
import { IbmInventoryApi } from '../../../credentials/IbmInventoryApi.credentials';
import { IbmMqApi } from '../../../credentials/IbmMqApi.credentials';
import { IbmSterlingOmsApi } from '../../../credentials/IbmSterlingOmsApi.credentials';
import { SysproApi } from '../../../credentials/SysproApi.credentials';
import { credentialFor } from '../../../engine/oneNode';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { IbmB2bIntegratorTrigger } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegratorTrigger.node';
import { IbmInventory } from '../../../nodes/IbmInventory/IbmInventory.node';
import { IbmInventoryTrigger } from '../../../nodes/IbmInventory/IbmInventoryTrigger.node';
import { IbmMq } from '../../../nodes/IbmMq/IbmMq.node';
import { IbmMqTrigger } from '../../../nodes/IbmMq/IbmMqTrigger.node';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { IbmSterlingOmsTrigger } from '../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { SysproTrigger } from '../../../nodes/Syspro/SysproTrigger.node';
import { startSandbox } from '../../../sandbox';
import { startB2bi } from '../../../sandbox/b2bi';
import { startInventorySandbox } from '../../../sandbox/inventory';
import type { Clock } from '../../../sandbox/kit/clock';
import type { Faults } from '../../../sandbox/kit/faults';
import type { RequestLog } from '../../../sandbox/kit/requestLog';
import { startMq } from '../../../sandbox/mq';
import { startSyspro } from '../../../sandbox/syspro';
import { b2biCredential } from '../b2bi/nodes';
import { line, ORDER } from '../bench';
import { inventoryCredential } from '../inventoryBench';
import { spareKey } from '../keys';
import { mqCredential } from '../mq/nodes';
import { sysproCredential } from '../syspro/nodes';
import { secrets } from '../watch';
import { gatewayHeader, lend, noteResults, p12Identity, pemIdentity, planted } from './plant';

/** An emulated system whose secrets are canaries, and the credential that opens it. */
export interface Scene {
	credential: ICredentialDataDecryptedObject;
	faults: Faults;
	log: RequestLog;
	clock: Clock;
	/** How often the system has been called. */
	calls(): number;
	/** Parameters that only a running system can say, by operation. */
	parameters?: Record<string, INodeParameters>;
	/** Lets something happen that the product's trigger reports. */
	happen(): void;
	close(): Promise<void>;
}

/** A product: its credential, its nodes, and each way to log in. */
export interface Product {
	name: string;
	credential: ICredentialType;
	action: INodeType;
	trigger: INodeType;
	/** How the trigger is set up. */
	listens: INodeParameters;
	logins: Record<string, () => Promise<Scene>>;
	/** What the placeholders do not say: for every operation that has the parameter, and for one. */
	usual?: INodeParameters;
	parameters?: Record<string, INodeParameters>;
	/** Operations that call nothing. */
	offline?: readonly string[];
}

const requestsOf = (log: RequestLog) => () => log.counters.requests;

async function orderManagement(authentication: 'standard' | 'basic' | 'jwt', asFile: boolean): Promise<Scene> {
	const sandbox = await startSandbox({ authentication, mutualTls: true });
	const [user] = sandbox.users;
	lend(user, 'password', planted('password'));
	noteResults(sandbox.tokens, 'issue', (token: string) => [token]);
	const identity = asFile ? p12Identity(sandbox.clientCertificate) : pemIdentity(sandbox.clientCertificate);
	const basic = Buffer.from(`${user.loginId}:${user.password}`).toString('base64');
	secrets.add('Basic value', basic);
	let count = 0;
	const happen = () => {
		const number = { OrderNo: `CANARY-${authentication}-${(count += 1)}` };
		sandbox.store.call('createOrder', { ...ORDER, ...number, OrderLines: { OrderLine: [line('2')] } } as never);
		sandbox.clock.advance(120_000);
	};
	const credential = { ...credentialFor(sandbox), authentication, ...identity, ...gatewayHeader() };
	return { ...sandbox, credential: credential as never, calls: requestsOf(sandbox.log), happen };
}

type InventoryLogin = 'oauth2' | 'bearer' | 'HS256' | 'RS256';

async function inventory(login: InventoryLogin): Promise<Scene> {
	const key = spareKey();
	secrets.addKey('private key', key);
	const [bearerToken, sharedSecret] = [planted('bearerToken'), planted('sharedSecret')];
	const sandbox = await startInventorySandbox({
		mutualTls: true,
		bearers: [bearerToken],
		jwtKeys: [sharedSecret, createPublicKey(key)],
	});
	lend(sandbox.client, 'clientSecret', planted('clientSecret'));
	secrets.add('Basic value', Buffer.from(Object.values(sandbox.client).join(':')).toString('base64'));
	noteResults(sandbox.tokens, 'grant', ({ body }: { body: { access_token: string } }) => [body.access_token]);
	const logins: Record<InventoryLogin, object> = {
		oauth2: { authentication: 'oauth2' },
		bearer: { authentication: 'bearer', bearerToken },
		HS256: { authentication: 'jwt', algorithm: 'HS256', sharedSecret },
		RS256: { authentication: 'jwt', algorithm: 'RS256', privateKey: key },
	};
	const events = {
		receiveEvents: true,
		eventClientId: 'ibm-events',
		eventClientSecret: planted('eventClientSecret'),
		eventToken: planted('eventToken', 'canary-eventToken-51c9d3e0b7'),
	};
	const { clientCertificate } = sandbox;
	const identity =
		login === 'bearer' ? p12Identity(clientCertificate) : pemIdentity(clientCertificate, 'certificateKey');
	const credential = inventoryCredential(sandbox, { ...identity, ...logins[login], ...events, ...gatewayHeader() });
	return {
		...sandbox,
		credential: credential as never,
		calls: requestsOf(sandbox.log),
		happen: () => undefined,
	};
}

type B2biLogin = 'basic' | 'header' | 'body';

async function b2bIntegrator(login: B2biLogin): Promise<Scene> {
	const sandbox = await startB2bi({ mutualTls: true, authentication: login === 'basic' ? 'basic' : 'oauth' });
	const [user] = sandbox.users;
	lend(user, 'password', planted('password'));
	const client = sandbox.oauthClient as { id: string; secret: string };
	lend(client, 'secret', planted('clientSecret'));
	secrets.add('Basic value', Buffer.from(`${user.userId}:${user.password}`).toString('base64'));
	const proof = new URLSearchParams({ [client.id]: client.secret }).toString().replace('=', ':');
	secrets.add('Basic value', Buffer.from(proof).toString('base64'));
	noteResults(sandbox.login, 'token', ({ body }: { body: { access_token?: string } }) => [body.access_token ?? '']);
	const oauth = {
		authentication: 'oauth2',
		tokenUrl: sandbox.tokenUrl,
		clientId: client.id,
		clientSecret: client.secret,
		clientAuthentication: login,
	};
	const identity = login === 'basic' ? pemIdentity(sandbox.clientCertificate) : p12Identity(sandbox.clientCertificate);
	const credential = b2biCredential(sandbox, {
		...identity,
		...(login === 'basic' ? {} : oauth),
		...gatewayHeader(),
	});
	let count = 0;
	const happen = () => void sandbox.store.deposit('/ACME/Inbox', `canary-${(count += 1)}.txt`, 'content', 0);
	const adapterUri = `${sandbox.adapterUrl}drop-secure`;
	const parameters = { 'process:start': { adapterUri, adapterAuthentication: login === 'basic' ? 'login' : 'none' } };
	return { ...sandbox, parameters, credential, calls: requestsOf(sandbox.log), happen };
}

async function syspro(services: 'both' | 'enet' | 'odata'): Promise<Scene> {
	const sandbox = await startSyspro();
	const [operator] = sandbox.operators;
	lend(operator, 'password', planted('operatorPassword'));
	secrets.add('odataPassword', operator.password);
	secrets.add('Basic value', Buffer.from(`${operator.operator}:${operator.password}`).toString('base64'));
	sandbox.sessions.onLogon = (id) => secrets.add('session ID', id);
	const { company } = await import('../../../sandbox/syspro/options');
	lend(company as { password: string }, 'password', planted('companyPassword'));
	const credential = sysproCredential(sandbox, {
		services,
		companyPassword: company.password,
		...(services === 'enet' ? p12Identity(sandbox.clientCertificate) : pemIdentity(sandbox.clientCertificate)),
		...gatewayHeader(),
	});
	const happen = () => {
		const lines = [{ stockCode: '02', quantity: '5', price: '1' }];
		sandbox.company.printPurchaseOrder(sandbox.company.placePurchaseOrder('0000200', lines));
	};
	return { ...sandbox, credential, calls: requestsOf(sandbox.log), happen };
}

async function mq(connectWith: 'builtIn' | 'rest', asFile: boolean): Promise<Scene> {
	const sandbox = await startMq({ tls: true, mutualTls: true });
	const [user] = sandbox.users;
	lend(user, 'password', planted('password'));
	secrets.add('Basic value', Buffer.from(`${user.userId}:${user.password}`).toString('base64'));
	const identity = asFile ? p12Identity(sandbox.clientCertificate) : pemIdentity(sandbox.clientCertificate);
	return {
		...sandbox,
		credential: mqCredential(sandbox, { connectWith, ...identity }),
		calls: () => sandbox.log.counters.requests + sandbox.clients.length,
		happen: () => void sandbox.manager.send('OMS.ORDER.CREATED', 'something'),
	};
}

const at = (mode: string, value: string) => ({ __rl: true, mode, value });

export const PRODUCTS: readonly Product[] = [
	{
		name: 'Order Management',
		credential: new IbmSterlingOmsApi(),
		action: new IbmSterlingOms(),
		trigger: new IbmSterlingOmsTrigger(),
		listens: { events: ['orderCreated'], output: 'lines', options: { lag: 0 } },
		logins: {
			standard: async () => await orderManagement('standard', false),
			basic: async () => await orderManagement('basic', true),
			jwt: async () => await orderManagement('jwt', false),
		},
		usual: { conditions: {} },
		parameters: { 'api:executeService': { rootElement: 'Order' } },
	},
	{
		name: 'Inventory Visibility',
		credential: new IbmInventoryApi(),
		action: new IbmInventory(),
		trigger: new IbmInventoryTrigger(),
		listens: {},
		logins: {
			oauth2: async () => await inventory('oauth2'),
			bearer: async () => await inventory('bearer'),
			HS256: async () => await inventory('HS256'),
			RS256: async () => await inventory('RS256'),
		},
		usual: { shipNodes: ['AUR_DC1'] },
		// A threshold is about one place.
		parameters: Object.fromEntries(
			['threshold:delete', 'threshold:get', 'threshold:set'].map((name) => [name, { distributionGroup: at('id', '') }]),
		),
		offline: ['event:parse'],
	},
	{
		name: 'B2B Integrator',
		credential: new IbmB2bIntegratorApi(),
		action: new IbmB2bIntegrator(),
		trigger: new IbmB2bIntegratorTrigger(),
		listens: { mailbox: at('path', '/ACME/Inbox'), content: 'text', afterwards: 'leave' },
		logins: {
			basic: async () => await b2bIntegrator('basic'),
			'OAuth2, header': async () => await b2bIntegrator('header'),
			'OAuth2, body': async () => await b2bIntegrator('body'),
		},
		usual: { text: 'content' },
	},
	{
		name: 'SYSPRO',
		credential: new SysproApi(),
		action: new Syspro(),
		trigger: new SysproTrigger(),
		listens: {},
		logins: {
			both: async () => await syspro('both'),
			'e.net': async () => await syspro('enet'),
			OData: async () => await syspro('odata'),
		},
		parameters: {
			'purchaseOrder:applyAcknowledgement': {
				document: { type: 'purchaseOrderAcknowledgement', number: '2', status: 'changed', lines: [] },
			},
			'purchaseOrder:receive': {
				document: {
					type: 'shipNotice',
					number: 'SHIP-7',
					shipment: { orders: [{ orderNumber: '1', items: [{ itemIds: { buyerPart: 'A100' }, quantity: '1' }] }] },
				},
			},
			'salesOrder:create': {
				document: {
					type: 'purchaseOrder',
					number: 'CANARY-1',
					date: '2026-11-27',
					lines: [{ number: '1', quantity: '3', unit: 'EA', price: '25', itemIds: { vendorPart: 'A100' } }],
				},
			},
			'supplierInvoice:create': {
				document: { type: 'invoice', number: 'CANARY-2', date: '2026-11-27', total: '48000', orderNumber: '1' },
			},
		},
	},
	{
		name: 'MQ',
		credential: new IbmMqApi(),
		action: new IbmMq(),
		trigger: new IbmMqTrigger(),
		listens: { queue: 'OMS.ORDER.CREATED' },
		logins: {
			'built-in': async () => await mq('builtIn', false),
			REST: async () => await mq('rest', true),
		},
		usual: { queue: 'OMS.ORDER.CREATED', targetQueue: 'OMS.ORDER.CHANGED', text: 'content' },
	},
];
