import { readDocument, writeDocument } from '../../../../edi/documents';
import { segmentsOf, textOf } from './examples';

const read = (id: string, lines: string) => readDocument({ id, controlNumber: '0001', segments: segmentsOf(lines) })!;

const order = {
	type: 'purchaseOrder',
	number: 'PO-1',
	date: '2026-11-27',
	lines: [{ number: '1', quantity: '2', unit: 'EA', price: '9.10', itemIds: { vendorPart: 'MUG-BLUE' } }],
};

test('a purchase order of a few values is a whole document', () => {
	expect(textOf(writeDocument(order).transaction.segments)).toEqual([
		'BEG*00*SA*PO-1**20261127',
		'PO1*1*2*EA*9.1**VP*MUG-BLUE',
		'CTT*1',
	]);
});

test('lines without a number are numbered in a new document, and left as they are otherwise', () => {
	const lines = [{ quantity: '1' }, { number: '20', quantity: '2' }, { quantity: '3' }];
	const numbersOf = (options: object) =>
		textOf(writeDocument({ ...order, lines }, options).transaction.segments)
			.filter((line) => line.startsWith('PO1'))
			.map((line) => line.split('*')[1] ?? '');
	expect(numbersOf({ complete: true })).toEqual(['1', '20', '3']);
	expect(numbersOf({})).toEqual(['', '20', '']);
});

test('totals are computed on request, and what is given wins with a word', () => {
	const lines = [
		{ quantity: '3', price: '0.335', unit: 'EA' },
		{ quantity: '250', price: '12', priceBasis: 'HP', unit: 'EA' },
	];
	const options = { hashTotal: true, orderTotal: true };
	const written = writeDocument({ ...order, lines }, options);
	expect(textOf(written.transaction.segments).slice(-2)).toEqual(['CTT*2*253', 'AMT*TT*31.01']);
	const given = writeDocument({ ...order, lines, amounts: { total: '31.00' } }, options);
	expect(textOf(given.transaction.segments).at(-1)).toBe('AMT*TT*31');
	expect(given.warnings).toEqual(['amounts.total is 31.00, but the parts add up to 31.01']);
});

test('everything of an order is read by its name', () => {
	const lines = `
		BEG*05*DS*PO-7*R2*20261127*C-1
		CUR*BY*EUR*1.08
		REF*DP*0042
		REF*VN*V-1*second call
		REF*VN*V-2
		PER*BD*Ada Example*TE*555-0100*EM*ada@aurora.example
		FOB*CC*OR*DOCK 4*01*FCA
		SAC*A*C310***1250***2.5****02***Early bird
		ITD*01*3*2**10**30
		DTM*002*20261224
		DTM*010*20261201*0830*ET
		TD5*B*2*UPSN*U*Ground
		N9*L1*NOTE
		MSG*Handle with care
		MSG*Call first
		N1*ST*Aurora Retail*92*0042
		N2*Attn: Receiving
		N3*1 Main St*Dock 4
		N4*Exampleton*OH*43004*US
		PO1*10*5*DZ*12.5*PE*VP*MUG*UP*012345678905
		PID*F****Blue mug
		PO4*12*1*EA
		SDQ*DZ*92*0001*3*0002*2
		DTM*002*20261225
		SLN*1**I*12*EA****VP*CUP
		PO1*20*1*EA*3
		CTT*2`;
	const { document, warnings } = read('850', lines);
	expect(warnings).toEqual([]);
	expect(document).toMatchObject({
		type: 'purchaseOrder',
		purpose: 'replace',
		orderType: 'dropShip',
		release: 'R2',
		currency: 'EUR',
		exchangeRate: '1.08',
		references: { department: '0042', vendorOrder: [{ value: 'V-1', description: 'second call' }, 'V-2'] },
		contacts: [{ role: 'buyer', name: 'Ada Example', phone: '555-0100', email: 'ada@aurora.example' }],
		freight: { payment: 'collect', location: 'DOCK 4', terms: 'FCA' },
		charges: [{ kind: 'allowance', amount: '12.50', rate: '2.5', text: 'Early bird' }],
		paymentTerms: [{ discountPercent: '2', discountDays: '10', netDays: '30' }],
		dates: { deliveryRequested: '2026-12-24', shipRequested: '2026-12-01T08:30[ET]' },
		notes: [{ type: 'L1', messages: ['Handle with care', 'Call first'] }],
		parties: {
			shipTo: { name: 'Aurora Retail', additionalNames: ['Attn: Receiving'], address: ['1 Main St', 'Dock 4'] },
		},
	});
	expect(document.lines).toEqual([
		{
			number: '10',
			quantity: '5',
			unit: 'DZ',
			price: '12.5',
			priceBasis: 'PE',
			itemIds: { vendorPart: 'MUG', gtin12: '012345678905' },
			description: 'Blue mug',
			packaging: { pack: '12', size: '1', sizeUnit: 'EA' },
			stores: [
				{ unit: 'DZ', idType: 'assignedByBuyer', store: '0001', quantity: '3' },
				{ unit: 'DZ', idType: 'assignedByBuyer', store: '0002', quantity: '2' },
			],
			dates: { deliveryRequested: '2026-12-25' },
			components: [{ number: '1', relationship: 'I', quantity: '12', unit: 'EA', itemIds: { vendorPart: 'CUP' } }],
		},
		{ number: '20', quantity: '1', unit: 'EA', price: '3' },
	]);
	expect(textOf(writeDocument(document).transaction.segments)).toEqual(textOf(segmentsOf(lines)));
});

