import { check, read, type Diagnostic } from '../../../../edi';
import { file, ISA, set } from '../samples';

const HEAD = ['BEG*00*SA*PO-1**20261127', 'N1*ST*Aurora*92*0012'];
const GOOD = [...HEAD, 'PO1*1*10*EA*4.25**VP*SKU-1', 'CTT*1*10'];

function problems(segments: string[], { id = '850', gs = 'PO', version = '004010' } = {}): Diagnostic[] {
	const isa = version < '005010' ? ISA : ISA.replace('*U*00401*', '*^*00501*');
	return check(read(file(set(id, segments), { isa, gs: `GS*${gs}*AURORA*123456789*20261127*1430*17*X*${version}` })));
}

/** Where and what, in short: `PO103 code`. */
const short = (list: Diagnostic[]) =>
	list.map(({ segment, element, component, code, severity }) => {
		const place = `${segment}${element === undefined ? '' : String(element).padStart(2, '0')}${component ? `-${component}` : ''}`;
		return `${place} ${code}${severity === 'warning' ? '?' : ''}`;
	});
const withLine = (line: string) => short(problems([...HEAD, line, 'CTT*1']));

it('a good purchase order has nothing to report', () => {
	expect(problems(GOOD)).toEqual([]);
	expect(problems(GOOD, { version: '005010' })).toEqual([]);
});

