import { Bench, FORMATS, orders } from '../../support/bench';
import { placeOrders } from '../../support/orders';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
beforeAll(() => placeOrders(bench));

const numbers = (rows: Array<Record<string, unknown>>) => rows.map(({ OrderNo }) => OrderNo);

describe.each(FORMATS)('orders that match, over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const many = async (more: Parameters<typeof orders>[1], options?: Parameters<typeof wire.run>[1]) =>
		numbers(await wire.run(orders('getMany', { returnAll: true, ...more }), options));

	describe('filters', () => {
		it.each([
			['customer e-mail', { customerEmailId: 'cleo@example.com' }, ['NEW-2']],
			['customer PO number', { customerPoNo: 'PO-1' }, ['NEW-1']],
			['document type', { documentType: locate('code', '0003') }, []],
			['drafts', { draftOrderFlag: 'Y' }, ['A-7']],
			['no drafts', { draftOrderFlag: 'N', orderNo: 'A-7' }, []],
			['enterprise', { enterpriseCode: locate('code', 'BOREALIS') }, ['B-1', 'B-2']],
			['hold', { holdType: locate('code', 'FRAUD_HOLD') }, ['A-6']],
			['hold and its status', { holdType: locate('code', 'FRAUD_HOLD'), holdStatus: '1300' }, []],
			['number', { orderNo: 'A-3' }, ['A-3']],
			['order date from', { fromOrderDate: '2031-01-06T00:00:00' }, ['NEW-2']],
			['order dates', { fromOrderDate: '2031-01-05T00:00:00', toOrderDate: '2031-01-05T23:59:59' }, ['NEW-1']],
			['modified since', { fromModifyts: '2031-01-10T12:01:00' }, ['NEW-2']],
			['modified between', { fromModifyts: '2031-01-10T11:00:00', toModifyts: '2031-01-10T12:00:59' }, ['NEW-1']],
			['status', { status: locate('code', '1500') }, ['A-3', 'A-8']],
			['statuses', { fromStatus: locate('code', '1300'), toStatus: locate('code', '1500') }, ['A-3', 'A-4', 'A-8']],
			['status from', { fromStatus: locate('code', '9000') }, ['A-5']],
			['status to', { toStatus: locate('code', '1000') }, ['A-7']],
		])('by %s', async (_what, filters, expected) => {
			expect(await many({ filters })).toEqual(expected);
		});

		it('take the default enterprise and document type, and dates in the workflow’s zone', async () => {
			const between = (from: string, to: string) =>
				many(
					{
						filters: {
							fromOrderDate: `2031-01-05T${from}:00`,
							toOrderDate: `2031-01-05T${to}:00`,
						},
					},
					{ timezone: 'Europe/Berlin' },
				);
			expect(await between('12:00', '12:59')).toEqual([]);
			expect(await between('12:59', '13:30')).toEqual(['NEW-1']);
			const to = { toOrderDate: '2001-01-01T00:00:00' };
			expect(await many({ filters: to })).toEqual([]);
		});
	});

	describe('conditions', () => {
		const where = (attribute: string, operator: string, value = '', secondValue = '') =>
			many({ conditions: { condition: [{ attribute, operator, value, secondValue }] } });

		it.each([
			['EQ', 'OrderNo', ['A-1'], ['A-1', '']],
			['NE', 'EntryType', ['NEW-1', 'NEW-2'], ['WEB', '']],
			['LIKE', 'OrderNo', ['A-2', 'NEW-2'], ['-2', '']],
			['FLIKE', 'OrderNo', ['NEW-1', 'NEW-2'], ['NEW', '']],
			['GT', 'OrderNo', ['NEW-2'], ['NEW-1', '']],
			['GE', 'OrderNo', ['NEW-1', 'NEW-2'], ['NEW-1', '']],
			['LT', 'TotalAmount', ['A-5'], ['5', '']],
			['LE', 'OrderNo', ['A-1', 'A-2'], ['A-2', '']],
			['BETWEEN', 'OrderNo', ['A-3', 'A-4'], ['A-3', 'A-4']],
			['ISNULL', 'EntryType', ['NEW-1', 'NEW-2'], ['', '']],
			['NOTNULL', 'CustomerPONo', ['NEW-1'], ['', '']],
			['IN', 'OrderNo', ['A-1', 'NEW-2'], ['NEW-2, A-1 ,', '']],
		])('%s %s', async (operator, attribute, expected, [value, second]) => {
			expect(await where(attribute, operator, value, second)).toEqual(expected);
		});

		it.each([
			['a child element', 'PersonInfoBillTo.City', 'Sampleford', 'A-2'],
			['a line', 'OrderLine.Item.ItemID', 'CHAIR-OAK', 'A-7'],
			['an extension column', 'Extn.ExtnChannel', 'APP', 'A-2'],
		])('on %s', async (_what, attribute, value, expected) => {
			expect(await where(attribute, 'EQ', value)).toContain(expected);
			expect(await where(attribute, 'EQ', value)).not.toContain('NEW-1');
		});

		it.each([
			['UTC', '2031-01-05', ['NEW-1']],
			['UTC', '20310106', ['NEW-2']],
			['Pacific/Kiritimati', '2031-01-05', []],
			['Pacific/Kiritimati', '2031-01-06', ['NEW-1']],
			['Pacific/Pago_Pago', '2031-01-05', ['NEW-1']],
		])('a day is all of it in the workflow’s zone: %s %s', async (timezone, value, expected) => {
			const condition = [{ attribute: 'OrderDate', operator: 'EQ', value }];
			expect(await many({ conditions: { condition } }, { timezone })).toEqual(expected);
		});

		it.each([
			['NE', 'OrderDate', '2031-01-05', 'Value: 2031-01-05 is a day'],
			['IN', 'OrderDate', '2031-01-05T10:00:00, 2031-01-06', 'Value: 2031-01-06 is a day'],
			['IN', 'Modifyts', '={{ ["2031-01-06"] }}', 'Value: 2031-01-06 is a day'],
			['LIKE', 'OrderDate', '2031-01', 'Operator: OrderDate is a date'],
			['FLIKE', 'Modifyts', '2031', 'Operator: Modifyts is a date'],
			['LIKE', 'TotalAmount', '9', 'Operator: TotalAmount is a number'],
			['FLIKE', 'OrderLine.OrderedQty', '1', 'Operator: OrderLine.OrderedQty is a number'],
		])('%s of %s cannot compare %s', async (operator, attribute, value, message) => {
			const error = await wire.refused(
				orders('getMany', { conditions: { condition: [{ attribute, operator, value }] } }),
			);
			expect(error.message).toContain(`Conditions → Condition 1 → ${message}`);
		});

		it('must all hold, beside the filters', async () => {
			const condition = [
				{ attribute: 'OrderNo', operator: 'FLIKE', value: 'A-' },
				{ attribute: 'Extn.ExtnChannel', operator: 'IN', value: 'WEB,APP' },
				{ attribute: 'TotalAmount', operator: 'GT', value: '50' },
			];
			expect(await many({ conditions: { condition } })).toEqual(['A-2']);
		});

		it.each([
			['a plain filter', { orderNo: 'A-1' }, { attribute: 'OrderNo', operator: 'FLIKE', value: 'A-' }],
			[
				'one end of a range',
				{ fromModifyts: '2026-01-01' },
				{ attribute: 'Modifyts', operator: 'LE', value: '2027-01-01' },
			],
			[
				'both ends of a range',
				{ fromOrderDate: '2026-01-01', toOrderDate: '2026-02-01' },
				{ attribute: 'OrderDate', operator: 'NOTNULL' },
			],
		])('never replace %s silently', async (_what, filters, condition) => {
			const error = await wire.refused(orders('getMany', { filters, conditions: { condition: [condition] } }));
			expect(error.message).toMatch(/^A filter and a condition both compare/);
		});

		it('take a list of values beside a filter, and replace the enterprise of the credential', async () => {
			const oneOf = [{ attribute: 'OrderNo', operator: 'IN', value: 'A-1,A-2' }];
			expect(await many({ filters: { orderNo: 'A-2' }, conditions: { condition: oneOf } })).toEqual(['A-2']);
			const others = [{ attribute: 'EnterpriseCode', operator: 'NE', value: 'AURORA' }];
			expect(await many({ conditions: { condition: others } })).toEqual(['B-1', 'B-2']);
		});

		it.each([
			['a value that is missing', [{ attribute: 'OrderNo', operator: 'EQ', value: '' }], /has no value/],
			[
				'two on one attribute',
				['A', 'B'].map((value) => ({ attribute: 'OrderNo', operator: 'EQ', value })),
				/two filters on OrderNo/,
			],
			['an empty list', [{ attribute: 'OrderNo', operator: 'IN', value: ' , ' }], /list of values/],
		])('are refused with %s', async (_what, condition, message) => {
			const error = await wire.refused(orders('getMany', { conditions: { condition } }));
			expect(error.message).toMatch(message);
		});
	});
});
