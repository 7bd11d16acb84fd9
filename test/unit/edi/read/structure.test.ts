import { diagnosticsOf, read, valueOf, type Diagnostic } from '../../../../edi';
import { file, ISA, set } from '../samples';

const codesOf = (text: string) => diagnosticsOf(read(text)).map(({ code }) => code);
const order = (number = '0001') => set('850', ['BEG*00*SA*PO-1**20261127', 'CTT*0'], number);
const find = (text: string, code: string): Diagnostic | undefined =>
	diagnosticsOf(read(text)).find((one) => one.code === code);

describe('the envelope', () => {
	it('is read into plain fields', () => {
		const [interchange] = read(file(order())).interchanges;
		expect(interchange).toMatchObject({
			sender: { qualifier: 'ZZ', id: 'AURORA' },
			receiver: { qualifier: '01', id: '123456789' },
			date: '261127',
			time: '1430',
			version: '00401',
			controlNumber: '000000017',
			isAcknowledgementRequested: false,
			usage: 'P',
			groups: [
				{
					functionalId: 'PO',
					sender: 'AURORA',
					receiver: '123456789',
					date: '20261127',
					controlNumber: '17',
					version: '004010',
					transactions: [{ id: '850', controlNumber: '0001' }],
				},
			],
		});
		expect(valueOf(interchange.header, 6)).toBe('AURORA         ');
	});

	it('counts segments from ISA and knows where each begins', () => {
		const text = `\n${file(order())}`;
		const [{ segments, header, trailer }] = read(text).interchanges[0].groups[0].transactions;
		expect([header, ...segments, trailer!].map(({ ordinal }) => ordinal)).toEqual([3, 4, 5, 6]);
		for (const { id, offset } of [header, ...segments]) expect(text.startsWith(`${id}*`, offset)).toBe(true);
	});

	it('many interchanges, groups and sets, with a separator of their own each', () => {
		const first = file([...order('0001'), ...order('0002')]);
		const second = file(set('997', ['AK1*PO*1', 'AK9*A*1*1*1']), {
			isa: ISA.replace('000000017', '000000018').replaceAll('*', '|'),
			gs: 'GS*FA*AURORA*123456789*20261127*1430*17*X*004010',
		})
			.replaceAll('*', '|')
			.replaceAll('~', '!')
			.replaceAll('000000017', '000000018');
		const { interchanges } = read(`${first}\r\n${second}`);
		expect(interchanges.map(({ groups }) => groups[0].transactions.map(({ id }) => id))).toEqual([
			['850', '850'],
			['997'],
		]);
		expect(diagnosticsOf(read(`${first}${second}`))).toEqual([]);
	});

	it('several groups in one interchange', () => {
		const text = [
			ISA,
			'GS*PR*A*B*20261127*1430*1*X*004010',
			...set('855', ['BAK*00*AC*1*20261127']),
			'GE*1*1',
			'GS*FA*A*B*20261127*1430*2*X*004010',
			...set('997', ['AK1*PO*1', 'AK9*A*1*1*1']),
			'GE*1*2',
			'IEA*2*000000017',
			'',
		].join('~');
		expect(read(text).interchanges[0].groups.map(({ functionalId }) => functionalId)).toEqual(['PR', 'FA']);
		expect(codesOf(text)).toEqual([]);
	});

	it('TA1 alone, and TA1 before a group', () => {
		const ta1 = 'TA1*000000016*261126*1200*A*000';
		const alone = [ISA, ta1, 'IEA*0*000000017', ''].join('~');
		expect(read(alone).interchanges[0]).toMatchObject({
			groups: [],
			acknowledgements: [{ id: 'TA1' }],
			diagnostics: [],
		});
		expect(diagnosticsOf(read(alone.replace('IEA*0', 'IEA*1')))).toMatchObject([
			{ code: 'iea-count', severity: 'warning' },
		]);
		const both = file(order()).replace('~GS*', `~${ta1}~GS*`);
		expect(read(both).interchanges[0].acknowledgements).toHaveLength(1);
		expect(codesOf(both)).toEqual([]);
	});

	it('dates of six digits in GS are kept', () => {
		const text = file(order(), { gs: 'GS*PO*AURORA*123456789*991127*1430*17*X*003040' });
		expect(read(text).interchanges[0].groups[0].date).toBe('991127');
	});
});

