import { CREATE, runNodes, runX12, written } from '../../../support/x12';

test('a purchase order, filled in field by field', async () => {
	const lines = await written({
		number: 'PO-1',
		date: '2026-11-27T00:00:00',
		lines: {
			line: [
				{
					vendorPart: 'MUG-BLUE',
					gtin: '012345678905',
					quantity: '2',
					unit: 'each',
					price: '9.90',
					description: 'Mug',
				},
				{ buyerPart: '40-1', quantity: '1', unit: 'DZ', price: '30' },
			],
		},
		parties: {
			row: [
				{
					role: 'shipTo',
					name: 'Aurora',
					idType: 'assignedByBuyer',
					id: '0042',
					address1: '1 Main St',
					city: 'Exampleton',
					state: 'OH',
					postalCode: '43004',
					country: 'US',
				},
			],
		},
		additionalFields: {
			currency: 'USD',
			dates: {
				row: [
					{ type: 'shipRequested', value: '2026-12-01T00:00:00' },
					{ type: '002', value: '2026-12-24' },
				],
			},
			references: {
				row: [
					{ type: 'vendorOrder', value: 'V-1' },
					{ type: 'vendorOrder', value: 'V-2' },
				],
			},
			charges: { row: [{ kind: 'charge', code: 'D240', amount: '5', text: 'Freight' }] },
			paymentTerms: { row: [{ type: '01', basis: '3', netDays: '30' }] },
			other: '{"notes": [{"messages": "Call first"}]}',
		},
		options: { hashTotal: true, orderTotal: true },
	});
	expect(lines).toEqual(
		[
			'BEG*00*SA*PO-1**20261127',
			'CUR*BY*USD',
			'REF*VN*V-1',
			'REF*VN*V-2',
			'SAC*C*D240***500**********Freight',
			'ITD*01*3*****30',
			'DTM*002*20261224',
			'DTM*010*20261201',
			'N9*L1',
			'MSG*Call first',
			'N1*ST*Aurora*92*0042',
			'N3*1 Main St',
			'N4*Exampleton*OH*43004*US',
			'PO1*1*2*EA*9.9**VP*MUG-BLUE*UP*012345678905',
			'PID*F****Mug',
			'PO1*2*1*DZ*30**BP*40-1',
			'CTT*2*3',
			'AMT*TT*49.8',
		].sort((a, b) => lines.indexOf(a) - lines.indexOf(b)),
	);
});

test('lines of a list, whose columns are named', async () => {
	const column = [
		{ target: 'vendorPart', source: 'item.sku' },
		{ target: 'quantity', source: 'qty' },
		{ target: 'unit', source: 'uom' },
	];
	const parameters = { number: '={{ $json.no }}', date: '2026-11-27', lineSource: 'list', lineMapping: { column } };
	const lines = [
		{ item: { sku: 'A' }, qty: 2, uom: 'EA' },
		{ item: { sku: 'B' }, qty: 1.5, uom: 'STK' },
	];
	const options = { unitTable: { row: [{ code: 'PC', name: 'Stk' }] } };
	expect(await written({ ...parameters, options }, [{ no: 'PO-1', lines }])).toEqual([
		'BEG*00*SA*PO-1**20261127',
		'PO1*1*2*EA***VP*A',
		'PO1*2*1.5*PC***VP*B',
		'CTT*2',
	]);
	const { error } = await runX12({ ...CREATE, ...parameters } as never, {
		input: [{ no: 'PO-1', lines: [{ qty: 1 }] }],
	});
	expect(error?.message).toContain('entry 1, has no field "item.sku". It has qty.');
});

test('lines of a list as the form has them', async () => {
	const lines = [{ quantity: 2, unit: 'EA', itemIds: { vendorPart: 'A' }, description: ['one', 'two'] }];
	const parameters = { number: 'PO-1', date: '2026-11-27', lineSource: 'list' };
	expect(await written(parameters, [{ lines }])).toEqual([
		'BEG*00*SA*PO-1**20261127',
		'PO1*1*2*EA***VP*A',
		'PID*F****one',
		'PID*F****two',
		'CTT*1',
	]);
});

