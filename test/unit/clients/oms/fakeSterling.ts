import { SterlingClient, type Call, type Connection } from '../../../../clients/oms';
import type { Transport, TransportRequest, TransportResponse } from '../../../../kit/http/transport';
import type { ClientOptions } from '../../../../clients/oms/client';

let hosts = 0;

/** A connection to a host of its own, so that no test shares a login with another. */
export function connection(changes: Partial<Connection> = {}): Connection {
	return {
		endpoint: `https://oms${++hosts}.example.com`,
		authentication: 'standard',
		loginId: 'aurora_api',
		password: 'S3cret&Pass word',
		dataFormat: 'json',
		timeoutMs: 1000,
		maxInFlight: 16,
		...changes,
	};
}

/** A read of orders. */
export const read: Call = {
	api: 'getOrderList',
	root: 'Order',
	input: { EnterpriseCode: 'Aurora', MaximumRecords: '20' },
	kind: 'read',
};

/** A create of an order with a number. */
export const create: Call = {
	api: 'createOrder',
	root: 'Order',
	input: { OrderNo: 'AU-1', EnterpriseCode: 'Aurora' },
	kind: 'write',
};

/** In place of a real wait. */
export const noWait = async () => await Promise.resolve();

/** What the client of OMS sends: its bodies are texts. */
export type TextRequest = TransportRequest & { body?: string };

export type Handler = (
	request: TextRequest,
	path: string,
) => Partial<TransportResponse> | Promise<Partial<TransportResponse>>;

/** A transport that logs in by itself and hands everything else to `handler`; counts what it sees. */
export function fakeTransport(handler: Handler) {
	const seen: TextRequest[] = [];
	let logins = 0;
	const transport: Transport = async (sent) => {
		const request = sent as TextRequest;
		seen.push(request);
		const path = new URL(request.url).pathname.split('/restapi/')[1];
		await Promise.resolve();
		if (path === 'invoke/login') {
			const UserToken = `token-${++logins}-opaque`;
			return {
				status: 200,
				headers: { 'set-cookie': [`POD=${logins}; Path=/`] },
				body: JSON.stringify({ UserToken, Password: 'S3cret&Pass word' }),
			};
		}
		return { status: 200, headers: {}, body: '', ...(await handler(request, path)) };
	};
	const paths = () => seen.map(({ url }) => new URL(url).pathname.split('/restapi/')[1]);
	return { transport, seen, paths, logins: () => logins };
}

export const tokenOf = ({ url }: TransportRequest) => new URL(url).searchParams.get('_token');

export const NOT_AUTHENTICATED = {
	status: 400,
	body: JSON.stringify({
		errors: [
			{
				ErrorCode: 'YCP0427',
				ErrorDescription: 'Cannot invoke API because user is not authenticated.',
				httpcode: 400,
			},
		],
	}),
};

export function client(transport: Transport, changes: Partial<Connection> = {}, options: ClientOptions = {}) {
	return new SterlingClient(connection(changes), {
		transport,
		random: () => 0,
		sleep: noWait,
		...options,
	});
}
