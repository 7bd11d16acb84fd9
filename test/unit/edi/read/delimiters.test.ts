import { diagnosticsOf, read, type Delimiters } from '../../../../edi';
import { file, ISA, set } from '../samples';

const PLAIN = file(set('850', ['BEG*00*SA*PO-1**20261127', 'POC*1*AI*****EA>2', 'CTT*1']));
const codes = (text: string | Uint8Array) => diagnosticsOf(read(text)).map(({ code }) => code);
const bodyOf = (text: string | Uint8Array) =>
	read(text).interchanges[0].groups[0].transactions[0].segments.map(({ id, elements }) => [id, ...elements]);
const BODY = [
	['BEG', '00', 'SA', 'PO-1', '', '20261127'],
	['POC', '1', 'AI', '', '', '', '', ['EA', '2']],
	['CTT', '1'],
];

/** The plain file with other separators. */
function withDelimiters({ element = '*', component = '>', segment = '~' }: Partial<Delimiters>, after = ''): string {
	return [...PLAIN]
		.map((one) => (one === '*' ? element : one === '>' ? component : one === '~' ? segment + after : one))
		.join('');
}

describe('separators', () => {
	it.each<[string, Partial<Delimiters>, string]>([
		['as most write them', {}, ''],
		['~ and LF', {}, '\n'],
		['~ and CR LF', {}, '\r\n'],
		['~ and blanks of an editor', {}, '\n\t  '],
		['LF as terminator', { segment: '\n' }, ''],
		['LF as terminator, and empty lines', { segment: '\n' }, '\n'],
		['CR as terminator', { segment: '\r' }, ''],
		['control characters', { element: '\u001d', component: '\u001f', segment: '\u001c' }, ''],
		['control characters and LF', { element: '\u001d', component: '\u001f', segment: '\u001c' }, '\n'],
		['~ between elements', { element: '~', component: ':', segment: '\n' }, ''],
		['| between elements', { element: '|', component: '<', segment: '!' }, ''],
		['^ between elements', { element: '^', component: ':', segment: '`' }, ''],
		['more bytes than one', { element: '¦', component: '§', segment: '…' }, ''],
		['two units of UTF-16', { element: '𝄞', component: '𝄢', segment: '🜁' }, '\n'],
		['a tabulator between elements', { element: '\t', component: '>', segment: '\n' }, ''],
	])('%s', (_, delimiters, after) => {
		const text = withDelimiters(delimiters, after);
		for (const input of [text, new TextEncoder().encode(text)]) {
			expect(bodyOf(input)).toEqual(BODY);
			const [found] = read(input).interchanges;
			expect(found.delimiters).toEqual({ element: '*', component: '>', segment: '~', repetition: '', ...delimiters });
			if (![...(delimiters.element ?? '')].some((one) => one.length > 1)) expect(codes(input)).toEqual([]);
		}
	});

	it('CR LF is one terminator', () => {
		const text = withDelimiters({ segment: '\r\n' });
		expect(read(text).interchanges[0].delimiters.segment).toBe('\r\n');
		expect(bodyOf(text)).toEqual(BODY);
		expect(codes(text)).toEqual([]);
	});

	it('some lines of a file with CR LF end with LF alone', () => {
		const text = withDelimiters({ segment: '\r\n' }).replace('CTT*1\r\n', 'CTT*1\n');
		expect(bodyOf(text)).toEqual(BODY);
	});

	it('the separators of windows-1252 are single bytes', () => {
		const text = withDelimiters({ element: '¦', component: '§' });
		const bytes = Uint8Array.from([...text].map((one) => one.codePointAt(0)!));
		expect(bodyOf(bytes)).toEqual(BODY);
		expect(codes(bytes)).toEqual(['encoding']);
	});

	it.each([
		['UTF-8', [0xef, 0xbb, 0xbf], 'utf8'],
		['UTF-16', [0xff, 0xfe], 'utf16le'],
	] as const)('a byte order mark of %s', (_, mark, encoding) => {
		expect(bodyOf(Uint8Array.from([...mark, ...Buffer.from(PLAIN, encoding)]))).toEqual(BODY);
	});

	it.each(['\ufeff', '\n\n', '  \r\n\t', '\0\0', '\ufeff\r\n '])('%j before ISA', (start) => {
		expect(bodyOf(start + PLAIN)).toEqual(BODY);
		expect(codes(start + PLAIN)).toEqual([]);
	});

	it.each(['\n', '\r\n\r\n', '\0\0\0', '\u001a', ' \n\u001a\n'])('%j after IEA', (end) => {
		expect(bodyOf(PLAIN + end)).toEqual(BODY);
		expect(codes(PLAIN + end)).toEqual([]);
	});

	it('text before ISA is left out with a warning', () => {
		expect(bodyOf(`Your orders follow.\n${PLAIN}`)).toEqual(BODY);
		expect(codes(`Your orders follow.\n${PLAIN}`)).toEqual(['leading-text']);
	});
});

