import { rowsOf, runX12 } from '../../../support/x12';

const isa =
	'ISA*00*          *00*          *12*6125550100     *ZZ*AURORA         *261127*1430*U*00401*000000007*0*P*>~';
const po = `${isa}GS*PO*6125550100*AURORA*20261127*1430*7*X*004010~ST*850*0001~BEG*00*SA*PO-1**20261127~PO1*1*2*EA*9.9**VP*A~CTT*1~SE*5*0001~GE*1*7~IEA*1*000000007~`;
const other = po
	.replace('ST*850*0001~BEG*00*SA*PO-1**20261127~PO1*1*2*EA*9.9**VP*A~CTT*1~SE*5', 'ST*820*0001~BPR*I*5~SE*3')
	.replace('GS*PO', 'GS*RA');

describe('read', () => {
	const read = { resource: 'interchange', operation: 'read' };

	test('one item for each document, of files and of text', async () => {
		const finished = await runX12(read, { files: [po, other] });
		expect(finished.items('X12').map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(finished.json('X12')).toMatchObject([
			{
				type: 'purchaseOrder',
				number: 'PO-1',
				document: { lines: [{ quantity: '2', itemIds: { vendorPart: 'A' } }] },
				interchange: { controlNumber: '000000007', sender: { qualifier: '12', id: '6125550100' } },
				group: { controlNumber: '7', version: '004010' },
				isComplete: true,
				problems: [],
			},
			{ type: '820', transaction: { segments: [{ id: 'BPR', elements: ['I', '5'] }] } },
		]);
		expect(finished.json('X12')[0]).not.toHaveProperty('transaction');
		expect(finished.hints('X12')).toEqual([
			'There is no business form for set 820: it is returned as a transaction set.',
		]);
		const [row] = await rowsOf(
			{ ...read, inputSource: 'text', text: '={{ $json.edi }}', simplify: false },
			{ input: [{ edi: po }] },
		);
		expect(row.transaction).toMatchObject({ id: '850', controlNumber: '0001' });
	});

	test('one item for each set, or for each segment', async () => {
		expect(await rowsOf({ ...read, returnAs: 'transactions' }, { files: [po] })).toMatchObject([
			{ set: '850', transaction: { segments: [{ id: 'BEG' }, { id: 'PO1' }, { id: 'CTT' }] } },
		]);
		const segments = await rowsOf({ ...read, returnAs: 'segments' }, { files: [po] });
		expect(segments.map(({ position, segment }) => [position, segment])).toEqual([
			[1, 'ST'],
			[2, 'BEG'],
			[3, 'PO1'],
			[4, 'CTT'],
			[5, 'SE'],
		]);
	});

	test('tables of the user name units and item numbers', async () => {
		const options = {
			unitTable: { row: [{ code: 'EA', name: 'EACH' }] },
			itemTable: { row: [{ code: 'VP', name: 'sku' }] },
		};
		expect(await rowsOf({ ...read, options } as never, { files: [po] })).toMatchObject([
			{ document: { lines: [{ unit: 'EACH', itemIds: { sku: 'A' } }] } },
		]);
	});

	test('a file that is cut off gives what is there, and says so; or stops', async () => {
		const cut = po.slice(0, po.indexOf('CTT'));
		const finished = await runX12(read, { files: [cut] });
		expect(finished.json('X12')).toMatchObject([{ number: 'PO-1', isComplete: false }]);
		expect(finished.hints('X12').join()).toContain('problems in its structure');
		const { error } = await runX12({ ...read, options: { onProblems: 'stop' } } as never, { files: [cut] });
		expect(error?.message).toContain('violates the standard');
	});

	test('a TA1 is an item of its own', async () => {
		const ta1 = `${isa}TA1*000000042*261127*1430*R*025~IEA*0*000000007~`;
		expect(await rowsOf(read, { files: [ta1] })).toMatchObject([
			{ set: 'TA1', interchangeControlNumber: '000000042', code: 'R', note: '025' },
		]);
	});

	test.each([
		['', /empty/i],
		['   \n', /empty|blank/i],
		['<Order/>', /XML/],
		["UNA:+.? 'UNB+UNOA:1'", /EDIFACT/],
		['%PDF-1.7', /PDF/],
	])('%p is named as what it is', async (input, message) => {
		const { error } = await runX12(
			{ ...read, inputSource: 'text', text: '={{ $json.edi }}' },
			{ input: [{ edi: input }] },
		);
		expect(error?.message).toMatch(message);
	});

	test('a missing file is an error of the item', async () => {
		const finished = await runX12(read, { input: [{}], node: { onError: 'continueRegularOutput' } });
		expect(finished.json('X12')[0].error).toBeTruthy();
	});
});

describe('check', () => {
	const check = { resource: 'interchange', operation: 'check' };

	test('reports and never fails', async () => {
		const wrong = po.replace('SE*5', 'SE*9').replace('**20261127~PO1', '**20261399~PO1');
		const rows = await rowsOf(check, { files: [po, wrong, '<xml/>'] });
		expect(rows).toMatchObject([
			{ isValid: true, errors: 0, problems: [] },
			{
				isValid: false,
				errors: 2,
				interchanges: [
					{ controlNumber: '000000007', groups: [{ functionalId: 'PO', transactions: [{ set: '850' }] }] },
				],
			},
			{ isValid: false, errors: 1, problems: [{ code: 'not-x12' }], interchanges: [] },
		]);
		expect((rows[1].summary as string[]).join()).toMatch(/BEG05 \(segment 4\): .*SE01 \(segment 7\)/);
	});
});
