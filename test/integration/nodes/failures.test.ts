import { Bench, FORMATS, onOrder, orders } from '../../support/bench';
import { locate, loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
const line = [{ itemId: '={{ $json.item }}', unitOfMeasure: 'EACH', orderedQty: '1' }];
const create = orders('create', {
	orderNo: '={{ $json.no }}',
	lines: { line },
	addresses: { billTo: { city: 'Exampleton' } },
});
const mixed = (prefix: string) =>
	['MUG-BLUE', 'NONE', 'MUG-RED', 'NONE', 'LAMP-DESK'].map((item, i) => ({ no: `${prefix}-${i}`, item }));

const details = (orderItem: string) => ({
	code: 'YFS10437',
	category: 'invalidInput',
	httpStatus: 400,
	api: 'createOrder',
	uniqueExceptionId: expect.stringMatching(/^127\.0\.0\.1\d+$/),
	attributes: expect.objectContaining({ ItemID: orderItem }),
	hint: expect.stringContaining('Order Lines → Item ID'),
});

describe.each(FORMATS)('continue on fail over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });

	it('puts failed items among the others, each paired with its own', async () => {
		const input = mixed(`REGULAR-${dataFormat}`);
		const finished = await wire.runNode(create, { input, node: { onError: 'continueRegularOutput' } });
		expect(finished.error).toBeUndefined();
		const items = finished.items('Sterling');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
		expect(items.map(({ json }) => json.OrderNo ?? json.error)).toEqual([
			input[0].no,
			'YFS:Item does not exist',
			input[2].no,
			'YFS:Item does not exist',
			input[4].no,
		]);
		expect(items[1].json.details).toMatchObject(details('NONE'));
		expect(wire.stored(input[4].no)).toBeDefined();
	});

	it('puts failed items on the error output', async () => {
		const input = mixed(`ERROR-${dataFormat}`);
		const finished = await wire.runNode(create, { input, node: { onError: 'continueErrorOutput' } });
		expect(finished.error).toBeUndefined();
		expect(finished.json('Sterling').map(({ OrderNo }) => OrderNo)).toEqual([input[0].no, input[2].no, input[4].no]);
		expect(finished.items('Sterling').map(({ pairedItem }) => pairedItem)).toEqual([0, 2, 4].map((item) => ({ item })));
		const failed = finished.items('Sterling', 1);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([1, 3].map((item) => ({ item })));
		expect(failed.map(({ json }) => json.error)).toEqual(Array(2).fill('YFS:Item does not exist'));
		expect(failed[0].json.details).toMatchObject(details('NONE'));
	});

	it('does the same for what the node itself finds wrong, and for reads', async () => {
		wire.place(`THERE-${dataFormat}`);
		const input = [{ no: `THERE-${dataFormat}` }, { no: '' }, { no: 'NONE' }];
		const rows = await wire.run(onOrder('get', '={{ $json.no }}'), {
			input,
			node: { onError: 'continueRegularOutput' },
		});
		expect(rows).toMatchObject([
			{ OrderNo: `THERE-${dataFormat}` },
			{ error: expect.stringMatching(/^Order is empty/), details: { category: 'invalidInput' } },
			{ error: expect.stringMatching(/^Order not found/), details: { category: 'notFound' } },
		]);
	});
});

describe('the first failure without continue on fail', () => {
	it('stops the rest, names its item, and says how many are done', async () => {
		const input = Array.from({ length: 6 }, (_, i) => ({
			no: `STOP-${i}`,
			item: i === 3 ? 'NONE' : 'MUG-BLUE',
		}));
		const error = await bench.refused(create, { input, credential: { maxInFlight: 1 } });
		expect(error.message).toBe('YFS:Item does not exist [YFS10437]');
		expect(error.description).toMatch(/3 of 6 items were processed\.$/);
		expect(error.context).toMatchObject({ itemIndex: 3 });
		expect(input.map(({ no }) => bench.stored(no) !== undefined)).toEqual([true, true, true, false, false, false]);
	});

	it('waits for what is under way, and begins nothing more', async () => {
		bench.sandbox.faults.add({ kind: 'delay', ms: 30, api: 'createOrder', times: 0 });
		const input = Array.from({ length: 12 }, (_, i) => ({
			no: `WAY-${i}`,
			item: 'MUG-BLUE',
			more: i === 0 ? '{' : '',
		}));
		const parameters = { ...create, additionalFields: { additionalAttributes: '={{ $json.more }}' } };
		const error = await bench.refused(parameters, { input, credential: { maxInFlight: 4 } });
		expect(error.message).toMatch(/^Additional Fields → Additional Attributes is neither/);
		expect(error.description).toMatch(/3 of 12 items were processed\.$/);
		expect(input.filter(({ no }) => bench.stored(no)).map(({ no }) => no)).toEqual(['WAY-1', 'WAY-2', 'WAY-3']);
	});

	it('says nothing of items that were only read', async () => {
		const error = await bench.refused(onOrder('get', '={{ $json.no }}'), {
			input: [{ no: 'NONE' }, { no: 'NONE' }],
		});
		expect(error.description).not.toMatch(/items were processed/);
	});
});

