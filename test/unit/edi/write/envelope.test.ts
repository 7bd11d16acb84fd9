import { check, interchange, read, write, writePieces, type InterchangeContent } from '../../../../edi';
import { orders, purchaseOrder, RECEIVER, segment, SENDER } from '../samples';

const DOCUMENT = { id: '850', segments: purchaseOrder() };

it('pads ISA, counts, and repeats the control numbers', () => {
	const { text } = write(orders([DOCUMENT, DOCUMENT], { controlNumber: '42', groupControlNumber: '7' }), {
		lineBreak: '\n',
	});
	const lines = text.split('\n');
	expect(lines[0]).toBe(
		'ISA*00*          *00*          *ZZ*AURORA         *01*123456789      *261127*1430*U*00401*000000042*0*P*>~',
	);
	expect(lines[0]).toHaveLength(106);
	expect(lines.filter((one) => /^(GS|ST|SE|GE|IEA)/.test(one))).toEqual([
		'GS*PO*AURORA*123456789*20261127*1430*7*X*004010~',
		'ST*850*0001~',
		'SE*13*0001~',
		'ST*850*0002~',
		'SE*13*0002~',
		'GE*2*7~',
		'IEA*1*000000042~',
	]);
	expect(check(read(text))).toEqual([]);
});

it('005010 has the repetition separator in ISA11 and may have ST03', () => {
	const { text } = write(orders([{ ...DOCUMENT, implementation: '005010X999' }], { version: '005010UCS', usage: 'T' }));
	expect(text).toContain('*^*00501*000000017*0*T*>~');
	expect(text).toContain('*X*005010UCS~ST*850*0001*005010X999~');
});

it('groups sets by their functional id, in their order', () => {
	const content = orders([
		{ id: '850', segments: purchaseOrder() },
		{ id: '860', segments: [segment('BCH*04*SA*PO-1***20261127')] },
		{ id: '860', segments: [segment('BCH*04*SA*PO-2***20261127')] },
	]);
	expect(
		content.groups.map(({ functionalId, controlNumber, transactions }) => [
			functionalId,
			controlNumber,
			transactions.length,
		]),
	).toEqual([
		['PO', '17', 1],
		['PC', '18', 2],
	]);
	expect(write(content).text).toContain('IEA*2*000000017~');
});

it('TA1 alone', () => {
	const ta1 = segment('TA1*000000016*261127*1200*A*000');
	const { text } = write({ ...orders([]), acknowledgements: [ta1] });
	expect(text).toMatch(/\*>~TA1\*000000016\*261127\*1200\*A\*000~IEA\*0\*000000017~$/);
});

it.each<[string, Partial<InterchangeContent>, RegExp]>([
	[
		'an id of more than 15 characters',
		{ sender: { qualifier: 'ZZ', id: 'AURORA OF THE NORTH' } },
		/^ISA06: .*longer than 15/,
	],
	['no id', { receiver: { qualifier: 'ZZ', id: '' } }, /^ISA08: The ID is empty/],
	['a qualifier of one character', { sender: { qualifier: 'Z', id: 'AURORA' } }, /^ISA05/],
	['a control number of ten digits', { controlNumber: '1234567890' }, /^ISA13/],
	['a control number of letters', { controlNumber: 'A17' }, /^ISA13/],
	['a date that does not exist', { date: '261131' }, /^ISA09/],
	['a time that does not exist', { time: '2561' }, /^ISA10/],
	['a usage that does not exist', { usage: 'X' }, /^ISA15/],
	['a version of letters', { version: '4010' }, /^ISA12/],
	['characters in an id', { sender: { qualifier: 'ZZ', id: 'AÜRORA' } }, /^ISA06: .*ASCII/],
])('refuses %s', (_, more, message) => {
	expect(() => write({ ...orders(), ...more })).toThrow(message);
});

it('refuses sets in the wrong group, numbers that repeat, an empty or a long GS02', () => {
	const [group] = orders().groups;
	const withGroups =
		(...groups: InterchangeContent['groups']) =>
		() =>
			write({ ...orders(), groups });
	expect(withGroups({ ...group, functionalId: 'IN' })).toThrow(/set 850 belongs in a PO group, not in IN/);
	expect(withGroups({ ...group, transactions: [group.transactions[0], group.transactions[0]] })).toThrow(
		/ST02 0001 occurs more than once/,
	);
	expect(withGroups(group, { ...group, controlNumber: '0017' })).toThrow(/GS06 17 occurs more than once/);
	expect(withGroups({ ...group, sender: '' })).toThrow(/^GS02/);
	expect(withGroups({ ...group, sender: 'A' })).toThrow(/^GS02: .*shorter than 2/);
	expect(withGroups({ ...group, date: '20261131' })).toThrow(/^GS04/);
	expect(withGroups({ ...group, controlNumber: '1234567890' })).toThrow(/^GS06/);
});

it('a set that the tables do not know needs its functional id', () => {
	const transactions = [{ id: '980', segments: [segment('BGN*00*1*20261127')] }];
	const basics = {
		sender: SENDER,
		receiver: RECEIVER,
		controlNumber: '1',
		date: '20261127',
		time: '1430',
		version: '004010',
	};
	expect(() => interchange({ ...basics, transactions })).toThrow(/transaction set 980 is unknown/);
	const content = interchange({ ...basics, transactions, functionalIds: { '980': 'IM' } });
	expect(write(content).text).toContain('GS*IM*AURORA');
});

it('gives the same text piece by piece, and no piece of a set that cannot be written', () => {
	const content = orders([DOCUMENT, DOCUMENT, DOCUMENT]);
	expect([...writePieces(content)].join('')).toBe(write(content).text);
	content.groups[0].transactions[1].segments = [segment('TDS*1.5')];
	const pieces: string[] = [];
	expect(() => {
		for (const piece of writePieces(content)) pieces.push(piece);
	}).toThrow(/^Transaction set 0002, TDS01/);
	expect(pieces.join('')).not.toContain('TDS');
});

it('does not change what it is given', () => {
	const content = orders();
	const before = JSON.stringify(content);
	write(content);
	expect(JSON.stringify(content)).toBe(before);
});

it('an ID of one character is filled up in GS', () => {
	const [sender, receiver] = [
		{ qualifier: 'ZZ', id: 'A' },
		{ qualifier: 'ZZ', id: 'B' },
	];
	const { text } = write(orders(undefined, { sender, receiver }));
	expect(text).toContain('~GS*PO*A *B *');
	expect(check(read(text))).toEqual([]);
});

it('control numbers of further groups begin again after the largest', () => {
	const transactions = ['850', '810', '856'].map((id) => ({ id, segments: purchaseOrder() }));
	const numbersFrom = (controlNumber: string) =>
		orders(transactions, { controlNumber }).groups.map((group) => group.controlNumber);
	expect(numbersFrom('999999998')).toEqual(['999999998', '999999999', '1']);
	expect(numbersFrom('7')).toEqual(['7', '8', '9']);
});
