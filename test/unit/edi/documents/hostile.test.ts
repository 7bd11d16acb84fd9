import fc from 'fast-check';

import { EdiError } from '../../../../edi';
import { KINDS } from '../../../../edi/documents/kinds';
import { readDocument, writeDocument } from '../../../../edi/documents';
import { segmentsOf } from './examples';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

test.each(NAMES)('%s is a qualifier like any other', (name) => {
	const lines = `
		BEG*00*SA*PO-1**20261127
		REF*${name}*A*B
		REF*${name}*C
		DTM*${name}*20261127
		N1*${name}*D
		PO1*1*1*${name}*1**${name}*E
		CTT*1`;
	const { document } = readDocument({ id: '850', controlNumber: '1', segments: segmentsOf(lines) })!;
	const of = (member: unknown) => Object.entries(member as object);
	expect(of(document.references)).toEqual([[name, [{ value: 'A', description: 'B' }, 'C']]]);
	expect(of(document.dates)).toEqual([[name, '2026-11-27']]);
	expect(of(document.parties)).toEqual([[name, { name: 'D' }]]);
	const [line] = document.lines as Array<Record<string, unknown>>;
	expect([line.unit, of(line.itemIds)]).toEqual([name, [[name, 'E']]]);
	expect(({} as Record<string, unknown>).description).toBeUndefined();
});

test.each(NAMES)('a level %s is a level like any other', (name) => {
	const lines = `BSN*00*SH-1*20261127*1430\nHL*1**S\nHL*2*1*${name}\nREF*BM*1\nCTT*2`;
	const { document } = readDocument({ id: '856', controlNumber: '1', segments: segmentsOf(lines) })!;
	expect(Object.entries(document.shipment as object)).toEqual([[name, [{ references: { billOfLading: '1' } }]]]);
});

const element = fc.oneof(
	fc.string({ maxLength: 8 }),
	fc.constantFrom('', '00', 'VP', 'EA', '1', '20261127', 'S', ...NAMES),
	fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
	fc.record({ repetitions: fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }) }),
);
const ids =
	'BEG BAK BCH BCA BIG BSN HL LIN SN1 PRF MAN REF DTM N1 N2 N3 N4 PER PO1 POC IT1 PID SAC TXI SDQ SLN SCH ACK TDS CTT AMT ZZZ';
const segment = fc.record({
	id: fc.constantFrom(...ids.split(' ')),
	elements: fc.array(element, { maxLength: 9 }),
});

test.each(KINDS.map(({ set }) => set))('%s: any segments are read, and written again or refused with reasons', (id) => {
	fc.assert(
		fc.property(fc.array(segment, { maxLength: 25 }), (segments) => {
			const { document } = readDocument({ id, controlNumber: '1', segments })!;
			try {
				const { transaction } = writeDocument(document);
				expect(readDocument(transaction)).toBeDefined();
			} catch (error) {
				expect(error).toBeInstanceOf(EdiError);
			}
		}),
		{ numRuns: 100 },
	);
});

const json = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		fc.constantFrom(null, '', 'x', 0, -1, NaN, true),
		fc.string(),
		tie('list'),
		tie('object'),
	),
	list: fc.array(tie('value'), { maxLength: 3 }),
	object: fc.dictionary(
		fc.constantFrom(
			'number',
			'date',
			'lines',
			'parties',
			'references',
			'dates',
			'shipment',
			'orders',
			'items',
			'shipTo',
			'sscc',
			'charges',
			'itemIds',
			'otherSegments',
			'otherElements',
			'id',
			'elements',
			'amount',
			...NAMES,
		),
		tie('value'),
		{ maxKeys: 6 },
	),
}));

test.each(KINDS.flatMap(({ types }) => types))('%s: any JSON is written, or refused with reasons', (type) => {
	fc.assert(
		fc.property(json.object, (form) => {
			try {
				writeDocument({ ...(form as object), type });
			} catch (error) {
				expect(error).toBeInstanceOf(EdiError);
				expect((error as EdiError).diagnostics.length).toBeGreaterThan(0);
			}
		}),
		{ numRuns: 200 },
	);
});