describe('many items', () => {
	it('come out in the order in which they went in, whatever takes longer', async () => {
		for (const skip of [0, 7, 21, 22, 38]) {
			bench.sandbox.faults.add({
				kind: 'delay',
				ms: 40 + skip,
				api: 'createOrder',
				skip,
				probability: 0.4,
				times: 3,
			});
		}
		const input = Array.from({ length: 50 }, (_, i) => ({
			no: `MANY-${i}`,
			item: i % 9 === 4 ? 'NONE' : 'MUG-BLUE',
		}));
		const finished = await bench.runNode(create, { input, node: { onError: 'continueRegularOutput' } });
		const items = finished.items('Sterling');
		expect(items.map(({ json }, i) => json.OrderNo ?? json.error ?? i)).toEqual(
			input.map(({ no, item }) => (item === 'NONE' ? 'YFS:Item does not exist' : no)),
		);
		expect(items.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([...input.keys()]);
	});

	it('that read lists keep each list together', async () => {
		bench.sandbox.faults.add({ kind: 'delay', ms: 50, api: 'getPage', times: 1 });
		const conditions = {
			condition: [{ attribute: 'OrderNo', operator: 'FLIKE', value: '={{ $json.start }}' }],
		};
		const finished = await bench.runNode(orders('getMany', { conditions }), {
			input: [{ start: 'LIST-A' }, { start: 'NONE' }, { start: 'LIST-B' }],
		});
		expect(finished.items('Sterling').map(({ json, pairedItem }) => [json.OrderNo, pairedItem])).toEqual([
			['LIST-A1', { item: 0 }],
			['LIST-A2', { item: 0 }],
			['LIST-B1', { item: 2 }],
		]);
	});
	beforeAll(() => ['LIST-A1', 'LIST-A2', 'LIST-B1'].forEach((no) => bench.place(no)));

	it('that change one order take turns, in their order', async () => {
		bench.place('TURN-A');
		bench.place('TURN-B');
		bench.sandbox.faults.add({ kind: 'delay', ms: 40, api: 'changeOrder', times: 0, probability: 0.5 });
		const input = Array.from({ length: 16 }, (_, i) => ({
			no: i % 2 ? 'TURN-A' : 'TURN-B',
			text: `note ${i}`,
		}));
		await bench.run(onOrder('addNote', '={{ $json.no }}', { noteText: '={{ $json.text }}' }), { input });
		for (const no of ['TURN-A', 'TURN-B']) {
			const expected = input.filter((item) => item.no === no).map(({ text }) => text);
			expect(bench.rows('Note', no).map(({ NoteText }) => NoteText)).toEqual(expected);
		}
	});

	it('that change one order take turns, also where some name it by key and some by number', async () => {
		const key = bench.place('TURN-D');
		bench.sandbox.faults.add({ kind: 'delay', ms: 40, api: 'changeOrder', times: 0, probability: 0.5 });
		const names = [locate('key', key), locate('number', 'TURN-D')];
		const input = Array.from({ length: 12 }, (_, i) => ({ order: names[i % 2], text: `note ${i}` }));
		const parameters = { order: '={{ $json.order }}', noteText: '={{ $json.text }}' };
		await bench.run(orders('addNote', parameters), { input });
		expect(bench.rows('Note', 'TURN-D').map(({ NoteText }) => NoteText)).toEqual(input.map(({ text }) => text));
	});

	it('that create or update one document take turns as well', async () => {
		bench.sandbox.faults.add({ kind: 'delay', ms: 60, api: 'manageCustomer', times: 1 });
		const parameters = {
			resource: 'customer',
			operation: 'upsert',
			customerId: '={{ $json.id }}',
			additionalFields: { customerLevel: '={{ $json.level }}' },
		};
		await bench.run(parameters, { input: ['SILVER', 'GOLD'].map((level) => ({ id: 'TURN-C', level })) });
		const customers = bench.sandbox.store.rows('Customer').filter((row) => row.CustomerID === 'TURN-C');
		expect(customers.map(({ CustomerLevel }) => CustomerLevel)).toEqual(['GOLD']);
	});

	it('whose document an expression cannot name fail alone', async () => {
		bench.place('ALONE');
		const order = "={{ $json.isBad ? $('Nowhere').item.json.no : 'ALONE' }}";
		const finished = await bench.runNode(onOrder('addNote', order, { noteText: 'Here' }), {
			input: [{ isBad: true }, {}],
			node: { onError: 'continueRegularOutput' },
		});
		const [bad, good] = finished.items('Sterling');
		expect(bad).toMatchObject({ json: { error: expect.any(String) }, pairedItem: { item: 0 } });
		expect(good).toMatchObject({ json: { OrderNo: 'ALONE' }, pairedItem: { item: 1 } });
	});
});

it('a run explains a wrong path, and a page of HTML', async () => {
	const endpoint = bench.sandbox.url.replace('/smcfs', '/oms');
	const error = await bench.refused(orders('getMany'), { credential: { endpoint } });
	expect(error.message).toMatch(/web page|HTTP 404/);
	expect(error.description).toMatch(/Enter only host and context root/);
	bench.sandbox.faults.add({ kind: 'html', api: 'getPage' });
	expect((await bench.refused(orders('getMany'))).message).toMatch(/returned a web page instead of data/);
});

it('a run explains that the login lacks a permission', async () => {
	const error = await bench.refused(orders('getMany'), { credential: loginAs(bench.sandbox, 'outsider') });
	expect(error.message).toContain('[YCP0428]');
	expect(error.description).toMatch(/Ask the administrator/);
});
