import { rowsOf, written } from '../../../support/x12';

const lines = (...line: object[]) => ({ lines: { line } });

test('an inventory advice: rows of one item are its quantities', async () => {
	const found = await written({
		documentType: 'inventoryAdvice',
		number: 'STOCK-1',
		date: '2026-11-27',
		...lines(
			{ vendorPart: 'MUG-BLUE', description: 'Mug', quantityType: 'onHand', quantity: '12', unit: 'EA' },
			{ vendorPart: 'MUG-BLUE', quantityType: 'available', quantity: '9', unit: 'EA' },
			{ vendorPart: 'LAMP', quantityType: 'inTransit', quantity: '1.5', unit: 'DZ' },
		),
	});
	expect(found).toEqual([
		'BIA*00*SI*STOCK-1*20261127',
		'LIN*1*VP*MUG-BLUE',
		'PID*F****Mug',
		'QTY*17*12*EA',
		'QTY*33*9*EA',
		'LIN*2*VP*LAMP',
		'QTY*IQ*1.5*DZ',
		'CTT*2',
	]);
});

test('a warehouse shipping order, with its total', async () => {
	const found = await written({
		documentType: 'warehouseShippingOrder',
		number: 'WO-1',
		orderNumber: 'PO-1',
		...lines(
			{ vendorPart: 'MUG-BLUE', gtin: '012345678905', quantity: '2', unit: 'EA', description: 'Mug' },
			{ vendorPart: 'LAMP', quantity: '3', unit: 'EA' },
		),
		parties: { row: [{ role: 'shipTo', name: 'Aurora', city: 'Exampleton' }] },
		additionalFields: {
			dates: { row: [{ type: 'shipRequested', value: '2026-12-01' }] },
			references: { row: [{ type: 'vendorOrder', value: 'SO-1' }] },
			other: { shipping: { payment: 'prepaid', mode: 'motor', scac: 'ABCD' } },
		},
	});
	expect(found).toEqual([
		'W05*N*WO-1*PO-1',
		'N1*ST*Aurora',
		'N4*Exampleton',
		'N9*VN*SO-1',
		'G62*10*20261201',
		'W66*PP*M********ABCD',
		'LX*1',
		'W01*2*EA**VP*MUG-BLUE*UP*012345678905',
		'G69*Mug',
		'LX*2',
		'W01*3*EA**VP*LAMP',
		'W76*5',
	]);
});

test('a warehouse shipping advice: rows of one carton go together', async () => {
	const sscc = '10614141192837465';
	const found = await written({
		documentType: 'warehouseShippingAdvice',
		number: 'WO-1',
		date: '2026-11-28',
		orderNumber: 'PO-1',
		...lines(
			{ vendorPart: 'MUG-BLUE', quantity: '2', unit: 'EA', sscc },
			{ vendorPart: 'LAMP', quantity: '3', unit: 'EA', sscc },
			{ vendorPart: 'DESK', quantity: '1', unit: 'EA' },
		),
		parties: { row: [{ role: 'shipTo', name: 'Aurora' }] },
	});
	expect(found).toEqual([
		'W06*F*WO-1*20261128***PO-1',
		'N1*ST*Aurora',
		'LX*1',
		'MAN*GM*00106141411928374657',
		'W12*CC**2**EA**VP*MUG-BLUE',
		'W12*CC**3**EA**VP*LAMP',
		'LX*2',
		'W12*CC**1**EA**VP*DESK',
		'W03*6',
	]);
});

test.each([
	[
		'846',
		'inventoryAdvice',
		{
			number: 'S-1',
			date: '2026-11-27',
			lines: [{ itemIds: { sku: 'A' }, quantities: [{ type: 'onHand', quantity: '5', unit: 'EA' }] }],
		},
	],
	[
		'940',
		'warehouseShippingOrder',
		{ number: 'W-1', lines: [{ items: [{ quantity: '5', unit: 'EA', itemIds: { sku: 'A' } }] }] },
	],
	[
		'945',
		'warehouseShippingAdvice',
		{
			number: 'W-1',
			date: '2026-11-27',
			parties: { shipTo: { name: 'Aurora' } },
			lines: [{ items: [{ quantity: '5', unit: 'EA', itemIds: { sku: 'A' } }] }],
		},
	],
])('%s goes into an interchange and comes back', async (set, type, document) => {
	const parties = { senderId: 'AURORA', receiverId: 'BOREALIS', controlNumberSource: 'workflow', controlNumber: '7' };
	const sent = { resource: 'interchange', operation: 'create', outputAs: 'text', ...parties };
	const [{ text }] = await rowsOf(sent as never, { input: [{ type, ...document }] });
	const received = { resource: 'interchange', operation: 'read', inputSource: 'text', text };
	const [row] = await rowsOf(received as never);
	expect(row).toMatchObject({ type, set, number: document.number, document, problems: [], warnings: [] });
});
