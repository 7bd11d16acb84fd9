import assert from 'node:assert/strict';
import { type Answer, type HttpStandIn, type Received, startHttp } from './http';

/** A row of the table of sales orders, in Dataverse's names; lines are in `order_details`. */
export type SalesOrder = Record<string, unknown> & { salesorderid: string; statecode: number; modifiedon: string };

export interface Dataverse extends HttpStandIn {
	orders: SalesOrder[];
	/** Values of an OAuth2 API credential that is let in. */
	credential: Record<string, unknown>;
	/** Makes all tokens given so far invalid. */
	expireTokens: () => void;
}

const CLIENT = { client_id: 'aurora-n8n', client_secret: 'dataverse-stand-in' };
const SALES_ORDERS = '/api/data/v9.2/salesorders';

/** The comparisons that the stand-in knows of OData's filter language. */
function matches(order: SalesOrder, filter: string): boolean {
	return filter.split(' and ').every((part) => {
		const [, column, operator, value] = /^(\w+) (eq|ge) (\S+)$/.exec(part) ?? [];
		assert.ok(column, `filter not understood: ${part}`);
		const held = order[column] ?? null;
		if (operator === 'eq') return String(held) === value;
		return Date.parse(String(held)) >= Date.parse(value!);
	});
}

/** The navigation properties that an `$expand` names, without what is nested in them. */
const expandedBy = (expand: string) => expand.replace(/\((?:[^()]|\([^()]*\))*\)/g, '').split(',');

/** An order with these columns only. */
const selected = (order: SalesOrder, names: string[]) =>
	Object.fromEntries(names.map((name) => [name, order[name] ?? null]));

/**
 * The part of the Dataverse Web API that reads and changes sales orders: tokens by client credentials, `$select`,
 * `$expand`, `$filter`, pages by `Prefer: odata.maxpagesize` with `@odata.nextLink`, and PATCH. As documented by
 * Microsoft ("Join tables using OData", "Page results using OData").
 */
export async function startDataverse(orders: SalesOrder[]): Promise<Dataverse> {
	let issued = 0;
	let oldest = 1;

	function token({ body }: Received): Answer {
		const { grant_type, scope, ...client } = Object.fromEntries(new URLSearchParams(body));
		assert.deepEqual([grant_type, scope], ['client_credentials', 'https://aurora.crm.example/.default']);
		assert.deepEqual(client, CLIENT);
		issued += 1;
		return { body: { token_type: 'Bearer', expires_in: 3599, access_token: `token-${issued}` } };
	}

	function page({ query, headers }: Received): Answer {
		const size = Number(/odata\.maxpagesize=(\d+)/.exec(String(headers.prefer))?.[1] ?? 5000);
		const start = Number(query.get('$skiptoken') ?? 0);
		const names = query.get('$select')!.split(',');
		const expanded = expandedBy(query.get('$expand')!);
		const found = orders.filter((order) => matches(order, query.get('$filter')!));
		const rows = found.slice(start, start + size).map((order) => selected(order, [...names, ...expanded]));
		const next = new URLSearchParams(query);
		next.set('$skiptoken', String(start + size));
		const more = start + size < found.length ? { '@odata.nextLink': `${standIn.url}${SALES_ORDERS}?${next}` } : {};
		return { body: { value: rows, ...more } };
	}

	function change(request: Received): Answer {
		const id = /\((.+)\)$/.exec(request.path)?.[1];
		const order = orders.find(({ salesorderid }) => salesorderid === id);
		if (!order) return { status: 404, body: { error: { code: '0x80040217', message: 'salesorder does not exist' } } };
		Object.assign(order, request.json());
		return { status: 204 };
	}

	const standIn = await startHttp((request) => {
		if (request.path === '/aurora/oauth2/v2.0/token') return token(request);
		const given = Number(/^Bearer token-(\d+)$/.exec(String(request.headers.authorization))?.[1] ?? 0);
		if (given < oldest) return { status: 401, body: { error: { code: '0x80072560', message: 'no valid token' } } };
		return request.method === 'PATCH' ? change(request) : page(request);
	});
	return {
		...standIn,
		orders,
		credential: {
			grantType: 'clientCredentials',
			accessTokenUrl: `${standIn.url}/aurora/oauth2/v2.0/token`,
			clientId: CLIENT.client_id,
			clientSecret: CLIENT.client_secret,
			scope: 'https://aurora.crm.example/.default',
			authentication: 'body',
		},
		expireTokens: () => (oldest = issued + 1),
	};
}
