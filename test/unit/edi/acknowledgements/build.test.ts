import fc from 'fast-check';

import { acknowledge, check, read, write, type AcknowledgeOptions, type Interchange } from '../../../../edi';
import { file, ISA, set } from '../samples';

const NOW = { controlNumber: '900', date: '20261128', time: '0915' };
const ORDER = ['BEG*00*SA*PO-1**20261127', 'PO1*1*10*EA*4.25', 'CTT*1'];

/** They repeat what the partner wrote. */
const ECHOES = ['ISA', 'TA1', 'AK1', 'AK2'];

const received = (text: string): Interchange => read(text).interchanges[0];

/** The segments between GS and GE of the acknowledgement of a file. */
function answer(text: string, options: Partial<AcknowledgeOptions> = {}): string[] {
	const { interchange } = acknowledge(received(text), { ...NOW, ...options });
	const written = write(interchange!).text;
	const problems = check(read(written)).filter(({ severity }) => severity === 'error');
	expect(problems.filter(({ segment }) => !ECHOES.includes(segment ?? ''))).toEqual([]);
	return written.split('~').filter((one) => /^(AK|IK|TA1)/.test(one));
}

describe('997', () => {
	it('accepts what is right, from the receiver to the sender', () => {
		const text = file(set('850', ORDER));
		const { interchange, groups } = acknowledge(received(text), NOW);
		expect(write(interchange!, { lineBreak: '\n' }).text).toBe(
			[
				'ISA*00*          *00*          *01*123456789      *ZZ*AURORA         *261128*0915*U*00401*000000900*0*P*>~',
				'GS*FA*123456789*AURORA*20261128*0915*900*X*004010~',
				'ST*997*0001~',
				'AK1*PO*17~',
				'AK2*850*0001~',
				'AK5*A~',
				'AK9*A*1*1*1~',
				'SE*6*0001~',
				'GE*1*900~',
				'IEA*1*000000900~',
				'',
			].join('\n'),
		);
		expect(groups).toMatchObject([
			{ code: 'A', functionalId: 'PO', controlNumber: '17', errors: [], sets: [{ code: 'A', errors: [] }] },
		]);
	});

	it.each(['00401', '4010', '004010vics', '004010 VICS', '003040', '005010X222A1'])(
		'accepts a group of version %s: what is meant is clear',
		(version) => {
			const text = file(set('850', ORDER)).replace('X*004010', `X*${version}`);
			expect(answer(text, { onErrors: 'accept' }).at(-1)).toBe('AK9*A*1*1*1');
		},
	);

	it.each([
		['accept', ['AK5*E*7', 'AK9*E*1*1*1']],
		['reject', ['AK5*R*7', 'AK9*R*1*1*0']],
	] as const)('a short control number of a set can be accepted (%s)', (onErrors, expected) => {
		const text = file(set('850', ORDER)).replace('ST*850*0001', 'ST*850*1').replace('*0001~GE', '*1~GE');
		expect(answer(text, { onErrors }).filter((one) => /^AK[59]/.test(one))).toEqual(expected);
	});

	it('may leave out what is accepted', () => {
		expect(answer(file(set('850', ORDER)), { includesAccepted: false })).toEqual(['AK1*PO*17', 'AK9*A*1*1*1']);
	});

	it.each<[string, string[], string[]]>([
		['an unknown segment', [ORDER[0], 'QQQ*1', ...ORDER.slice(1)], ['AK3*QQQ*3**1', 'AK5*R*5']],
		['a segment of another set', [ORDER[0], 'HL*1**S', ...ORDER.slice(1)], ['AK3*HL*3**6', 'AK5*R*5']],
		[
			'a segment out of order',
			[ORDER[0], 'N1*ST*Aurora', 'DTM*002*20261127', ...ORDER.slice(1)],
			['AK3*DTM*4**7', 'AK5*R*5'],
		],
		['a missing segment', ORDER.slice(1), ['AK3*BEG*2**3', 'AK5*R*5']],
		['a segment too often', [ORDER[0], ...ORDER], ['AK3*BEG*3**5', 'AK5*R*5']],
		[
			'a loop too often',
			[ORDER[0], ...Array<string>(26).fill('SAC*C*D240***1000'), ...ORDER.slice(1)],
			['AK3*SAC*28**4', 'AK5*R*5'],
		],
		['a mandatory element', ['BEG*00*SA***20261127', ...ORDER.slice(1)], ['AK3*BEG*2**8', 'AK4*3*324*1', 'AK5*R*5']],
		[
			'a value too long',
			[`BEG*00*SA*${'x'.repeat(23)}**20261127`, ...ORDER.slice(1)],
			['AK3*BEG*2**8', `AK4*3*324*5*${'x'.repeat(23)}`, 'AK5*R*5'],
		],
		['a value too short', [ORDER[0], 'N1*ST*A*92*1', ...ORDER.slice(1)], ['AK3*N1*3**8', 'AK4*4*67*4*1', 'AK5*R*5']],
		['a wrong code', ['BEG*QQ*SA*1**20261127', ...ORDER.slice(1)], ['AK3*BEG*2**8', 'AK4*1*353*7*QQ', 'AK5*R*5']],
		['a wrong date', ['BEG*00*SA*1**20261131', ...ORDER.slice(1)], ['AK3*BEG*2**8', 'AK4*5*373*8*20261131', 'AK5*R*5']],
		['a wrong time', [ORDER[0], 'DTM*002**2500', ...ORDER.slice(1)], ['AK3*DTM*3**8', 'AK4*3*337*9*2500', 'AK5*R*5']],
		[
			'wrong characters, which are not sent back',
			[ORDER[0], 'PO1*1*1O*EA*4.25', 'CTT*1'],
			['AK3*PO1*3**8', 'AK4*2*330*6', 'AK5*R*5'],
		],
		['too many elements', [...ORDER.slice(0, 2), 'CTT*1*10*****x*y'], ['AK3*CTT*4**8', 'AK4*8**3', 'AK5*R*5']],
		[
			'two errors in a segment, one in another',
			['BEG*QQ*SA*1**20261131', 'PO1*1*x*EA*4.25', 'CTT*1'],
			['AK3*BEG*2**8', 'AK4*1*353*7*QQ', 'AK4*5*373*8*20261131', 'AK3*PO1*3**8', 'AK4*2*330*6', 'AK5*R*5'],
		],
	])('%s', (_, segments, expected) => {
		expect(answer(file(set('850', segments)))).toEqual(['AK1*PO*17', 'AK2*850*0001', ...expected, 'AK9*R*1*1*0']);
	});

	it('a component is named within its element', () => {
		const text = file(set('860', ['BCH*04*SA*PO-1***20261127', 'POC*1*QI*10**!!>2*4.25', 'CTT*1']), {
			gs: 'GS*PC*AURORA*123456789*20261127*1430*17*X*004010',
		});
		expect(answer(text)).toEqual(expect.arrayContaining(['AK3*POC*3**8', 'AK4*5>1*355*7']));
	});

	it.each([
		['SE*5*', 'SE*9*', ['AK5*R*4']],
		['SE*5*0001', 'SE*5*0002', ['AK5*R*3']],
		['SE*5*0001~', '', ['AK5*R*2']],
		['SE*5*0001', 'SE*9*0002', ['AK5*R*4*3']],
		['SE*5*', 'SE**', ['AK5*R*4']],
		['SE*5*0001', 'SE*5', ['AK5*R*3']],
	])('%s as "%s"', (from, to, expected) => {
		expect(answer(file(set('850', ORDER)).replace(from, to))).toEqual([
			'AK1*PO*17',
			'AK2*850*0001',
			...expected,
			'AK9*R*1*1*0',
		]);
	});

	it.each([
		['ST*850*', 'ST**', ['AK2**0001', 'AK5*R*6']],
		['ST*850*', 'ST*85X*', ['AK2*85X*0001', 'AK5*R*6']],
		['ST*850*', 'ST*810*', expect.arrayContaining(['AK2*810*0001', expect.stringMatching(/^AK5\*R\*6/)])],
		['ST*850*0001', 'ST*850', ['AK2*850', 'AK5*R*7']],
		['ST*850*0001', 'ST*850*1', ['AK2*850*1', 'AK5*R*7']],
	])('%s as "%s"', (from, to, expected) => {
		const said = answer(file(set('850', ORDER)).replace(from, to));
		expect(said.slice(1, -1)).toEqual(expected);
		expect(said.at(-1)).toBe('AK9*R*1*1*0');
	});

	it('what is no segment ID is listed once', () => {
		expect(answer(file(set('850', [ORDER[0], 'Q*1', ...ORDER.slice(1)])))).toEqual(
			expect.arrayContaining(['AK2*850*0001', 'AK3*ZZZ*3**1', 'AK5*R*5']),
		);
	});

	it('a long value is sent back without the dots of a message', () => {
		const said = answer(file(set('850', [`BEG*00*SA*${'x'.repeat(200)}**20261127`, ...ORDER.slice(1)])));
		expect(said).toContain(`AK4*3*324*5*${'x'.repeat(77)}`);
	});

	it.each([
		['GE*1*17', 'GE*2*17', 'AK9*R*2*1*0*5'],
		['GE*1*17', 'GE*1*18', 'AK9*R*1*1*0*4'],
		['GE*1*17~', '', 'AK9*R*1*1*0*3'],
		['GS*PO*', 'GS*QQ*', 'AK9*R*1*1*0*1'],
		['*X*004010~', '*X*FOUR~', 'AK9*R*1*1*0*2'],
		// GS has no codes for these.
		['*20261127*1430*17*', '*20261199*1430*17*', 'AK9*E*1*1*1'],
		['GS*PO*AURORA*', 'GS*PO*A*', 'AK9*E*1*1*1'],
		['~GE*', '~N1*ST*x~GE*', 'AK9*E*1*1*1'],
		['~GE*', '~SE*2*0002~GE*', 'AK9*E*1*1*1'],
	])('%s as "%s"', (from, to, expected) => {
		expect(answer(file(set('850', ORDER)).replace(from, to)).at(-1)).toBe(expected);
	});

	it('some accepted, some rejected', () => {
		const body = [...set('850', ORDER, '0001'), ...set('850', ORDER.slice(1), '0002'), ...set('850', ORDER, '0001')];
		expect(answer(file(body))).toEqual([
			'AK1*PO*17',
			'AK2*850*0001',
			'AK5*A',
			'AK2*850*0002',
			'AK3*BEG*2**3',
			'AK5*R*5',
			'AK2*850*0001',
			'AK5*R*23',
			'AK9*P*3*3*1',
		]);
	});

	it('errors may be accepted, wrong counts are not', () => {
		const body = [...set('850', ORDER, '0001'), ...set('850', ORDER.slice(1), '0002')];
		expect(answer(file(body), { onErrors: 'accept' })).toEqual(
			expect.arrayContaining(['AK5*A', 'AK5*E*5', 'AK9*E*2*2*2']),
		);
		expect(answer(file(body).replace('SE*5', 'SE*6'), { onErrors: 'accept' })).toEqual(
			expect.arrayContaining(['AK5*R*4', 'AK5*E*5', 'AK9*P*2*2*1']),
		);
	});

	it('warnings reject nothing', () => {
		const body = set('850', [ORDER[0], 'ZZ1*private', 'REF*IA', 'PO1*1*10*EA*4.25', 'CTT*7']);
		expect(answer(file(body))).toContain('AK9*A*1*1*1');
	});

	it('each group has a 997 of its own, and 997 are not acknowledged', () => {
		const text = [
			ISA,
			'GS*PO*A1*B1*20261127*1430*1*X*004010',
			...set('850', ORDER),
			'GE*1*1',
			'GS*FA*A1*B1*20261127*1430*2*X*004010',
			...set('997', ['AK1*PO*1', 'AK9*A*1*1*1']),
			'GE*1*2',
			'GS*IN*A1*B1*20261127*1430*3*X*004010',
			...set('810', ['BIG*20261127*1', 'TDS*100']),
			'GE*1*3',
			'GS*PO*A2*B1*20261127*1430*4*X*005010',
			...set('850', ORDER),
			'GE*1*4',
			'IEA*4*000000017',
			'',
		].join('~');
		const { interchange, groups } = acknowledge(received(text), { ...NOW, groupControlNumber: '50' });
		expect(groups.map(({ controlNumber }) => controlNumber)).toEqual(['1', '3', '4']);
		expect(
			interchange!.groups.map(({ sender, receiver, controlNumber, version, transactions }) => [
				sender,
				receiver,
				controlNumber,
				version,
				transactions.length,
			]),
		).toEqual([
			['B1', 'A1', '50', '004010', 2],
			['B1', 'A2', '51', '005010', 1],
		]);
	});

	it('numbers that break the rules are repeated as they came', () => {
		const text = file(set('850', ORDER, '1'), { gs: 'GS*PO*AURORA*123456789*20261127*1430*G17*X*004010' });
		const { interchange } = acknowledge(received(text.replace('GE*1*17', 'GE*1*G17')), NOW);
		expect(write(interchange!).text).toContain('~AK1*PO*G17~AK2*850*1~AK5*R*7~AK9*R*1*1*0*6~');
	});

	it('a file of acknowledgements alone is not answered', () => {
		const text = file(set('997', ['AK1*PO*1', 'AK9*A*1*1*1']), {
			gs: 'GS*FA*AURORA*123456789*20261127*1430*17*X*004010',
		});
		expect(acknowledge(received(text), NOW).interchange).toBeUndefined();
	});

	it('keeps the separators of the partner', () => {
		const text = file(set('850', ORDER)).replaceAll('*', '|').replaceAll('~', '\n');
		expect(write(acknowledge(received(text), NOW).interchange!).text).toContain('\nAK9|A|1|1|1\n');
	});
});

