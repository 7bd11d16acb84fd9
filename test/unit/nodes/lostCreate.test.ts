import type { RunContext } from '../../../nodes/IbmSterlingOms/operation';
import { findOwn } from '../../../nodes/IbmSterlingOms/run/writes/lostCreate';
import type { Answer, Call } from '../../../clients/oms';

const NOW = Date.parse('2031-01-10T12:00:00Z');
const at = (ms: number) => new Date(NOW + ms).toISOString();

/** Looks for the order of a create that began 20 seconds ago, by the server's clock at `NOW`. */
function find(orders: object[], facts: Partial<Answer> = { serverDate: new Date(NOW) }) {
	const send = async () => ({ document: { LastRecordSet: 'Y', Order: orders }, ...facts });
	const client = { send } as unknown as RunContext['client'];
	return findOwn(client, {} as Call, 'createOrder', () => 20_000);
}

test('what was made since the create began is its own', async () => {
	expect(await find([{ OrderHeaderKey: '1', OrderNo: 'A', Createts: at(-19_000) }])).toEqual({
		OrderHeaderKey: '1',
		OrderNo: 'A',
	});
});

test('clocks of whole seconds may differ a little, in any zone', async () => {
	expect(await find([{ OrderNo: 'A', Createts: '2031-01-10T06:59:37-05:00' }])).toEqual({ OrderNo: 'A' });
});

test('nothing found stays open', async () => {
	expect(await find([])).toBeUndefined();
});

test('what was there before is a duplicate', async () => {
	await expect(find([{ OrderNo: 'A', Createts: at(-30_000) }])).rejects.toMatchObject({
		category: 'duplicate',
		api: 'createOrder',
		attributes: { Createts: at(-30_000) },
	});
});

test.each([
	['without Createts', {}, undefined],
	['whose time has no zone', { Createts: '2031-01-10T12:00:00' }, undefined],
	['from a server that does not tell its time', { Createts: at(0) }, {}],
])('a record %s is uncertain', async (_, order, facts) => {
	await expect(find([{ OrderNo: 'A', ...order }], facts)).rejects.toMatchObject({ category: 'uncertain' });
});