describe('counts and control numbers', () => {
	it.each([
		['SE*4*0001', 'SE*5*0001', 'se-count'],
		['SE*4*0001', 'SE**0001', 'se-count'],
		['SE*4*0001', 'SE*4*0002', 'se-control-number'],
		['GE*1*17', 'GE*2*17', 'ge-count'],
		['GE*1*17', 'GE*1*18', 'ge-control-number'],
		['IEA*1*', 'IEA*3*', 'iea-count'],
		['IEA*1*000000017', 'IEA*1*000000018', 'iea-control-number'],
	])('%s as %s', (right, wrong, code) => {
		expect(codesOf(file(order()))).toEqual([]);
		expect(codesOf(file(order()).replace(right, wrong))).toEqual([code]);
	});

	it('leading zeros make no difference', () => {
		const text = file(order()).replace('GE*1*17', 'GE*01*000000017').replace('IEA*1*000000017', 'IEA*1*17');
		expect(codesOf(text)).toEqual([]);
	});

	it('numbers that occur twice are found, in any sequence', () => {
		const numbers = ['0007', '0008', '0003', '0009', '0003'];
		const text = file(numbers.flatMap((number) => order(number)));
		expect(find(text, 'duplicate-st')).toMatchObject({ segment: 'ST', element: 2, value: '0003' });
		expect(codesOf(text)).toEqual(['duplicate-st']);
		expect(codesOf(file(order()) + file(order()))).toEqual(['duplicate-isa']);
		const groups = ['1', '1'].flatMap((number) => [
			`GS*PO*A*B*20261127*1430*${number}*X*004010`,
			...order(),
			`GE*1*${number}`,
		]);
		expect(codesOf([ISA, ...groups, 'IEA*2*000000017', ''].join('~'))).toEqual(['duplicate-gs']);
	});

	it('the same number for another partner is another number', () => {
		expect(codesOf(file(order()) + file(order()).replace('AURORA  ', 'BOREALIS'))).toEqual([]);
	});
});