/** Elements of the envelope as partners get them wrong, by segment and number from 1. */
const MISTAKES = fc.record({
	segment: fc.constantFrom('ISA', 'GS', 'ST', 'SE', 'GE', 'IEA'),
	element: fc.integer({ min: 1, max: 16 }),
	value: fc.constantFrom('', ' ', 'x', 'zz', 'A B', '0', '-1', '1.5', '99999999999', 'é', '#@!', 'A'.repeat(30)),
});

it('whatever is wrong with an envelope, it can be acknowledged if its partners are known', () => {
	const kinds = fc.constantFrom('997' as const, '999' as const);
	fc.assert(
		fc.property(fc.array(MISTAKES, { minLength: 1, maxLength: 4 }), kinds, (mistakes, kind) => {
			const lines = file(set('850', ORDER)).split('~');
			for (const { segment, element, value } of mistakes) {
				const at = lines.findIndex((line) => line.startsWith(`${segment}*`));
				const elements = lines[at].split('*');
				const isPartner = segment === 'ISA' && (element === 6 || element === 8 || element === 16);
				if (element < elements.length && !isPartner) elements[element] = value;
				lines[at] = elements.join('*');
			}
			const [interchange] = read(lines.join('~')).interchanges;
			const made = acknowledge(interchange, { ...NOW, kind, interchangeAcknowledgement: 'always' }).interchange!;
			const found = check(read(write(made).text)).filter(({ severity }) => severity === 'error');
			expect(found.filter(({ segment }) => !ECHOES.includes(segment ?? ''))).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});

it('999 has the codes of 005010', () => {
	const isa = ISA.replace('*U*00401*', '*^*00501*');
	const text = file(set('850', ['BEG*QQ*SA*1**20261127', ...ORDER.slice(1)]), {
		isa,
		gs: 'GS*PO*AURORA*123456789*20261127*1430*17*X*005010',
	});
	expect(answer(text, { kind: '999', implementation: '005010X231A1' })).toEqual([
		'AK1*PO*17*005010',
		'AK2*850*0001',
		'IK3*BEG*2**8',
		'IK4*1*353*7*QQ',
		'IK5*R*5',
		'AK9*R*1*1*0',
	]);
});

describe('TA1', () => {
	const asked = ISA.replace('*0*P*>', '*1*P*>');
	const ta1 = (text: string, options: Partial<AcknowledgeOptions> = {}) =>
		answer(text, { functionalAcknowledgement: false, ...options });

	it('comes where it is asked for', () => {
		expect(answer(file(set('850', ORDER)))[0]).toMatch(/^AK1/);
		expect(answer(file(set('850', ORDER), { isa: asked }))[0]).toBe('TA1*000000017*261127*1430*A*000');
		expect(answer(file(set('850', ORDER), { isa: asked }), { interchangeAcknowledgement: 'never' })[0]).toMatch(/^AK1/);
		expect(ta1(file(set('850', ORDER)), { interchangeAcknowledgement: 'always' })).toEqual([
			'TA1*000000017*261127*1430*A*000',
		]);
	});

	it.each([
		['IEA*1*000000017', 'IEA*1*000000018', '001'],
		['IEA*1*', 'IEA*2*', '021'],
		['IEA*1*000000017~', '', '023'],
		['*ZZ*AURORA', '*QQ*AURORA', '005'],
		['*00401*', '*00040*', '017'],
		['*1*P*>', '*1*Q*>', '020'],
		['*261127*1430*U', '*261131*1430*U', '014'],
		['~GS*', '~N1*ST*x~GS*', '024'],
	])('%s as "%s"', (from, to, note) => {
		const text = file(set('850', ORDER), { isa: asked }).replace(from, to);
		expect(ta1(text)[0]).toMatch(new RegExp(`\\*R\\*${note}$`));
		expect(ta1(text, { onErrors: 'accept' })[0]).toMatch(new RegExp(`\\*E\\*${note}$`));
	});
});
