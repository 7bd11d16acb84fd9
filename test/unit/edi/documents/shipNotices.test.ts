import { checkDigit, readDocument, sscc18, writeDocument } from '../../../../edi/documents';
import { segmentsOf, textOf } from './examples';

const item = (part: string, quantity = '1') => ({ quantity, unit: 'EA', itemIds: { vendorPart: part } });
const notice = (shipment: object) => ({ type: 'shipNotice', number: 'SH-1', date: '2026-11-27T14:30', shipment });
const written = (shipment: object, options = {}) =>
	textOf(writeDocument(notice(shipment), { complete: true, ...options }).transaction.segments);
const read = (lines: string) => readDocument({ id: '856', controlNumber: '1', segments: segmentsOf(lines) })!;
const levels = (lines: string[]) => lines.filter((line) => line.startsWith('HL'));

test('pick and pack: HL levels are numbered, the structure is told, the levels are counted', () => {
	const packs = [
		{ sscc: '10614141192837465', items: [item('MUG', '5'), item('LAMP', '2')] },
		{ sscc: '106141411928374664', items: [item('MUG', '3')] },
	];
	expect(written({ orders: [{ orderNumber: 'PO-1', packs }] }, { hashTotal: true })).toEqual([
		'BSN*00*SH-1*20261127*1430*0001',
		'HL*1**S*1',
		'HL*2*1*O*1',
		'PRF*PO-1',
		'HL*3*2*P*1',
		'MAN*GM*00106141411928374657',
		'HL*4*3*I*0',
		'LIN**VP*MUG',
		'SN1**5*EA',
		'HL*5*3*I*0',
		'LIN**VP*LAMP',
		'SN1**2*EA',
		'HL*6*2*P*1',
		'MAN*GM*00106141411928374664',
		'HL*7*6*I*0',
		'LIN**VP*MUG',
		'SN1**3*EA',
		'CTT*7*10',
	]);
});

test.each([
	['S-O-I', '0004', { orders: [{ orderNumber: '1', items: [item('A')] }] }, ['HL*1**S*1', 'HL*2*1*O*1', 'HL*3*2*I*0']],
	[
		'S-O-I-P',
		'0002',
		{ orders: [{ orderNumber: '1', items: [{ ...item('A'), packs: [{ sscc: '10614141192837465' }] }] }] },
		['HL*1**S*1', 'HL*2*1*O*1', 'HL*3*2*I*1', 'HL*4*3*P*0'],
	],
	[
		'S-O-T-P-I',
		'0001',
		{ orders: [{ orderNumber: '1', tares: [{ packs: [{ items: [item('A')] }] }] }] },
		['HL*1**S*1', 'HL*2*1*O*1', 'HL*3*2*T*1', 'HL*4*3*P*1', 'HL*5*4*I*0'],
	],
	[
		'S-P-O-I',
		'0003',
		{ packs: [{ orders: [{ orderNumber: '1', items: [item('A')] }] }] },
		['HL*1**S*1', 'HL*2*1*P*1', 'HL*3*2*O*1', 'HL*4*3*I*0'],
	],
])('%s is structure %s, both ways', (_name, structure, shipment, hl) => {
	const { transaction } = writeDocument(notice(shipment), { complete: true });
	const lines = textOf(transaction.segments);
	expect(lines[0]).toBe(`BSN*00*SH-1*20261127*1430*${structure}`);
	expect(levels(lines)).toEqual(hl);
	const { document, warnings } = readDocument(transaction)!;
	expect(warnings).toEqual([]);
	expect(writeDocument(document).transaction).toEqual(transaction);
});

test('HL04 can be left out', () => {
	const shipment = { orders: [{ orderNumber: '1', items: [item('A')] }] };
	expect(levels(written(shipment, { childCodes: false }))).toEqual(['HL*1**S', 'HL*2*1*O', 'HL*3*2*I']);
});

test('a missing parent is found by the level, and told', () => {
	const { document, warnings } = read(`
		BSN*00*SH-1*20261127*1430
		HL*1**S
		HL*2**O
		PRF*PO-1
		HL*3*9*I
		LIN**VP*MUG
		SN1**1*EA
		CTT*3`);
	expect(document.shipment).toEqual({
		orders: [{ orderNumber: 'PO-1', items: [{ itemIds: { vendorPart: 'MUG' }, quantity: '1', unit: 'EA' }] }],
	});
	expect(warnings).toEqual([
		'HL 2 names no parent (HL02); it is read as a part of HL 1',
		'HL 3 names the parent 9 (HL02), which is not before it; it is read as a part of HL 2',
	]);
});

test('levels without a name, several shipments and loose levels are kept', () => {
	const lines = `
		BSN*00*SH-1*20261127*1430
		DTM*011*20261127
		HL*1**S*1
		HL*2*1*L*0
		REF*BM*1
		HL*3**S*0
		REF*BM*2
		CTT*3`;
	const { document } = read(lines);
	expect(document).toMatchObject({
		dates: { shipped: '2026-11-27' },
		shipment: { L: [{ references: { billOfLading: '1' } }] },
		moreShipments: [{ references: { billOfLading: '2' } }],
	});
	expect(textOf(writeDocument(document).transaction.segments)).toEqual(textOf(segmentsOf(lines)));
});

describe('SSCC-18', () => {
	test.each([
		['10614141192837465', '106141411928374657'],
		['106141411928374657', '106141411928374657'],
		['(00) 106141411928374657', '106141411928374657'],
		['00106141411928374657', '106141411928374657'],
		['00000000000000000', '000000000000000000'],
	])('%s', (given, sscc) => {
		expect(sscc18(given)).toBe(sscc);
		expect(checkDigit(sscc.slice(0, 17))).toBe(sscc[17]);
	});

	test.each(['106141411928374650', '1061414119283746', 'ABC'])('%s is refused', (given) => {
		expect(() => written({ packs: [{ sscc: given }] })).toThrow(
			/shipment\.packs\[0\]\.sscc (has a wrong check digit|must be an SSCC)/,
		);
	});

	test('is read with and without the application identifier; a wrong digit is told, other marks are kept', () => {
		const { document, warnings } = read(`
			BSN*00*SH-1*20261127*1430
			HL*1**P
			MAN*GM*106141411928374657
			MAN*GM*00106141411928374650
			MAN*GM*JUST-A-MARK
			MAN*CP*1Z999
			CTT*1`);
		expect(document.shipment).toMatchObject({
			level: 'packs',
			sscc: ['106141411928374657', '106141411928374650'],
			marks: { GM: 'JUST-A-MARK', carrierPackage: '1Z999' },
		});
		expect(warnings).toEqual(['sscc 106141411928374650 has a wrong check digit; it should be 7']);
	});
});

test('a notice without a shipment, or without a time, says what is missing', () => {
	expect(() => writeDocument({ type: 'shipNotice', number: 'SH-1', date: '2026-11-27' })).toThrow(
		'shipment is required: it holds the orders; time is required',
	);
});