describe('elements', () => {
	it.each<[string, string[]]>([
		['PO1*1*10*EA*4.25', []],
		['PO1*1*-10*EA*.5', []],
		['PO1*1*1e3*EA*4.25', ['PO102 number']],
		['PO1*1*1,000*EA*4.25', ['PO102 number']],
		['PO1*1*1234567890123456*EA*4.25', ['PO102 too-long']],
		['PO1*1*-123456789012.345*EA*4.25', []],
		['PO1*1*10*QQQ*4.25', ['PO103 too-long']],
		['PO1*1*10*ea*4.25', ['PO103 code']],
		['PO1*1*10*!!*4.25', ['PO103 code']],
		['PO1*123456789012345678901*10*EA*4.25', ['PO101 too-long']],
		[`PO1*1*10*EA*4.25**VP*${'x'.repeat(49)}`, ['PO107 too-long']],
		['PO1*1*10*EA>*4.25', ['PO103 trailing-separator?']],
		['PO1*1*10*EA>B*4.25', ['PO103-2 too-many-components']],
		['PO1*1*10*EA  *4.25', ['PO103 trailing-blanks?']],
		['PO1*1*10*EA*4.25**VP*A>B', ['PO107-2 too-many-components']],
		['PO1*1*10 *EA*4.25', ['PO102 trailing-blanks?']],
		['PO1*1*10*EA*12345678901234567', []],
		['PO1*1*10*EA*123456789012345678', ['PO104 too-long']],
		['PO1*1*0*EA*4.25', []],
		['PO1*1*10**4.25', []],
		['PO1*1**EA', ['PO102 element-condition?']],
		['PO1*1*10', []],
		[`PO1*1*10*EA*4.25*${'*VP*A'.repeat(11)}`, ['PO126 too-many-elements']],
		['PO1*1*10*EA*4.25**VP*a\u0007b', ['PO107 character']],
	])('%s', (line, expected) => {
		expect(withLine(line)).toEqual(expected);
	});

	it.each<[string, string[]]>([
		['DTM*002*20261127', []],
		['DTM*002*20261131', ['DTM02 date']],
		['DTM*002*261127', ['DTM02 date']],
		['DTM*002*20261127*1430', []],
		['DTM*002*20261127*2430', ['DTM03 time']],
		['DTM*2*20261127', ['DTM01 too-short']],
		['DTM**20261127', ['DTM01 element-missing']],
		['DTM*   *20261127', ['DTM01 element-missing']],
		['DTM*002', ['DTM02 element-condition?']],
		['REF*IA', ['REF02 element-condition?']],
		['FOB*CC**x', ['FOB02 element-condition?']],
		['PER*BD*Ann*TE', ['PER04 element-condition?']],
		['ITD*01*3*2**10**30', []],
		['CUR*BY*US', ['CUR02 too-short']],
		['TD5*B*2*UPSN*M', []],
		['REF', ['REF01 element-missing', 'REF02 element-condition?']],
	])('in the header: %s', (line, expected) => {
		const order = ['CUR', 'REF', 'PER', 'FOB', 'ITD', 'DTM', 'TD5'];
		expect(order.some((id) => line.startsWith(id))).toBe(true);
		expect(short(problems([HEAD[0], line, ...GOOD.slice(2)]))).toEqual(expected);
	});

	it.each<[string, string[]]>([
		['SDQ*EA*92*0012*4*0015*6', []],
		['SDQ*EA*92*0012*4*0015', ['SDQ06 element-condition?']],
		['SDQ*EA*92**4', ['SDQ03 element-missing']],
		['SLN*1**I*2*EA*1.5***VP*KIT-1', []],
		['SLN*1***2*EA', ['SLN03 element-missing']],
		['N1*ST**92*0012', []],
		['N1*ST*Aurora**0012', ['N103 element-condition?']],
		['N1*ST', ['N102 element-condition?']],
	])('in a line: %s', (line, expected) => {
		expect(short(problems([...HEAD, 'PO1*1*10*EA*4.25', line, 'CTT*1']))).toEqual(expected);
	});

	it('a code in lower case comes with a hint', () => {
		expect(problems([...HEAD, 'PO1*1*10*ea*4.25', 'CTT*1'])[0].message).toContain('Use EA');
	});

	it('005010 allows longer references and has repetitions', () => {
		const reference = `REF*IA*${'x'.repeat(50)}`;
		const body = [HEAD[0], reference, ...GOOD.slice(1)];
		expect(short(problems(body))).toEqual(['REF02 too-long']);
		expect(short(problems(body, { version: '005010' }))).toEqual([]);
		expect(short(problems([HEAD[0], 'REF*IA*a^b', ...GOOD.slice(1)], { version: '005010' }))).toEqual([
			'REF02 too-many-repetitions?',
		]);
	});

	it('composites', () => {
		const change = (line: string) =>
			short(problems(['BCH*04*SA*PO-1***20261127', line, 'CTT*1'], { id: '860', gs: 'PC' }));
		expect(change('POC*1*QI*10**EA*4.25')).toEqual([]);
		expect(change('POC*1*QI*10**EA>2>3*4.25')).toEqual([]);
		expect(change('POC*1*QI*10**QQ1>2*4.25')).toEqual(['POC05-1 too-long']);
		expect(change('POC*1*QI*10**>2*4.25')).toEqual(['POC05-1 element-missing']);
	});

	it('the pairs of an invoice line go together', () => {
		const invoice = (line: string) =>
			short(problems(['BIG*20261127*1', line, 'TDS*1000', 'CTT*1'], { id: '810', gs: 'IN' }));
		expect(invoice('IT1*1*10*EA*1')).toEqual([]);
		expect(invoice('IT1*1*10')).toEqual(['IT103 element-condition?']);
		expect(invoice('IT1*1*10*EA*1**VP')).toEqual(['IT107 element-condition?']);
		expect(short(problems(['BIG*20261127*1', 'IT1*1*10*EA*1', 'TDS*10.00', 'CTT*1'], { id: '810', gs: 'IN' }))).toEqual(
			['TDS01 number'],
		);
	});
});

