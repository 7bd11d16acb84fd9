import type { B2biClient, Row } from '../../../../clients/b2bi';
import { rowsOf } from '../../../../clients/b2bi';
import type { ServiceCall } from '../../../../clients/b2bi/call';

/** A server with so many rows, and with pages of its own; the ranges that it was asked for. */
function serverWith(count: number, page: (from: number, to: number) => [number, number]) {
	const rows = Array.from({ length: count }, (_, id): Row => ({ id }));
	const ranges: string[] = [];
	const send = async ({ query }: ServiceCall) => {
		const range = String(query?._range);
		ranges.push(range);
		const [from, to] = range.split('-').map(Number);
		return await Promise.resolve({ content: rows.slice(...page(from, to)) });
	};
	return { client: { send } as unknown as B2biClient, ranges };
}

const read = async (client: B2biClient) => (await rowsOf(client, 'mailboxes', {}, { key: 'id' })).rows;

it.each([10, 16, 25, 50, 64, 75, 100, 128, 200, 250, 255, 256, 500, 512, 999])(
	'a server with pages of %i rows loses none',
	async (most) => {
		const { client } = serverWith(1234, (from, to) => [from, Math.min(to + 1, from + most)]);
		expect(await read(client)).toHaveLength(1234);
	},
);

it.each([0, 1, 999, 1000, 1001, 2500])(
	'a server that does not include the end of the range: %i rows',
	async (count) => {
		const { client } = serverWith(count, (from, to) => [from, to]);
		expect(await read(client)).toHaveLength(count);
	},
);

it('a short page of any other size is the last one', async () => {
	for (const count of [1, 7, 33, 123, 997]) {
		const { client, ranges } = serverWith(count, (from, to) => [from, to + 1]);
		expect(await read(client)).toHaveLength(count);
		expect(ranges).toEqual(['0-999']);
	}
});

it('a server that knows no ranges is asked twice at most', async () => {
	const { client, ranges } = serverWith(40, () => [0, 40]);
	expect(await read(client)).toHaveLength(40);
	expect(ranges).toHaveLength(2);
});