describe('an ISA that is not of 106 characters', () => {
	it.each([
		['nothing is padded', 'ISA*00**00**ZZ*AURORA*01*123456789*261127*1430*U*00401*000000017*0*P*>'],
		['an id is one blank short', ISA.replace('AURORA         ', 'AURORA        ')],
		['an id is too long', ISA.replace('AURORA         ', 'AURORA OF THE NORTH')],
	])('%s', (_, isa) => {
		for (const after of ['', '\n', '\r\n']) {
			const text = PLAIN.replace(ISA, isa).replaceAll('~', `~${after}`);
			expect(bodyOf(text)).toEqual(BODY);
			expect(codes(text)).toEqual(['isa-length']);
		}
		expect(bodyOf(PLAIN.replace(ISA, isa).replaceAll('~', '\n'))).toEqual(BODY);
	});

	it.each(['', '\n', '\r\n'])('ISA16 is empty, terminator followed by %j', (after) => {
		const text = PLAIN.replace(ISA, ISA.slice(0, -1)).replaceAll('~', `~${after}`);
		expect(read(text).interchanges[0].delimiters).toMatchObject({ component: '', segment: '~' });
		expect(bodyOf(text)[1]).toEqual(['POC', '1', 'AI', '', '', '', '', 'EA>2']);
		expect(codes(text)).toContain('separators');
	});

	it('a component separator in the next segments is not taken for the terminator', () => {
		const text = file(['ST*850*0001', 'N1*ST*A>B', 'SE*3*0001']).replaceAll('~', '\n');
		expect(read(text).interchanges[0].delimiters).toMatchObject({ component: '>', segment: '\n' });
	});
});

describe('the repetition separator', () => {
	it.each([
		['00401', 'U', ''],
		['00401', '^', ''],
		['00402', '^', '^'],
		['00501', '^', '^'],
		['00501', '!', '!'],
		['00501', '-', '-'],
		['00401', '-', ''],
		['00501', 'U', ''],
		['00501', '*', ''],
		['00040', '^', ''],
		['00300', 'U', ''],
	])('ISA12 %s, ISA11 %s', (version, isa11, repetition) => {
		const isa = ISA.replace('*U*00401*', `*${isa11}*${version}*`);
		if (isa11 === '*') return;
		const text = PLAIN.replace(ISA, isa);
		expect(read(text).interchanges[0].delimiters.repetition).toBe(repetition);
	});

	it('divides elements before components are divided', () => {
		const isa = ISA.replace('*U*00401*', '*^*00501*');
		const text = file(set('850', ['ZZ1*A^B>C^D*E>F']), { isa });
		const [{ elements }] = read(text).interchanges[0].groups[0].transactions[0].segments;
		expect(elements).toEqual([{ repetitions: ['A', ['B', 'C'], 'D'] }, ['E', 'F']]);
	});
});

describe('lines', () => {
	const wrap = (text: string, width: number, end: string) => text.match(new RegExp(`.{1,${width}}`, 'gsu'))!.join(end);

	it.each([
		[80, '\n'],
		[80, '\r\n'],
		[64, '\n'],
		[40, '\r\n'],
	])('a file wrapped at %i characters with %j', (width, end) => {
		expect(bodyOf(wrap(PLAIN, width, end))).toEqual(BODY);
		expect(codes(wrap(PLAIN, width, end))).toEqual([]);
	});

	it('a line break inside a value becomes a space, with a warning', () => {
		const text = file(set('850', ['MSG*Deliver to\nthe back door', 'CTT*1']));
		expect(bodyOf(text)[0]).toEqual(['MSG', 'Deliver to the back door']);
		expect(codes(text)).toEqual(['line-break']);
	});

	it('a line break beside a separator leaves no trace in the value', () => {
		const text = file(set('850', ['N1*ST*Aurora\r\n   *92*0012', 'CTT*1']));
		expect(bodyOf(text)[0]).toEqual(['N1', 'ST', 'Aurora', '92', '0012']);
	});

	it('a terminator that is missing at the end of a line does not swallow the next segment', () => {
		const text = file(set('850', ['DTM*002*20261201', 'PO1*1*5*EA', 'CTT*1'])).replaceAll('~', '~\n');
		const cut = text.replace('20261201~', '20261201');
		expect(bodyOf(cut).map(([id]) => id)).toEqual(['DTM', 'PO1', 'CTT']);
		expect(diagnosticsOf(read(cut))).toMatchObject([{ code: 'missing-terminator', severity: 'error', ordinal: 4 }]);
	});
});
