import { runX12 } from '../../../support/x12';

const NOTHING = '={{ $json.nothing }}';
const form = {
	type: 'purchaseOrder',
	number: 'PO-1',
	date: '2026-11-27',
	lines: [{ number: '1', quantity: '2', unit: 'EA', itemIds: { vendorPart: 'A' } }],
};
const date = '2026-11-27T14:30';
const create = {
	resource: 'interchange',
	operation: 'create',
	senderId: 'AURORA',
	receiverId: 'BOREALIS',
	controlNumberSource: 'workflow',
	controlNumber: '7',
	outputAs: 'text',
	options: { date },
};
const edi =
	'ISA*00*          *00*          *ZZ*AURORA         *12*6125550100     *261127*1430*U*00401*000000042*0*P*>~' +
	'GS*PO*AURORA*6125550100*20261127*1430*42*X*004010~ST*850*0001~BEG*00*SA*PO-1**20261127~PO1*1*2*EA*9.9**VP*A~' +
	'CTT*1~SE*5*0001~GE*1*42~IEA*1*000000042~';
const read = { resource: 'interchange', operation: 'read', inputSource: 'text', text: edi };
const acknowledge = { ...create, resource: 'acknowledgement', inputSource: 'text', text: edi };
const match = { resource: 'acknowledgement', operation: 'match', inputSource: 'text', text: edi, sentDocuments: '[]' };

const errorOf = async (parameters: object, input: object = form) => {
	const { error } = await runX12(parameters as never, { input: [input as Record<string, unknown>] });
	return error?.message;
};
const segmentsOf = async (parameters: object, input: object = form) => {
	const finished = await runX12(parameters as never, { input: [input as Record<string, unknown>] });
	if (finished.error) throw finished.error;
	return String(finished.json('X12')[0].text).split('~');
};

describe('the envelope: what is refused is named by its label', () => {
	test.each([
		[{ senderId: NOTHING }, 'Sender ID is empty: its expression returns nothing'],
		[{ receiverId: '={{ "  " }}' }, 'Receiver ID is empty: its expression returns nothing'],
		[{ senderId: 'A'.repeat(16) }, `Sender ID: "${'A'.repeat(16)}" is longer than 15 characters`],
		[{ receiverId: 'Zażółć' }, 'Receiver ID: "Zażółć" contains characters that are not ASCII'],
		[{ senderId: 'AUR*ORA' }, 'Sender ID: "AUR*ORA" contains the separator *. X12 cannot escape it'],
		[{ senderQualifier: NOTHING }, 'Sender Qualifier is empty: its expression returns nothing'],
		[{ receiverQualifier: 'Z' }, 'Receiver Qualifier: "Z" is not a qualifier of two characters'],
		[{ version: NOTHING }, 'Version is empty: its expression returns nothing'],
		[{ version: 'latest' }, 'Version must be a version such as 004010 or 004010VICS, got "latest"'],
		[{ usage: 'X' }, 'Usage: "X" is not a valid choice'],
		[{ controlNumber: NOTHING }, 'Number is empty: its expression returns nothing'],
		[{ controlNumber: '1.5E+3' }, 'Number must be a whole number from 1 to 999999999 (it is "1.5E+3")'],
		[{ document: NOTHING }, 'Document is empty: its expression returns nothing'],
		[{ document: '={{ [$json] }}' }, 'Document must be an object, got a list'],
		[{ outputAs: 'file', outputBinaryField: NOTHING }, 'Put Output File in Field is empty'],
	])('%j', async (changed, message) => {
		expect(await errorOf({ ...create, ...changed })).toContain(message);
	});

	test.each([
		[{ date: '27.11.2026' }, 'Options → Date: "27.11.2026" is not a date'],
		[{ date: '2026-13-45' }, 'Options → Date: "2026-13-45" is a date that does not exist'],
		[{ date: NOTHING }, 'Options → Date is empty: its expression returns nothing'],
		[{ groupSender: NOTHING }, 'Options → Group Sender is empty: its expression returns nothing'],
		[{ groupSender: 'A'.repeat(16) }, 'Options → Group Sender: "AAAAAAAAAAAAAAAA" is longer than 15 characters'],
		[{ fileName: NOTHING }, 'Options → File Name is empty: its expression returns nothing', { outputAs: 'file' }],
		[{ elementSeparator: NOTHING }, 'Options → Element Separator is empty: its expression returns nothing'],
		[{ elementSeparator: '**' }, 'The element separator must be one character, and not a letter, digit, space, point'],
		[{ elementSeparator: '~' }, 'The element separator and the segment terminator are the same character: "~"'],
		[{ unitTable: { row: [{ code: 'EA', name: '' }] } }, 'Options → Units → Unit 1 → Your Name is empty'],
		[{ requestAcknowledgement: 'maybe' }, 'Options → Request a TA1 must be yes or no, got "maybe"'],
	] as Array<[options: object, message: string, more?: object]>)('options %j', async (options, message, more = {}) => {
		expect(await errorOf({ ...create, ...more, options: { date, ...options } })).toContain(message);
	});

	test.each([
		[{ senderQualifier: 'zz', receiverQualifier: 'Phone Number (12)' }, /^ISA\*.*\*ZZ\*AURORA +\*12\*BOREALIS/],
		[{ senderQualifier: '16' }, /^ISA\*.*\*16\*AURORA/],
		[{ senderId: ' AURORA ' }, /^ISA\*.*\*ZZ\*AURORA {9}\*/],
		[{ version: '={{ 5010 }}' }, /\*00501\*/],
		[{ usage: 'Production' }, /\*P\*>$/],
	])('%j is understood', async (changed, isa) => {
		expect((await segmentsOf({ ...create, ...changed }))[0]).toMatch(isa);
	});

	test('a version with a suffix is written in capitals', async () => {
		expect((await segmentsOf({ ...create, version: '004010vics' }))[1]).toMatch(/\*X\*004010VICS$/);
	});
});