describe('the order of segments', () => {
	it.each<[string, string[], string[]]>([
		['a mandatory segment is missing', ['N1*ST*Aurora*92*0012', 'PO1*1*10*EA*4.25', 'CTT*1'], ['N1 segment-missing']],
		['a mandatory loop is missing', [...HEAD, 'CTT*0'], ['CTT segment-missing']],
		['a segment too often', [HEAD[0], HEAD[0], ...GOOD.slice(1)], ['BEG segment-repeats']],
		['four contacts', [HEAD[0], ...Array<string>(4).fill('PER*BD*Ann'), ...GOOD.slice(1)], ['PER segment-repeats']],
		['in the wrong place', [...HEAD, 'DTM*002*20261127', ...GOOD.slice(2)], ['DTM segment-order']],
		['of another set', [HEAD[0], 'HL*1**S', ...GOOD.slice(1)], ['HL segment-not-in-set']],
		['that nobody knows', [HEAD[0], 'QQQ*1', ...GOOD.slice(1)], ['QQQ unknown-segment']],
		['of the partners own', [HEAD[0], 'ZA1*1', ...GOOD.slice(1)], ['ZA1 unknown-segment?']],
		[
			'26 loops of 25',
			[HEAD[0], ...Array<string>(26).fill('SAC*C*D240***1000'), ...GOOD.slice(1)],
			['SAC loop-repeats'],
		],
		['nothing at all', [], ['SE segment-missing', 'SE segment-missing']],
	])('%s', (_, segments, expected) => {
		expect(short(problems(segments))).toEqual(expected);
	});

	it('loops within loops, and one of them again', () => {
		expect(
			short(
				problems([
					HEAD[0],
					'N9*L1*1',
					'MSG*text',
					'N9*L1*2',
					'N1*ST*A',
					'N3*x',
					'N4*Portland*ME',
					'N1*BT*B',
					'N2*z',
					'PO1*1*10*EA*4.25',
					'PID*F****a',
					'PID*F****b',
					'SAC*C*D240***1000',
					'SAC*A*C310***1000',
					'DTM*002*20261127',
					'SCH*1*EA***002*20261127',
					'N1*ST*A',
					'N3*x',
					'N1*ST*B',
					'SLN*1**I*1*EA*1',
					'PO1*2*10*EA*4.25',
					'CTT*2',
					'AMT*TT*85',
				]),
			),
		).toEqual([]);
	});

	it('a segment that is out of place does not put the others out of place', () => {
		expect(short(problems([...HEAD, 'CUR*BY*USD', ...GOOD.slice(2)]))).toEqual(['CUR segment-order']);
	});
});

describe('totals and hierarchy', () => {
	it('CTT01 counts lines, CTT02 adds up quantities exactly', () => {
		const lines = ['PO1*1*0.1*EA*1', 'PO1*2*0.2*EA*1'];
		expect(short(problems([...HEAD, ...lines, 'CTT*2*0.3']))).toEqual([]);
		expect(short(problems([...HEAD, ...lines, 'CTT*2*.30']))).toEqual([]);
		expect(short(problems([...HEAD, ...lines, 'CTT*3*0.4']))).toEqual(['CTT01 count-of-lines?', 'CTT02 hash-total?']);
	});

	const notice = (...levels: string[]) =>
		short(
			problems(
				['BSN*00*SH-1*20261127*1430*0001', ...levels, `CTT*${levels.filter((one) => one.startsWith('HL')).length}`],
				{ id: '856', gs: 'SH' },
			),
		);

	it.each<[string, string[], string[]]>([
		['as it should be', ['HL*1**S*1', 'HL*2*1*O*1', 'HL*3*2*I*0', 'SN1*1*5*EA'], []],
		['without HL04', ['HL*1**S', 'HL*2*1*O', 'HL*3*2*I'], []],
		['a parent that is not there', ['HL*1**S', 'HL*2*9*O'], ['HL02 hierarchy']],
		['a parent that comes later', ['HL*1**S', 'HL*2*3*O', 'HL*3*1*I'], ['HL02 hierarchy']],
		['a number twice', ['HL*1**S', 'HL*1*1*O'], ['HL01 hierarchy']],
		['a gap', ['HL*1**S', 'HL*3*1*O'], ['HL01 hierarchy?']],
		['HL04 against the facts', ['HL*1**S*0', 'HL*2*1*O*1'], ['HL04 hierarchy?', 'HL04 hierarchy?']],
		['an unknown level', ['HL*1**?*0'], ['HL03 code']],
	])('%s', (_, levels, expected) => {
		expect(notice(...levels)).toEqual(expected);
	});
});

