import { Bench, FORMATS, orders } from '../../support/bench';
import { placeOrders } from '../../support/orders';
import { loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
beforeAll(() => placeOrders(bench));

const numbers = (rows: Array<Record<string, unknown>>) => rows.map(({ OrderNo }) => OrderNo);

describe.each(FORMATS)('get many orders over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const many = async (more: Parameters<typeof orders>[1], options?: Parameters<typeof wire.run>[1]) =>
		numbers(await wire.run(orders('getMany', { returnAll: true, ...more }), options));

	describe('sort', () => {
		const by = (...attribute: Array<[string, string]>) => ({
			sort: { attribute: attribute.map(([name, direction]) => ({ name, direction })) },
		});

		it('descends and ascends, over several pages', async () => {
			const all = await many({});
			const options = { pageSize: 4 };
			expect(await many({ ...by(['OrderNo', 'descending']), options })).toEqual([...all].sort().reverse());
			const sorted = await many({
				...by(['BillToID', 'descending'], ['OrderNo', 'ascending']),
				options,
			});
			expect(sorted.slice(0, 3)).toEqual(['A-2', 'A-1', 'A-3']);
			expect([...sorted].sort()).toEqual([...all].sort());
		});

		it('takes the first ones up to the limit, and tells that there are more', async () => {
			const finished = await wire.runNode(
				orders('getMany', { limit: 2, ...by(['OrderNo', 'descending']), output: 'everything' }),
			);
			expect(numbers(finished.json('Sterling'))).toEqual(['NEW-2', 'NEW-1']);
			expect(finished.hints('Sterling')).toEqual([expect.stringMatching(/^More documents match than the 2/)]);
		});

		it('goes together with a stored template', async () => {
			const template = { output: 'templateKey', templateKey: 'def_getOrderList_01' };
			const parameters = orders('getMany', { limit: 3, ...by(['OrderNo', 'descending']), ...template });
			const rows = await wire.run(parameters);
			expect(numbers(rows)).toEqual(['NEW-2', 'NEW-1', 'A-8']);
			expect(rows[0]).toHaveProperty('OrderLines.OrderLine');
			expect(rows[0]).not.toHaveProperty('PriceInfo');
		});
	});

	describe('output', () => {
		const first = (more: object) => wire.one(orders('getMany', { limit: 1, ...more }));

		it.each([
			['summary', {}, { OrderNo: 'A-1', TotalAmount: '19.80', customFields: { ExtnChannel: 'WEB' } }],
			['lines', { output: 'lines' }, { OrderLines: [{ ItemID: 'MUG-BLUE' }], BillTo: { FirstName: 'Ada' } }],
			['not simplified', { simplify: false }, { PriceInfo: { TotalAmount: '19.80' }, Extn: { ExtnChannel: 'WEB' } }],
			['everything', { output: 'everything' }, { OverallTotals: { GrandTotal: '19.80' } }],
			[
				'own template in JSON',
				{ output: 'template', template: '{"CustomerEMailID": ""}' },
				{ CustomerEMailID: 'ada@example.com' },
			],
			['own template in XML', { output: 'template', template: '<Order BillToID=""/>' }, { BillToID: 'C-100' }],
			[
				'stored template',
				{ output: 'templateKey', templateKey: 'def_getOrderList_01' },
				{ OrderLines: { OrderLine: [{ OrderedQty: '2' }] } },
			],
		])('%s', async (_level, more, part) => {
			expect(await first(more)).toMatchObject(part);
		});

		it('says that a template cannot be read', async () => {
			const error = await wire.refused(orders('getMany', { output: 'template', template: '<Order' }));
			expect(error.message).toMatch(/^Template is neither valid JSON nor valid XML/);
		});
	});

	it('reads from history only when told to', async () => {
		expect(await many({})).not.toContain('OLD-1');
		expect(await many({ options: { readFromHistory: 'Y' } })).toEqual(['OLD-1']);
		expect(await many({ options: { readFromHistory: 'B' } })).toContain('OLD-1');
	});

	it('names the code that Sterling refuses a query with', async () => {
		const condition = [{ attribute: 'NoSuchColumn', operator: 'IN', value: 'x' }];
		const error = await wire.refused(
			orders('getMany', { conditions: { condition }, options: { unknownAttributes: 'send' } }),
		);
		expect(error.message).toBe('Database error. [YFC0003]');
		const outsider = { credential: loginAs(bench.sandbox, 'outsider') };
		expect((await wire.refused(orders('getMany'), outsider)).message).toContain('[YCP0428]');
	});

	describe('limits', () => {
		const fits = { condition: [{ attribute: 'OrderNo', operator: 'FLIKE', value: 'NEW-' }] };

		it.each([[0], ['={{ $json.none || "" }}'], ['many']])('refuses %p: it would read nothing', async (limit) => {
			const error = await wire.refused(orders('getMany', { limit }));
			expect(error.message).toMatch(/^Limit must be a number of 1 or more/);
		});

		it('returns up to the limit and hints that there are more', async () => {
			const finished = await wire.runNode(orders('getMany', { limit: 3 }));
			expect(finished.json('Sterling')).toHaveLength(3);
			expect(finished.hints('Sterling')).toEqual([
				'More documents match than the 3 returned. Raise the limit or turn on Return All to read them.',
			]);
		});

		it('says how many are left when that is asked for', async () => {
			const all = await wire.run(orders('getMany', { returnAll: true }));
			const finished = await wire.runNode(orders('getMany', { limit: 3, options: { countTheRest: true } }));
			expect(finished.hints('Sterling')).toEqual([
				expect.stringContaining(`${all.length - 3} more documents match than the 3 returned.`),
			]);
		});

		it('says it of one in the singular', async () => {
			const options = { countTheRest: true };
			const finished = await wire.runNode(orders('getMany', { limit: 1, conditions: fits, options }));
			expect(finished.hints('Sterling')).toEqual([
				expect.stringMatching(/^1 more document matches than the 1 returned/),
			]);
			const stopped = await wire.refused(
				orders('getMany', { limit: 1, conditions: fits, options: { ...options, whenMoreExist: 'fail' } }),
			);
			expect(stopped.message).toBe('1 more document matches than the limit of 1');
		});

		it('says only that more are left when Sterling fails at counting them', async () => {
			bench.sandbox.faults.add({ kind: 'errorUnder200', api: 'getPage', skip: 1 });
			const finished = await wire.runNode(orders('getMany', { limit: 3, options: { countTheRest: true } }));
			expect(finished.json('Sterling')).toHaveLength(3);
			expect(finished.hints('Sterling')).toEqual([
				'getOrderList failed (EXTN0001), so the rest is not counted.',
				expect.stringMatching(/^More documents match than the 3 returned/),
			]);
		});

		it('does not hint when all fit', async () => {
			const finished = await wire.runNode(orders('getMany', { limit: 2, conditions: fits }));
			expect(numbers(finished.json('Sterling'))).toEqual(['NEW-1', 'NEW-2']);
			expect(finished.hints('Sterling')).toEqual([]);
		});

		it('stops when more exist, if told so', async () => {
			const options = { whenMoreExist: 'fail' };
			const error = await wire.refused(orders('getMany', { limit: 1, conditions: fits, options }));
			expect(error.message).toBe('More documents match than the limit of 1');
			expect(error.description).toMatch(/Raise the limit, turn on Return All/);
			expect(await wire.run(orders('getMany', { limit: 2, conditions: fits, options }))).toHaveLength(2);
		});

		it('goes on or stops when nothing is found', async () => {
			const none = { filters: { orderNo: 'NONE' } };
			expect(await wire.run(orders('getMany', none))).toEqual([]);
			const error = await wire.refused(orders('getMany', { ...none, options: { whenNothingFound: 'fail' } }));
			expect(error.message).toBe('Nothing matches the filters');
			expect(error.description).toMatch(/Loosen the filters/);
		});
	});

	it('returns all, page by page, and each once', async () => {
		const all = await many({});
		wire.sandbox.log.clear();
		expect(await many({ options: { pageSize: 3 } })).toEqual(all);
		expect(wire.requests.getPage).toBe(Math.ceil(all.length / 3));
		expect(
			await many({
				options: { pageSize: 3 },
				output: 'templateKey',
				templateKey: 'def_getOrderList_01',
			}),
		).toEqual(all);
	});
});