test('a change says what happens to each line', () => {
	const lines = `
		BCH*04*SA*PO-1**2*20261101
		POC*1*QI*12*2*EA*9.1**VP*MUG
		POC*2*DI
		CTT*2*12`;
	const { document } = read('860', lines);
	expect(document).toMatchObject({ type: 'purchaseOrderChange', purpose: 'change', changeNumber: '2' });
	expect(document.lines).toMatchObject([{ change: 'increaseQuantity', quantityLeft: '2' }, { change: 'delete' }]);
	expect(textOf(writeDocument(document).transaction.segments)).toEqual(textOf(segmentsOf(lines)));
});

describe('acknowledgements', () => {
	const lines = `
		BAK*00*AC*PO-1*20261127*****20261128
		PO1*1*10*EA*9.1**VP*MUG
		ACK*IQ*6*EA*067*20261201
		ACK*IB*4*EA*068*20261215
		CTT*1`;

	test('have the meaning of a status beside its code', () => {
		const { document } = read('855', lines);
		expect(document).toMatchObject({
			type: 'purchaseOrderAcknowledgement',
			status: 'changed',
			acknowledgementType: 'AC',
		});
		expect(document.lines).toMatchObject([
			{
				acknowledgements: [
					{
						status: 'quantityChanged',
						statusCode: 'IQ',
						quantity: '6',
						dateType: 'deliveryScheduled',
						date: '2026-12-01',
					},
					{ status: 'backOrdered', statusCode: 'IB' },
				],
			},
		]);
		expect(textOf(writeDocument(document).transaction.segments)).toEqual(textOf(segmentsOf(lines)));
	});

	test('can be written by the meaning', () => {
		const answer = {
			...order,
			type: 'purchaseOrderAcknowledgement',
			status: 'accepted',
			lines: [{ ...order.lines[0], acknowledgements: [{ status: 'accepted', quantity: 2, unit: 'each' }] }],
		};
		const segments = textOf(writeDocument(answer).transaction.segments);
		expect(segments).toEqual(['BAK*00*AD*PO-1*20261127', 'PO1*1*2*EA*9.1**VP*MUG-BLUE', 'ACK*IA*2*EA', 'CTT*1']);
	});

	test('whose code and meaning differ are refused', () => {
		const answer = { ...order, type: 'purchaseOrderAcknowledgement', status: 'rejected', acknowledgementType: 'AD' };
		expect(() => writeDocument(answer)).toThrow('status and acknowledgementType differ: AD is accepted');
	});

	test.each([
		['XX', 'unknown'],
		['RJ', 'rejected'],
		['AH', 'held'],
	])('%s is %s', (code, status) => {
		expect(read('855', `BAK*00*${code}*PO-1*20261127`).document.status).toBe(status);
	});

	test('of a change are 865', () => {
		const change = `
			BCA*04*AD*PO-1**2*20261127
			POC*1*QI*12**EA*9.1
			ACK*IA*12*EA
			CTT*1`;
		const { document } = read('865', change);
		expect(document).toMatchObject({
			type: 'purchaseOrderChangeAcknowledgement',
			status: 'accepted',
			changeNumber: '2',
		});
		expect(textOf(writeDocument(document).transaction.segments)).toEqual(textOf(segmentsOf(change)));
	});
});

test('an acknowledgement needs no lines, an order does', () => {
	const { document } = read('855', 'BAK*00*AK*PO-1*20261127');
	expect(textOf(writeDocument(document).transaction.segments)).toEqual(['BAK*00*AK*PO-1*20261127']);
	expect(() => writeDocument({ ...order, lines: [] })).toThrow('lines is required');
});

test('dates have six digits in old versions', () => {
	const { transaction } = writeDocument(order, { version: '003040' });
	expect(textOf(transaction.segments)[0]).toBe('BEG*00*SA*PO-1**261127');
	expect(readDocument(transaction, { version: '003040' })!.document.date).toBe('2026-11-27');
});

test('a set without a form is none', () => {
	expect(readDocument({ id: '820', controlNumber: '0001', segments: [] })).toBeUndefined();
});
