import { fileOf, rowsOf, runNodes, runX12 } from '../../../support/x12';

const envelope = {
	resource: 'interchange',
	operation: 'create',
	senderId: 'AURORA',
	receiverId: '6125550100',
	receiverQualifier: '12',
	usage: 'P',
};
const order = (number: string, more: object = {}) => ({
	type: 'purchaseOrder',
	number,
	date: '2026-11-27',
	lines: [{ number: '1', quantity: '1', unit: 'EA' }],
	...more,
});
const invoice = (number: string) => ({
	type: 'invoice',
	number,
	date: '2026-11-27',
	lines: [{ quantity: '1', unit: 'EA', price: '5' }],
});
const text = { ...envelope, outputAs: 'text' };
const fixed = {
	...text,
	controlNumberSource: 'workflow',
	controlNumber: '42',
	options: { date: '2026-11-27T14:30:00' },
};

describe('create', () => {
	test('documents of one partner go into one interchange, paired with their items', async () => {
		const finished = await runX12(envelope, { input: [order('PO-1'), order('PO-2')] });
		const [item] = finished.items('X12');
		expect(item.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(item.binary?.data).toMatchObject({ fileName: '6125550100-850-101.edi', mimeType: 'application/edi-x12' });
		expect(fileOf(item)).toMatch(
			/^ISA\*00\* {10}\*00\* {10}\*ZZ\*AURORA {9}\*12\*6125550100 {5}\*\d{6}\*\d{4}\*U\*00401\*000000101\*0\*P\*>~GS\*PO\*/,
		);
		expect(item.json.documents).toMatchObject([
			{
				number: 'PO-1',
				set: '850',
				functionalId: 'PO',
				groupControlNumber: '101',
				controlNumber: '0001',
				partner: { id: '6125550100' },
			},
			{ number: 'PO-2', controlNumber: '0002', interchangeControlNumber: '101' },
		]);
	});

	test('each kind and each partner has an interchange and a number of its own', async () => {
		const finished = await runX12(
			{ ...text, receiverId: '={{ $json.to ?? "ACME" }}', document: '={{ $json.doc }}' } as never,
			{
				input: [{ doc: order('1') }, { doc: invoice('2') }, { doc: order('3'), to: 'OTHER' }, { doc: order('4') }],
			},
		);
		const found = finished.json('X12') as unknown as Array<{
			functionalId: string;
			controlNumber: string;
			receiver: { id: string };
			documents: unknown[];
		}>;
		expect(
			found.map(({ functionalId, controlNumber, receiver, documents }) => [
				functionalId,
				controlNumber,
				receiver.id,
				documents.length,
			]),
		).toEqual([
			['PO', '101', 'ACME', 2],
			['IN', '102', 'ACME', 1],
			['PO', '103', 'OTHER', 1],
		]);
	});

	test('two nodes of one execution never take the same number', async () => {
		const finished = await runNodes(
			[
				{ ...text },
				{
					...text,
					document:
						'={{ { id: "850", segments: [{ id: "BEG", elements: ["00", "SA", "X", "", "20261127"] }, { id: "PO1", elements: ["1"] }] } }}',
				},
			],
			{ input: [order('1')] },
		);
		expect(finished.json('X12 1')[0].controlNumber).toBe('101');
		expect(finished.json('X12')[0].controlNumber).toBe('102');
	});

	test('an execution has 100 numbers; more are refused, not repeated', async () => {
		const input = Array.from({ length: 101 }, (_, i) => ({ doc: order(String(i)), to: `P${i}` }));
		const parameters = { ...text, receiverId: '={{ $json.to }}', document: '={{ $json.doc }}' };
		const finished = await runX12(parameters, { input, node: { onError: 'continueRegularOutput' } });
		const numbers = finished.json('X12').map(({ controlNumber }) => controlNumber);
		expect(new Set(numbers.filter(Boolean)).size).toBe(100);
		expect(finished.json('X12').at(-1)?.error).toContain('has used its 100 control numbers');
	});

	test.each([
		['\\n', '\n'],
		['\\r\\n', '\r\n'],
		['\\x1C', '\u001c'],
		['\\u001c', '\u001c'],
		['={{ "\\n" }}', '\n'],
		['={{ "\\u001c" }}', '\u001c'],
	])('the segment terminator %j', async (segmentTerminator, expected) => {
		const options = { ...fixed.options, segmentTerminator, elementSeparator: '\\t' };
		const [row] = await rowsOf({ ...fixed, options } as never, { input: [order('PO-1')] });
		expect(row.text).toContain(`${expected}ST\t850\t0001${expected}`);
		const read = { resource: 'interchange', operation: 'read', inputSource: 'text', text: row.text };
		expect(await rowsOf(read as never)).toMatchObject([{ number: 'PO-1', problems: [] }]);
	});

	test('the whole text, with everything that can be set', async () => {
		const options = {
			...fixed.options,
			elementSeparator: '|',
			componentSeparator: '<',
			segmentTerminator: '\\n',
			groupSender: 'AUR',
			groupReceiver: 'ACM',
			requestAcknowledgement: true,
		};
		const [row] = await rowsOf({ ...fixed, usage: 'T', version: '005010', options } as never, {
			input: [order('PO*1')],
		});
		expect(row.text).toBe(
			[
				'ISA|00|          |00|          |ZZ|AURORA         |12|6125550100     |261127|1430|^|00501|000000042|1|T|<',
				'GS|PO|AUR|ACM|20261127|1430|42|X|005010',
				'ST|850|0001',
				'BEG|00|SA|PO*1||20261127',
				'PO1|1|1|EA',
				'CTT|1',
				'SE|5|0001',
				'GE|1|42',
				'IEA|1|000000042',
				'',
			].join('\n'),
		);
	});

	test('the body alone, for a system that adds the envelope', async () => {
		const [row] = await rowsOf({ ...fixed, options: { ...fixed.options, envelope: 'none' } } as never, {
			input: [order('PO-1')],
		});
		expect(row.text).toBe('ST*850*0001~BEG*00*SA*PO-1**20261127~PO1*1*1*EA~CTT*1~SE*5*0001~');
	});

	test('a separator in a value is refused, or replaced and told', async () => {
		const bad = order('PO*1', { parties: { shipTo: { name: 'A*B > C' } } });
		const { error } = await runX12(fixed as never, { input: [bad] });
		expect(error?.message).toMatch(/BEG03/);
		const finished = await runX12({ ...fixed, options: { ...fixed.options, delimiterInValue: 'replace' } } as never, {
			input: [bad],
		});
		expect(finished.json('X12')[0].text).toContain('~N1*ST*A B   C~');
		expect(finished.hints('X12').length).toBeGreaterThan(0);
	});

	test('accents are transliterated, or kept in Latin-1', async () => {
		const accented = order('PO-1', { parties: { shipTo: { name: 'Café Zürich' } } });
		const finished = await runX12(fixed as never, { input: [accented] });
		expect(finished.json('X12')[0].text).toContain('N1*ST*Cafe Zurich~');
		const latin1 = { ...fixed, outputAs: 'file', options: { ...fixed.options, characters: 'latin1' } };
		const [item] = (await runX12(latin1 as never, { input: [accented] })).items('X12');
		expect(Buffer.from(item.binary?.data.data ?? '', 'base64').toString('latin1')).toContain('Café Zürich');
	});

	test('of several documents, what is wrong names the one that it is in', async () => {
		const beg = (...elements: string[]) => ({ id: '850', segments: [{ id: 'BEG', elements }] });
		const incomplete = beg('00', 'SA', 'PO-2', '', '20261127');
		const violating = await runX12(fixed as never, { input: [order('PO-1'), incomplete] });
		expect(violating.error?.message).toMatch(/^The document violates the standard\. Transaction set 0002, .*PO1/);
		const unwritable = await runX12(fixed as never, {
			input: [order('PO-1'), beg('00', 'SA', 'PO-2', '', 'soon'), order('PO-3')],
		});
		expect(unwritable.error?.message).toMatch(/^Transaction set 0002, BEG05: Date: "soon" is not a date/);
		const lenient = { ...fixed, options: { ...fixed.options, onProblems: 'report' } };
		const [row] = (await runX12(lenient as never, { input: [order('PO-1'), incomplete] })).json('X12');
		const [{ summary, problems }] = (await rowsOf(
			{ resource: 'interchange', operation: 'check' },
			{
				files: [String(row.text)],
			},
		)) as never as Array<{ summary: string[]; problems: Array<{ severity: string; controlNumber?: string }> }>;
		expect(summary.join(' ')).toMatch(/Transaction set 0002, /);
		expect(problems.filter(({ severity }) => severity === 'error').map((one) => one.controlNumber)).toEqual(['0002']);
	});

	test('what was written otherwise is said in one hint, with its places', async () => {
		const named = (number: string) => order(number, { parties: { shipTo: { name: `Łódź ${number}` } } });
		const replacing = { ...fixed, options: { ...fixed.options, unknownCharacter: 'replace' } };
		const hintsFor = async (count: number) => {
			const input = Array.from({ length: count }, (_, i) => named(`PO-${i + 1}`));
			return (await runX12(replacing as never, { input })).hints('X12');
		};
		expect(await hintsFor(1)).toEqual([expect.stringMatching(/^N102 \(segment \d+\): Written as "/)]);
		const [hint, ...others] = await hintsFor(12);
		expect(others).toEqual([]);
		expect(hint).toMatch(/^Transaction set 0001, N102 .* Transaction set 0005, N102 .* And 7 more\.$/);
	});

	test('what violates the standard stops, unless it is let through', async () => {
		const bad = { id: '850', segments: [{ id: 'BEG', elements: ['00', 'SA', 'PO-1', '', '20261127'] }] };
		const { error } = await runX12(fixed as never, { input: [bad] });
		expect(error?.message).toMatch(/^The document violates the standard. .*PO1/);
		const finished = await runX12({ ...fixed, options: { ...fixed.options, onProblems: 'report' } } as never, {
			input: [bad],
		});
		expect(finished.json('X12')[0].problems).toMatchObject([{ severity: 'error' }]);
		expect(finished.hints('X12')).toEqual(['The interchange has 1 problem; see the field problems.']);
	});

	test.each([
		[
			'Number must be a whole number from 1 to 999999999 (it is "0")',
			{ controlNumberSource: 'workflow', controlNumber: '0' },
			order('1'),
		],
		[
			'Number must be a whole number from 1 to 999999999 (it is "A1")',
			{ controlNumberSource: 'workflow', controlNumber: 'A1' },
			order('1'),
		],
		['Receiver ID is empty: its expression returns nothing', { receiverId: '={{ "" }}' }, order('1')],
		['Document must be an item of Create Document', {}, { no: 1 }],
		['The functional group of set 123 is not known', {}, { id: '123', segments: [] }],
	])('%s', async (message, more, document) => {
		const { error } = await runX12({ ...text, ...more } as never, { input: [document] });
		expect(error?.message).toContain(message);
	});

	test('one number cannot serve two kinds of documents', async () => {
		const { error } = await runX12(fixed as never, { input: [order('1'), invoice('2')] });
		expect(error?.message).toContain('Control number 42 would be used twice for 6125550100');
	});

	test('a bad item comes out as an error, the others are sent', async () => {
		const finished = await runX12(text as never, {
			input: [order('1'), { type: 'purchaseOrder' }, order('3')],
			node: { onError: 'continueRegularOutput' },
		});
		const [bad, good] = finished.items('X12');
		expect(bad.pairedItem).toEqual([{ item: 1 }]);
		expect(bad.json.error).toContain('number is required');
		expect(good.pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
	});
});