describe('what is missing or out of place', () => {
	it.each([
		['SE', ['missing-se']],
		['GE', ['missing-ge']],
		['IEA', ['missing-iea']],
	])('no %s', (id, codes) => {
		const text = file(order())
			.split('~')
			.filter((one) => !one.startsWith(`${id}*`))
			.join('~');
		expect(codesOf(text)).toEqual(codes);
		expect(read(text).interchanges[0].groups[0].transactions).toHaveLength(1);
	});

	it('a file that is cut off keeps the sets before the cut', () => {
		const whole = file([...order('0001'), ...order('0002'), ...order('0003')]);
		const text = whole.slice(0, whole.indexOf('ST*850*0003') + 20);
		const { transactions } = read(text).interchanges[0].groups[0];
		expect(transactions.map(({ controlNumber, trailer }) => [controlNumber, trailer !== undefined])).toEqual([
			['0001', true],
			['0002', true],
			['0003', false],
		]);
		expect(new Set(codesOf(text))).toEqual(new Set(['unterminated', 'missing-se', 'missing-ge', 'missing-iea']));
	});

	it('the last terminator may be missing', () => {
		expect(diagnosticsOf(read(file(order()).slice(0, -1)))).toMatchObject([
			{ code: 'missing-terminator', severity: 'warning' },
		]);
	});

	it('an IEA that only the end of its line ends', () => {
		const next = file(order()).replaceAll('000000017', '000000018');
		const { interchanges } = read(`${file(order()).slice(0, -1)}\n${next}`);
		expect(interchanges.map(({ controlNumber }) => controlNumber)).toEqual(['000000017', '000000018']);
	});

	it.each(['-- end of file --', '\n%%EOF\n', 'garbage\u001a\0\0'])('%j after the last IEA is left out', (rest) => {
		const reading = read(file(order()) + rest);
		expect(reading.interchanges[0].diagnostics).toEqual([]);
		expect(reading.diagnostics).toMatchObject([{ code: 'outside-interchange', severity: 'warning' }]);
	});

	it('a set outside a group is read', () => {
		const text = [ISA, ...order(), 'IEA*0*000000017', ''].join('~');
		expect(read(text).interchanges[0].groups[0].transactions).toHaveLength(1);
		expect(codesOf(text)).toContain('missing-gs');
	});

	it('segments between sets, groups and interchanges are named', () => {
		expect(codesOf(file(['N1*ST*X', ...order()]))).toEqual(['outside-transaction']);
		expect(codesOf(file(order()).replace('~GS*', '~N1*ST*X~GS*'))).toEqual(['outside-group']);
		expect(codesOf(`${file(order())}N1*ST*X~`)).toEqual(['outside-interchange']);
		expect(codesOf(file(['SE*2*0001', ...order()]))).toEqual(['unexpected-trailer']);
	});

	it('a broken second ISA leaves the first interchange whole', () => {
		const reading = read(`${file(order())}ISA*00*broken~${file(order('0002')).replaceAll('000000017', '000000019')}`);
		expect(reading.interchanges.map(({ controlNumber }) => controlNumber)).toEqual(['000000017', '000000019']);
		expect(reading.diagnostics).toMatchObject([{ code: 'separators', severity: 'error' }]);
	});
});

describe('segments', () => {
	it('empty elements at the end are dropped with a warning', () => {
		const text = file(set('850', ['CTT*1**', 'POC*1*AI*****EA>>']));
		const { segments, diagnostics } = read(text).interchanges[0].groups[0].transactions[0];
		expect(segments.map(({ elements }) => elements)).toEqual([['1'], ['1', 'AI', '', '', '', '', 'EA']]);
		expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
			['trailing-separator', 'warning'],
			['trailing-separator', 'warning'],
		]);
	});

	it('private and unknown segments and sets stay as they are', () => {
		const text = file(set('ZZ9', ['ZZ1*a*b>c**d', 'Q9', 'XYZ*1']));
		const [{ id, segments }] = read(text).interchanges[0].groups[0].transactions;
		expect([id, ...segments.map((one) => [one.id, ...one.elements])]).toEqual([
			'ZZ9',
			['ZZ1', 'a', ['b', 'c'], '', 'd'],
			['Q9'],
			['XYZ', '1'],
		]);
		expect(codesOf(text)).toEqual([]);
	});

	it('ids in lower case are read', () => {
		expect(
			read(file(order()).toLowerCase()).interchanges[0].groups[0].transactions[0].segments.map(({ id }) => id),
		).toEqual(['BEG', 'CTT']);
		expect(codesOf(file(set('850', ['beg*00*SA*PO-1**20261127'])))).toEqual(['lower-case-segment']);
	});

	it('what is no segment id is named', () => {
		expect(find(file(set('850', ['LONGID*1', '*1', 'é1*2'])), 'segment-id')).toMatchObject({
			ordinal: 4,
			value: 'LONGID',
		});
		expect(codesOf(file(set('850', ['CTT*1', ''])).replace('SE*4', 'SE*3'))).toEqual(['empty-segment']);
	});

	it('trailing blanks are part of the value, as are leading ones', () => {
		const [{ elements }] = read(file(set('850', ['N1*ST* Aurora  ']))).interchanges[0].groups[0].transactions[0]
			.segments;
		expect(elements[1]).toBe(' Aurora  ');
	});
});
