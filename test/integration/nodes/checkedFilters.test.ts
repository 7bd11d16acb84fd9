import { Bench, FORMATS, orders } from '../../support/bench';
import { locate, loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

describe.each(FORMATS)('filters over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	beforeAll(() => {
		if (wire.stored('F-1')) return;
		wire.place('F-1', { OrderDate: '2031-01-05T23:30:00+00:00', CustomerPONo: 'a,b' });
		wire.place('F-2', { OrderDate: '2031-01-06T10:00:00+00:00', CustomerPONo: 'c' });
	});
	const found = async (parameters: Parameters<typeof orders>[1], options?: Parameters<typeof wire.run>[1]) =>
		(await wire.run(orders('getMany', { returnAll: true, ...parameters }), options)).map(({ OrderNo }) => OrderNo);
	const where = (attribute: string, operator: string, value: unknown, secondValue: unknown = '') => ({
		conditions: { condition: [{ attribute, operator, value, secondValue }] } as never,
	});

	it.each([
		['an attribute that does not exist', where('City', 'EQ', 'Exampleton'), /^Order has no attribute City$/],
		['one in another case', where('orderNo', 'EQ', 'F-1'), /^Order has no attribute orderNo$/],
		[
			'one of an address',
			where('PersonInfoBillTo.Town', 'EQ', 'X'),
			/^PersonInfo has no attribute PersonInfoBillTo\.Town$/,
		],
		['one of the lines', where('OrderLine.Qty', 'EQ', '1'), /^OrderLine has no attribute OrderLine\.Qty$/],
		['a custom field', where('Extn.ExtnNope', 'EQ', '1'), /^Order has no custom field Extn\.ExtnNope$/],
		['a sort attribute', { sort: { attribute: [{ name: 'Orderdate' }] } }, /^Order has no attribute Orderdate$/],
		['an operator', where('OrderNo', 'is', 'F-1'), /^Conditions → Condition 1 → Operator: "is" is not a valid choice$/],
		['a list of operators', where('OrderNo', '={{ ["EQ"] }}', 'F-1'), /Operator must be one value, got a list$/],
		[
			'a direction',
			{ sort: { attribute: [{ name: 'OrderNo', direction: 'up' }] } },
			/^Sort → Attribute 1 → Direction: "up" is not a valid choice$/,
		],
		['an empty attribute', where('={{ $json.none }}', 'EQ', 'F-1'), /^Conditions → Condition 1: Attribute is empty$/],
		['a list for a single value', where('OrderNo', 'EQ', '={{ ["F-1"] }}'), /Value must be one value, got a list$/],
		['an object', where('OrderNo', 'IN', '={{ [{ no: 1 }] }}'), /Value → entry 1 must be one value, got an object$/],
		['a date in words', where('OrderDate', 'GE', 'yesterday'), /Condition 1 → Value: "yesterday" is not a date$/],
		['a number in words', where('TotalAmount', 'GE', 'ten'), /Condition 1 → Value: "ten" is not a number$/],
		['a status in words', where('Status', 'IN', '3700, Shipped'), /Value → entry 2: "Shipped" is not a status code$/],
		['a filter that is empty', { filters: { orderNo: '={{ $json.none }}' } }, /^Filters → Order Number is empty/],
		['a filter of blanks', { filters: { orderNo: '  ' } }, /^Filters → Order Number is blank$/],
		[
			'a picker that is empty',
			{ filters: { enterpriseCode: locate('code', '={{ $json.none }}') } },
			/^Filters → Enterprise is empty/,
		],
		['a condition that is empty', where('OrderNo', 'EQ', '={{ $json.none }}'), /the filter on OrderNo has no value$/],
		[
			'half of a range',
			where('OrderNo', 'BETWEEN', 'A', '={{ $json.none }}'),
			/Second Value: the filter on OrderNo has no value$/,
		],
	])('%s is refused', async (_what, parameters, message) => {
		const error = await wire.refused(orders('getMany', parameters));
		expect(error.message).toMatch(message);
	});

	it('say what is near a name that does not exist', async () => {
		const error = await wire.refused(orders('getMany', where('orderNo', 'EQ', 'F-1')));
		expect(error.description).toMatch(/^Did you mean OrderNo\?/);
	});

	it.each([
		['a filter', { filters: { orderNo: '={{ $json.none }}' } }],
		['a condition', where('OrderNo', 'EQ', '={{ $json.none }}')],
		['a list', where('OrderNo', 'IN', '={{ $json.none }}')],
	])('say what to do about %s that is empty', async (_what, parameters) => {
		const { description } = await wire.refused(orders('getMany', parameters));
		expect(description).toMatch(/expression, or set When a Filter Is Empty under Options\.$/);
	});

	it('may be empty where that means no filter', async () => {
		const options = { emptyFilters: 'ignore' };
		const fits = { attribute: 'OrderNo', operator: 'FLIKE', value: 'F-' };
		const empty = { attribute: 'EntryType', operator: 'EQ', value: '={{ $json.none }}' };
		const parameters = {
			filters: { customerPoNo: '={{ $json.none }}' },
			conditions: { condition: [fits, empty] },
			options,
		};
		expect(await found(parameters)).toEqual(['F-1', 'F-2']);
	});

	it.each([
		['a date of an expression', where('OrderDate', 'GE', '={{ DateTime.fromISO("2031-01-06T00:00:00.123Z") }}')],
		['a JavaScript date', where('OrderDate', 'GE', '={{ new Date("2031-01-06T00:00:00Z") }}')],
		['milliseconds', where('OrderDate', 'GE', '={{ 1925424000000 }}')],
		['a date without offset', where('OrderDate', 'GE', '2031-01-06T00:00:00')],
		['a list with commas inside', where('CustomerPONo', 'IN', '={{ ["c", "x,y"] }}')],
		['a JSON list', where('CustomerPONo', 'IN', '["c", "x,y"]')],
	])('compare with %s', async (_what, parameters) => {
		expect(await found(parameters)).toEqual(['F-2']);
	});

	it('keep the commas of a list’s entries', async () => {
		expect(await found(where('CustomerPONo', 'IN', '={{ ["a,b"] }}'))).toEqual(['F-1']);
	});

	it.each([
		['Etc/UTC', 'GE', '2031-01-06', ['F-2']],
		['Europe/Berlin', 'GE', '2031-01-06', ['F-1', 'F-2']],
		['Etc/UTC', 'LE', '2031-01-05', ['F-1']],
		['Europe/Berlin', 'LE', '2031-01-05', []],
		['Etc/UTC', 'BETWEEN', '2031-01-06', ['F-2']],
		['Europe/Berlin', 'BETWEEN', '2031-01-06', ['F-1', 'F-2']],
	])('take a day as a whole, in %s: %s %s', async (timezone, operator, day, expected) => {
		const both = [
			{ attribute: 'OrderDate', operator, value: day, secondValue: day },
			{ attribute: 'OrderNo', operator: 'FLIKE', value: 'F-' },
		];
		expect(await found({ conditions: { condition: both } }, { timezone })).toEqual(expected);
	});

	it.each([
		['Equals', 'c', ['F-2']],
		['eq', 'c', ['F-2']],
		[' not equal ', 'c', ['F-1']],
		['Starts With', 'a', ['F-1']],
		['one of', 'c, d', ['F-2']],
		['is empty', '', []],
		['={{ "Equals" }}', 'c', ['F-2']],
		['={{ null }}', 'c', ['F-2']],
	])('read an operator by its name or value: %j', async (operator, value, expected) => {
		const conditions = {
			condition: [
				{ attribute: 'CustomerPONo', operator, value },
				{ attribute: 'OrderNo', operator: 'FLIKE', value: 'F-' },
			],
		};
		expect(await found({ conditions })).toEqual(expected);
	});

	it.each([
		['Descending', ['F-2', 'F-1']],
		['DESCENDING', ['F-2', 'F-1']],
		['Ascending', ['F-1', 'F-2']],
		['={{ null }}', ['F-1', 'F-2']],
	])('are sorted in a direction by its name or value: %s', async (direction, expected) => {
		const sort = { attribute: [{ name: 'OrderNo', direction }] };
		expect(await found({ ...where('OrderNo', 'FLIKE', 'F-'), sort })).toEqual(expected);
	});

	it('say by a hint what could not be checked', async () => {
		const credential = loginAs(wire.sandbox, 'reader');
		const condition = [{ attribute: 'PriceInfo.Currency', operator: 'EQ', value: 'USD' }];
		const finished = await wire.runNode(orders('getMany', { conditions: { condition } }), { credential });
		expect(finished.error).toBeUndefined();
		expect(finished.hints('Sterling').join()).toMatch(
			/could not be checked whether this Sterling has PriceInfo\.Currency/,
		);
	});

	it('are not asked about where Options say so', async () => {
		wire.sandbox.log.clear();
		await wire.run(orders('getMany', { ...where('OrderNo', 'EQ', 'F-1'), options: { unknownAttributes: 'send' } }));
		expect(wire.requests.getEntityAttributeList).toBeUndefined();
	});
});
