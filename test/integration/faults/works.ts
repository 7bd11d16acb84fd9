import type { Call, Connection } from '../../../clients/oms';
import { ServiceError } from '../../../kit/errors';
import type { Document } from '../../../kit/xml/document';
import type { credentialFor } from '../../support/workflow';
import { assertNoSecrets } from '../../support/watch';
import { Trigger } from '../nodes/trigger/active';
import type { Trouble } from './faults';
import { ORDERS, PAGE_SIZE, type Stage } from './stage';

/** What a work came to: the words of the matrix, and what broke a promise. */
interface Cell {
	said: string;
	broken: string[];
}

export type Work = (stage: Stage, trouble: Trouble, connection: Connection) => Promise<Cell>;

const AURORA = { EnterpriseCode: 'AURORA', DocumentType: '0001' };
const read: Call = { api: 'getOrderList', root: 'Order', kind: 'read', input: { ...AURORA, OrderNo: 'BULK-1' } };
const listed = {
	api: 'getOrderList',
	root: 'Order',
	kind: 'read',
	input: { ...AURORA, OrderNo: 'BULK-', OrderNoQryType: 'FLIKE' },
} as const;
const order = (more: Document): Document => ({
	...AURORA,
	PersonInfoBillTo: { FirstName: 'Zoë', LastName: 'Grün', City: 'Exampleton', Country: 'US' },
	OrderLines: { OrderLine: [{ OrderedQty: '1', Item: { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' } }] },
	...more,
});
let number = 0;

/** Runs the work; returns what it returned or the error it ended with. */
async function outcomeOf<T>(work: () => Promise<T>): Promise<{ value?: T; error?: ServiceError; broken: string[] }> {
	try {
		return { value: await work(), broken: [] };
	} catch (error) {
		if (!(error instanceof ServiceError)) return { broken: [`threw ${String(error)}`] };
		assertNoSecrets(error, 'The error');
		return { error, broken: useless(error) };
	}
}

/** A message is useful when it says what happened in a sentence, and what to do where Sterling itself did not say it. */
function useless(error: ServiceError): string[] {
	const says = /^[A-Z\d].{15,}/s.test(error.message) || error.code !== undefined;
	return says && (error.hint || error.code) ? [] : [`useless message: ${error.message}`];
}

const failed = (error: ServiceError | undefined) => (error ? `*${error.category}*` : 'nothing');

const reading: Work = async (stage, _trouble, connection) => {
	const { value, error, broken } = await outcomeOf(async () => await stage.clientFor(connection).send(read));
	if (!value) return { said: failed(error), broken };
	const rows = value.document.Order as Document[];
	if (rows?.[0]?.OrderNo !== 'BULK-1') broken.push('the wrong row');
	return { said: 'done', broken };
};

const paging: Work = async (stage, _trouble, connection) => {
	const numbers: string[] = [];
	const { error, broken } = await outcomeOf(async () => {
		const options = { key: 'OrderHeaderKey', list: 'Order', pageSize: PAGE_SIZE };
		for await (const { rows } of stage.clientFor(connection).pages(listed, options)) {
			numbers.push(...rows.map(({ OrderNo }) => String(OrderNo)));
		}
	});
	if (new Set(numbers).size !== numbers.length) broken.push('a row twice');
	if (!error && numbers.length !== ORDERS) broken.push(`${numbers.length} of ${ORDERS} rows`);
	return { said: error ? failed(error) : 'done', broken };
};

const writing =
	(isKeyed: boolean): Work =>
	async (stage, _trouble, connection) => {
		const { store } = stage.sandbox;
		const client = stage.clientFor(connection);
		const OrderNo = `FAULT-${++number}`;
		const keyed = async () => {
			const { document } = await client.send({ ...read, input: { ...AURORA, OrderNo } });
			return (document.Order as Document[] | undefined)?.[0];
		};
		const before = store.orders().length;
		const input = order(isKeyed ? { OrderNo } : {});
		const call: Call = { api: 'createOrder', root: 'Order', kind: 'write', input };
		const { value, error, broken } = await outcomeOf(
			async () => await client.send(isKeyed ? { ...call, recover: keyed } : call),
		);
		const made = store.orders().length - before;
		if (made > 1) broken.push(`${made} orders for one`);
		if (value && made !== 1) broken.push('said to be done, but nothing is there');
		if (error && error.category !== 'uncertain' && made > 0) broken.push(`failed (${error.category}), but is there`);
		return { said: value ? 'done' : failed(error), broken };
	};

/** A poll with the trouble, and one after it: what happened is reported once. */
const polling: Work = async (stage, trouble, connection) => {
	const { sandbox } = stage;
	const parameters = { events: ['orderCreated'], output: 'event', options: { lag: 0, overlap: 60 } };
	const wrong = trouble.connection ? credentialOf(connection) : {};
	const credential = {
		timeout: connection.timeoutMs / 1000,
		maxInFlight: 4,
		dataFormat: connection.dataFormat,
		...wrong,
	};
	const trigger = new Trigger(sandbox, parameters, { credential });
	const said: string[] = [];
	const emitted: unknown[] = [];
	const broken: string[] = [];
	const poll = async (isFirst: boolean) => {
		const { items, error } = isFirst ? await activation(trigger) : await trigger.poll();
		emitted.push(...(items ?? []).map(({ json }) => json.OrderHeaderKey));
		if (error && error.message.length < 15) broken.push(`useless message: ${error.message}`);
		return error;
	};
	if (trouble.connection) return { said: (await poll(true)) ? 'fails' : 'returned', broken };
	stage.clear(trouble);
	await poll(true);
	sandbox.clock.advance(10_000);
	const { OrderHeaderKey } = sandbox.store.call(
		'createOrder',
		order({ OrderNo: `POLLED-${++number}` }) as never,
	) as Document;
	sandbox.clock.advance(10_000);
	stage.strike(trouble);
	const error = await poll(false);
	said.push(error ? 'returned by the next poll' : 'returned');
	stage.clear(trouble);
	sandbox.clock.advance(10_000);
	await poll(false);
	const times = emitted.filter((key) => key === OrderHeaderKey).length;
	if (times !== 1) broken.push(`told ${times} times`);
	return { said: said.join(), broken };
};

async function activation(trigger: Trigger) {
	try {
		return await trigger.workflow.activate();
	} catch (error) {
		return { items: null, error: error as Error };
	}
}

function credentialOf({
	endpoint,
	loginId,
	password,
	tls,
	dataFormat,
}: Connection): Partial<ReturnType<typeof credentialFor>> {
	return {
		endpoint,
		loginId,
		password,
		dataFormat,
		certificate: tls?.certificate ?? '',
		privateKey: tls?.key ?? '',
		caCertificate: tls?.ca ?? '',
		clientIdentity: tls?.certificate ? 'pem' : 'none',
	};
}

export const WORKS: Readonly<Record<string, Work>> = {
	Read: reading,
	'Write with a number': writing(true),
	'Write without one': writing(false),
	'Read by pages': paging,
	Poll: polling,
};