describe('the envelope', () => {
	const good = file(set('850', GOOD));
	const envelope = (from: string, to: string) => short(check(read(good.replace(from, to))));
	it.each<[string, string, string[]]>([
		['*ZZ*AURORA', '*QQ*AURORA', ['ISA05 code']],
		['AURORA         ', ' '.repeat(15), ['ISA06 element-missing']],
		['*261127*1430*U', '*261131*1430*U', ['ISA09 date']],
		['*261127*1430*U', '*261127*2430*U', ['ISA10 time']],
		['*00401*', '*00040*', ['ISA12 code']],
		['*0*P*>', '*2*P*>', ['ISA14 code']],
		['*0*P*>', '*0*X*>', ['ISA15 code']],
		['GS*PO*', 'GS*QQ*', ['GS01 code', 'ST01 set-not-in-group']],
		['GS*PO*', 'GS*IN*', ['ST01 set-not-in-group']],
		['*20261127*1430*17*X', '*20261131*1430*17*X', ['GS04 date']],
		['*20261127*1430*17*X', '*20261127*9999*17*X', ['GS05 time']],
		['*X*004010', '*X*003060', ['GS08 unknown-version?']],
	])('%s as %s', (from, to, expected) => {
		expect(envelope(from, to)).toEqual(expected);
	});

	it.each([
		['TA1*000000016*261127*1200*A*000', []],
		['TA1*000000016*261127*1200*Q*000', ['TA104 code']],
		['TA1*000000016*261127*1200*A*777', ['TA105 code']],
		['TA1*16*261131*1200*A', ['TA101 too-short', 'TA102 date', 'TA105 element-missing']],
	])('%s', (ta1, expected) => {
		expect(short(check(read([ISA, ta1, 'IEA*0*000000017', ''].join('~'))))).toEqual(expected);
	});

	it.each<[string, string[], string[]]>([
		['997', ['AK1*PO*17', 'AK2*850*0001', 'AK3*PO1*4**8', 'AK4*2*330*6', 'AK5*R*5', 'AK9*R*1*1*0'], []],
		['997', ['AK1*PO*17', 'AK9*A*1*1*1'], []],
		['997', ['AK1*PO*17', 'AK2*850*0001', 'AK9*A*1*1*1'], ['AK9 segment-missing']],
		['997', ['AK1*PO*17', 'AK9*Q*1*1'], ['AK901 code', 'AK904 element-missing']],
		[
			'999',
			['AK1*PO*17*005010', 'AK2*850*0001', 'IK3*PO1*4**8', 'CTX*SITUATIONAL', 'IK4*2*330*6', 'IK5*R*5', 'AK9*R*1*1*0'],
			[],
		],
	])('the acknowledgement %s %j', (id, segments, expected) => {
		expect(short(problems(segments, { id, gs: 'FA', version: id === '999' ? '005010' : '004010' }))).toEqual(expected);
	});

	it('sets that the tables do not hold are passed with a warning', () => {
		expect(short(problems(['BGN*00*1*20261127'], { id: '753', gs: 'RF' }))).toEqual(['ST01 unknown-set?']);
	});

	it('what the reader found is among it, in the order of the file', () => {
		const found = check(read(good.replace('PO1*1*10*EA', 'PO1*1*x*EA').replace('SE*6', 'SE*7')));
		expect(short(found)).toEqual(['PO102 number', 'SE01 se-count']);
		expect(found.map(({ ordinal }) => ordinal)).toEqual([6, 8]);
	});
});
