import type { Call, SterlingClient } from '../../../../clients/oms';
import { client, fakeTransport, read } from './fakeSterling';

describe('pages', () => {
	const options = { key: 'OrderHeaderKey', list: 'Order', pageSize: 10 };
	const keys = (count: number) => Array.from({ length: count }, (_, index) => `2025${String(index).padStart(6, '0')}`);

	/** A list that honours key, order and bound; `tell` adds LastRecordSet. */
	function list(all: string[], hasFlag: boolean, cap = Infinity) {
		return fakeTransport((request) => {
			const input = JSON.parse(request.body!) as Record<string, string>;
			const after = input.OrderHeaderKeyQryType === 'GT' ? input.OrderHeaderKey : '';
			const rest = all.filter((key) => key > after);
			const rows = rest.slice(0, Math.min(cap, Number(input.MaximumRecords)));
			return {
				body: JSON.stringify({
					Order: rows.map((OrderHeaderKey) => ({ OrderHeaderKey })),
					...(hasFlag ? { LastRecordSet: rows.length < rest.length ? 'N' : 'Y' } : {}),
				}),
			};
		});
	}

	async function collect(sterling: SterlingClient, call: Call, changes: object = {}) {
		const pages: Array<{ rows: number; more: boolean }> = [];
		const seen: unknown[] = [];
		for await (const { rows, more } of sterling.pages(call, { ...options, ...changes })) {
			pages.push({ rows: rows.length, more });
			seen.push(...rows.map((row) => row.OrderHeaderKey));
		}
		return { pages, seen };
	}

	it.each([0, 1, 9, 10, 11, 20, 35])('read %i rows completely, told or not, capped or not', async (count) => {
		for (const fake of [
			list(keys(count), true),
			list(keys(count), false),
			list(keys(count), true, 7),
			list(keys(count), false, 10),
		]) {
			const { seen, pages } = await collect(client(fake.transport), read);
			expect(seen).toEqual(keys(count));
			expect(pages.at(-1)!.more).toBe(false);
		}
	});

	it.each([
		[5, true],
		[10, true],
		[25, true],
		[30, false],
		[40, false],
	])('stop at a limit of %i and tell whether more is left', async (limit, more) => {
		const fake = list(keys(30), true);
		const { seen, pages } = await collect(client(fake.transport), read, { limit });
		expect(seen).toEqual(keys(30).slice(0, limit));
		expect(pages.at(-1)!.more).toBe(more);
	});

	it('fail clearly where the server ignores the key or the order', async () => {
		const row = (key: string) => ({ OrderHeaderKey: key });
		const stuck = fakeTransport(() => ({ body: JSON.stringify({ Order: keys(11).map(row) }) }));
		await expect(collect(client(stuck.transport), read)).rejects.toMatchObject({
			category: 'badAnswer',
		});
		const unordered = fakeTransport(() => ({
			body: JSON.stringify({ Order: [...keys(11)].reverse().map(row) }),
		}));
		await expect(collect(client(unordered.transport), read)).rejects.toMatchObject({
			category: 'badAnswer',
		});
		const keyless = fakeTransport(() => ({
			body: JSON.stringify({ Order: keys(11).map((OrderNo) => ({ OrderNo })) }),
		}));
		await expect(collect(client(keyless.transport), read)).rejects.toMatchObject({
			message: expect.stringContaining('have no OrderHeaderKey'),
		});
	});

	it('ask for the key in a template', async () => {
		const fake = fakeTransport(() => ({ body: '{"Output":{"OrderList":{}}}' }));
		await collect(client(fake.transport), { ...read, template: { Order: [{ OrderNo: '' }] } });
		const sent = JSON.parse(fake.seen[1].body!) as { API: { Template: unknown } };
		expect(sent.API.Template).toEqual({ OrderList: { Order: { OrderNo: '', OrderHeaderKey: '' } } });
	});

	it('are numbered by getPage for a sort order of the caller', async () => {
		const all = keys(25).reverse();
		const fake = fakeTransport((request) => {
			const { PageNumber, PageSize, PaginationStrategy } = JSON.parse(request.body!) as Record<string, string>;
			expect(PaginationStrategy).toBe('ROWNUM');
			const start = (Number(PageNumber) - 1) * Number(PageSize);
			const Order = all.slice(start, start + Number(PageSize)).map((OrderHeaderKey) => ({ OrderHeaderKey }));
			return { body: JSON.stringify({ PageNumber, Output: { OrderList: { Order } } }) };
		});
		const sorted = { ...read, input: { OrderBy: { Attribute: { Name: 'OrderDate', Desc: 'Y' } } } };
		expect((await collect(client(fake.transport), sorted)).seen).toEqual(all);
		expect((await collect(client(fake.transport), sorted, { limit: 12 })).seen).toEqual(all.slice(0, 12));
		fake.seen.length = 0;
		const few = await collect(client(fake.transport), sorted, { limit: 2 });
		expect(few).toEqual({ seen: all.slice(0, 2), pages: [{ rows: 2, more: true }] });
		expect(JSON.parse(fake.seen[1].body!)).toMatchObject({ PageSize: '3' });
	});

	it('are one piece for a sort order with a stored template, which getPage cannot carry', async () => {
		const fake = list(keys(30), true, 20);
		const sorted = {
			...read,
			input: { OrderBy: { Attribute: { Name: 'OrderDate', Desc: 'Y' } }, MaximumRecords: '5000' },
			templateKey: 'orders_01',
		};
		const few = await collect(client(fake.transport), sorted, { limit: 12 });
		expect(few).toEqual({ seen: keys(12), pages: [{ rows: 12, more: true }] });
		expect(fake.paths().slice(1)).toEqual(['invoke/getOrderList']);
		expect(new URL(fake.seen[1].url).searchParams.get('_templateKey')).toBe('orders_01');
		await expect(collect(client(fake.transport), sorted)).rejects.toMatchObject({
			category: 'invalidInput',
			message: expect.stringContaining('at most 20 rows'),
		});
	});
});