test.each([
	['={{ "" }}', 'ISA'],
	['={{ "\\n" }}', '\nGS'],
	['={{ "None" }}', 'GS'],
])('the line break that an expression chooses: %s', async (lineBreak, start) => {
	const segments = await segmentsOf({ ...create, options: { date, lineBreak } });
	expect(segments.map((one) => one.slice(0, start.length))).toContain(start);
});

test('a choice without an empty one is not chosen by an empty text', async () => {
	expect(await errorOf({ ...create, options: { date, tooLong: '={{ "" }}' } })).toContain(
		'Options → Text That Is Too Long is empty: its expression returns nothing',
	);
});

describe('no problem of an interchange is lost', () => {
	const order = (...prices: string[]) => ({
		id: '850',
		segments: [
			{ id: 'BEG', elements: ['00', 'SA', 'PO-1', '', '20261127'] },
			...prices.map((price, at) => ({ id: 'PO1', elements: [String(at + 1), '2', 'EA', price, '', 'VP', 'A'] })),
		],
	});
	const saidOf = async (changed: object, ...prices: string[]) => {
		const { error } = await runX12({ ...create, ...changed } as never, { input: [order(...prices)] });
		return `${error?.message} | ${(error as { description?: string }).description ?? ''}`;
	};

	test('those of the document beside those of a parameter', async () => {
		const said = await saidOf({ senderId: 'A'.repeat(16) }, '9.9x');
		expect(said).toMatch(/^Sender ID: "A{16}" is longer than 15 characters \| .*PO104 \(segment 5\): .*9\.9x/);
	});

	test('equal ones of several segments', async () => {
		const said = await saidOf({}, '9.9x', '9.9x', '9.9x');
		for (const ordinal of [5, 6, 7]) expect(said).toContain(`PO104 (segment ${ordinal}): `);
	});

	test('a single one is said once', async () => {
		expect((await saidOf({}, '9.9x')).match(/9\.9x/g)).toHaveLength(1);
	});
});

test.each([
	[{ id: '850', segments: [{ id: 'BEG' }] }, 'Document → segments[0] must be a segment such as {"id": "BEG"'],
	[{ id: '850', segments: ['BEG*00'] }, 'Document → segments[0] must be a segment such as {"id": "BEG"'],
	[{ ...form, lines: [{ quantity: 'x', unit: 'ea' }] }, 'lines[0].quantity is not a number (it is "x")'],
	[{ ...form, number: 'P'.repeat(30) }, 'BEG03: Purchase Order Number: "PPPP'],
])('a document that cannot be written: %j', async (document, message) => {
	expect(await errorOf(create, document)).toContain(message);
});

describe('what is read', () => {
	test.each([
		[{ text: NOTHING }, 'Text is empty: its expression returns nothing'],
		[{ text: '={{ $json }}' }, 'Text must be text, got an object'],
		[
			{ inputSource: 'file', binaryPropertyName: NOTHING },
			'Input Binary Field is empty: its expression returns nothing',
		],
	])('%j', async (changed, message) => {
		for (const operation of [read, { ...read, operation: 'check' }, acknowledge, match])
			expect(await errorOf({ ...operation, ...changed })).toBe(message);
	});

	test.each([
		[{ ...read, returnAs: 'x' }, 'Return: "x" is not a valid choice'],
		[{ ...read, simplify: 'perhaps' }, 'Simplify must be yes or no, got "perhaps"'],
		[{ ...read, options: { onProblems: NOTHING } }, 'Options → On Problems is empty: its expression returns nothing'],
		[{ ...acknowledge, kind: '998' }, 'Kind: "998" is not a valid choice'],
		[
			{ ...acknowledge, kind: '999', options: { implementation: NOTHING } },
			'Options → Implementation Reference is empty',
		],
		[{ ...match, sentDocuments: NOTHING }, 'Sent Documents is empty: its expression returns nothing'],
		[{ ...match, sentDocuments: '[1]' }, 'Sent Documents → entry 1 must be an object, got 1'],
	])('%#', async (parameters, message) => {
		expect(await errorOf(parameters)).toContain(message);
	});

	test('Simplify can be turned off in words', async () => {
		const finished = await runX12({ ...read, simplify: 'no' } as never);
		expect(finished.json('X12')[0]).toHaveProperty('transaction');
	});

	test('a control number of a sent document that a spreadsheet has changed is refused', async () => {
		const sent = { partner: 'AURORA', functionalId: 'PO', groupControlNumber: '4.2E+1', controlNumber: '0001' };
		expect(await errorOf({ ...match, sentDocuments: JSON.stringify([sent]) })).toBe(
			'Sent Documents, entry 1: groupControlNumber "4.2E+1" is not a control number',
		);
	});
});