test('a ship notice of flat lines: orders, pallets and cartons become levels', async () => {
	const line = (orderNumber: string, sscc: string, vendorPart: string, palletSscc = '') => ({
		orderNumber,
		sscc,
		palletSscc,
		vendorPart,
		quantity: '1',
		unit: 'EA',
	});
	const lines = await written({
		documentType: 'shipNotice',
		number: 'SH-1',
		date: '2026-11-27T14:30:00',
		lines: {
			line: [
				line('PO-1', '10614141192837465', 'A'),
				line('PO-1', '10614141192837465', 'B'),
				line('PO-1', '10614141192837466', 'A'),
				line('PO-2', '10614141192837467', 'C', '10614141192837468'),
			],
		},
		parties: { row: [{ role: 'shipTo', name: 'Aurora' }] },
	});
	expect(lines.filter((one) => /^(BSN|HL|PRF|LIN|N1|CTT)/.test(one))).toEqual([
		'BSN*00*SH-1*20261127*143000*0001',
		'HL*1**S*1',
		'N1*ST*Aurora',
		'HL*2*1*O*1',
		'PRF*PO-1',
		'HL*3*2*P*1',
		'HL*4*3*I*0',
		'LIN**VP*A',
		'HL*5*3*I*0',
		'LIN**VP*B',
		'HL*6*2*P*1',
		'HL*7*6*I*0',
		'LIN**VP*A',
		'HL*8*1*O*1',
		'PRF*PO-2',
		'HL*9*8*T*1',
		'HL*10*9*P*1',
		'HL*11*10*I*0',
		'LIN**VP*C',
		'CTT*11',
	]);
});

test('an acknowledgement says something to each line', async () => {
	const lines = await written({
		documentType: 'purchaseOrderAcknowledgement',
		number: 'PO-1',
		date: '2026-11-27',
		status: 'changed',
		lines: {
			line: [
				{
					vendorPart: 'A',
					quantity: '5',
					unit: 'EA',
					status: 'quantityChanged',
					confirmedQuantity: '3',
					shipDate: '2026-12-01T00:00:00',
				},
			],
		},
	});
	expect(lines).toEqual(['BAK*00*AC*PO-1*20261127', 'PO1*1*5*EA***VP*A', 'ACK*IQ*3*EA*068*20261201', 'CTT*1']);
});

test.each([
	['invoice', 'BIG*20261127*INV-1**PO-1', 'TDS*1980'],
	['creditNote', 'BIG*20261127*INV-1**PO-1***CR', 'TDS*-1980'],
])('the %s has its total', async (documentType, first, total) => {
	const lines = await written({
		documentType,
		number: 'INV-1',
		date: '2026-11-27',
		orderNumber: 'PO-1',
		lines: { line: [{ vendorPart: 'A', quantity: '2', unit: 'EA', price: '9.90' }] },
		options: { negativeCredits: true },
	});
	expect(lines).toEqual([first, 'IT1*1*2*EA*9.9**VP*A', total, 'CTT*1']);
});

test('what Read returns can be written again as JSON, and what does not fit together is told', async () => {
	const document = {
		type: 'invoice',
		number: 'INV-1',
		date: '2026-11-27',
		total: '20',
		lines: [{ quantity: '2', unit: 'EA', price: '9.90' }],
	};
	const parameters = { ...CREATE, documentType: 'invoice', inputMode: 'json' };
	const finished = await runX12(parameters as never, { input: [{ type: 'invoice', document }] });
	expect(finished.json('X12')).toMatchObject([
		{
			type: 'invoice',
			set: '810',
			functionalId: 'IN',
			number: 'INV-1',
			warnings: ['total is 20, but the parts add up to 19.8'],
		},
	]);
	expect(finished.hints('X12')).toEqual(['INV-1: total is 20, but the parts add up to 19.8']);
	const { error } = await runX12({ ...parameters, documentType: 'purchaseOrder' } as never, { input: [{ document }] });
	expect(error?.message).toBe('Document Type is purchaseOrder, but the type of the document is "invoice"');
});

test('one bad item does not stop the others under Continue On Fail, and says all that is wrong', async () => {
	const parameters = {
		...CREATE,
		number: '={{ $json.no }}',
		date: '={{ $json.date }}',
		lines: { line: [{ quantity: '={{ $json.qty }}', unit: 'EA' }] },
	};
	const input = [
		{ no: 'PO-1', date: '2026-11-27', qty: '1' },
		{ no: 'PO-2', date: '27.11.2026', qty: 'two' },
		{ no: 'PO-3', date: '2026-11-27', qty: 3 },
	];
	const finished = await runX12(parameters as never, { input, node: { onError: 'continueRegularOutput' } });
	const [first, second, third] = finished.items('X12');
	expect([first.json.number, third.json.number]).toEqual(['PO-1', 'PO-3']);
	expect(second.pairedItem).toEqual({ item: 1 });
	expect(second.json).toMatchObject({
		error: 'Date must be a date such as 2026-11-27, got "27.11.2026"; Lines → Line 1 → Quantity: "two" is not a number',
		details: { category: 'invalidInput' },
	});
	const stopped = await runNodes([parameters as never], { input });
	expect(stopped.error?.message).toContain('Date must be a date');
});
