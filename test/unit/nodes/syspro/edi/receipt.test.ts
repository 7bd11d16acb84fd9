import { DEFAULT_EDI_SETTINGS as settings, receiptFrom, type Form } from '../../../../../nodes/Syspro/edi';
import { line, purchaseOrder } from './records';

const order = purchaseOrder([
	line('1', { partnerPartNumber: 'NW-1' }),
	line('2', { stockCode: '000B100', quantity: '5', price: '4' }),
]);

describe('856 to receipt', () => {
	const orders = new Map([['4711', order]]);
	const item = (buyerPart: string, quantity: string, more: Form = {}): Form => ({
		itemIds: { buyerPart },
		quantity,
		unit: 'EA',
		...more,
	});
	const notice = (shipment: Form): Form => ({ type: 'shipNotice', number: 'SHIP-1', shipment });

	test.each<[string, Form]>([
		['order, items', { orders: [{ orderNumber: '4711', items: [item('STK-1', '10'), item('B100', '5')] }] }],
		[
			'order, packs, items',
			{
				orders: [
					{
						orderNumber: '4711',
						packs: [{ items: [item('STK-1', '4')] }, { items: [item('STK-1', '6'), item('000B100', '5')] }],
					},
				],
			},
		],
		[
			'order, items, packs below',
			{ orders: [{ orderNumber: '4711', items: [item('STK-1', '10', { packs: [{}] }), item('B100', '5')] }] },
		],
	])('%s', (_how, shipment) => {
		expect(receiptFrom(notice(shipment), orders, settings)).toEqual({
			items: [
				expect.objectContaining({
					purchaseOrder: '000000000004711',
					line: '1',
					quantity: '10',
					deliveryNote: 'SHIP-1',
				}),
				expect.objectContaining({ line: '2', stockCode: '000B100', quantity: '5', warehouse: 'N' }),
			],
		});
	});

	test.each(['EA', 'PC', 'EACH', 'each'])('%s is the unit of the order, of which two codes have the name', (unit) => {
		const each = purchaseOrder([line('1', { partnerPartNumber: 'NW-1', uom: 'EACH' })]);
		const shipped = notice({ orders: [{ orderNumber: '4711', items: [item('STK-1', '4', { unit })] }] });
		const units = { EA: 'EACH', PC: 'EACH' };
		const { items } = receiptFrom(shipped, new Map([['4711', each]]), { ...settings, units });
		expect(items).toMatchObject([{ line: '1', quantity: '4' }]);
	});

	test('lots stay apart', () => {
		const items = [item('STK-1', '4'), item('STK-1', '6')].map((each, i) => ({
			...each,
			itemIds: { buyerPart: 'STK-1', lot: `L${i}` },
		}));
		const { items: received } = receiptFrom(notice({ orders: [{ orderNumber: '4711', items }] }), orders, settings);
		expect(received.map(({ lot, quantity }) => [lot, quantity])).toEqual([
			['L0', '4'],
			['L1', '6'],
		]);
	});

	test('a line of which nothing was shipped is not received', () => {
		const items = [item('STK-1', '0.00'), item('B100', '5')];
		const receipt = receiptFrom(notice({ orders: [{ orderNumber: '4711', items }] }), orders, settings);
		expect(receipt.items.map(({ line: number }) => number)).toEqual(['2']);
	});

	test.each<[string, Form, RegExp]>([
		[
			'a notice of nothing',
			{ orders: [{ orderNumber: '4711', items: [item('STK-1', '0')] }] },
			/no items that were shipped/,
		],
		['an item of no order', { items: [item('STK-1', '1')] }, /belongs to no order/],
		[
			'an item that the order has not',
			{ orders: [{ orderNumber: '4711', items: [item('X', '1')] }] },
			/no line for the item X/,
		],
		[
			'another unit',
			{ orders: [{ orderNumber: '4711', items: [item('STK-1', '1', { unit: 'CA' })] }] },
			/is in CA, but the order has EA/,
		],
		['an empty notice', {}, /has no items/],
	])('refuses %s', (_what, shipment, message) => {
		expect(() => receiptFrom(notice(shipment), orders, settings)).toThrow(message);
	});
});
