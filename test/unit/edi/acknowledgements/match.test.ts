import {
	acknowledge,
	acknowledgementsIn,
	matchAcknowledgements,
	read,
	write,
	type SentDocument,
} from '../../../../edi';
import { file, ISA, orders, purchaseOrder, set } from '../samples';

const PARTNER = { id: '123456789', qualifier: '01' };
/** A 997 that the partner sends to us. */
const from = (segments: string[], { isa = ISA } = {}) =>
	acknowledgementsIn(
		read(
			file(set('997', segments), {
				isa: isa.replace('*ZZ*AURORA         *01*123456789      ', '*01*123456789      *ZZ*AURORA         '),
				gs: 'GS*FA*123456789*AURORA*20261128*0915*17*X*004010',
			}),
		),
	);

const sent = (controlNumber: string, more: Partial<SentDocument> = {}) => ({
	partner: PARTNER,
	functionalId: 'PO',
	groupControlNumber: '17',
	controlNumber,
	interchangeControlNumber: '000000017',
	key: `order ${controlNumber}`,
	...more,
});
const DOCUMENTS = [
	sent('0001'),
	sent('0002'),
	sent('0001', { groupControlNumber: '18', interchangeControlNumber: '000000018' }),
];

/** The states of {@link DOCUMENTS} after the 997s with these segments. */
const statesAfter = (...sets: string[][]) =>
	matchAcknowledgements(
		DOCUMENTS,
		sets.flatMap((segments) => from(segments)),
	).documents.map(({ status }) => status);

it('reads what a 997 says', () => {
	const [found] = from([
		'AK1*PO*00017',
		'AK2*850*0001',
		'AK3*PO1*4**8',
		'AK4*2>1*330*6*x',
		'AK4*3*355*7*ea',
		'AK3*DTM*9*0100*7',
		'AK5*R*5*4',
		'AK9*P*2*2*1*5',
	]);
	expect(found).toEqual({
		type: '997',
		from: { qualifier: '01', id: '123456789' },
		functionalId: 'PO',
		groupControlNumber: '00017',
		code: 'P',
		status: 'partiallyAccepted',
		counts: { stated: 2, received: 2, accepted: 1 },
		errorCodes: ['5'],
		sets: [
			{
				id: '850',
				controlNumber: '0001',
				code: 'R',
				status: 'rejected',
				errorCodes: ['5', '4'],
				errors: [
					{
						segment: 'PO1',
						position: 4,
						code: '8',
						elements: [
							{ element: 2, component: 1, reference: '330', code: '6', value: 'x' },
							{ element: 3, reference: '355', code: '7', value: 'ea' },
						],
					},
					{ segment: 'DTM', position: 9, loop: '0100', code: '7', elements: [] },
				],
			},
		],
	});
});

describe('the states of documents', () => {
	it.each<[string, string[], string[]]>([
		[
			'listed and accepted',
			['AK1*PO*17', 'AK2*850*0001', 'AK5*A', 'AK2*850*0002', 'AK5*A', 'AK9*A*2*2*2'],
			['accepted', 'accepted', 'unacknowledged'],
		],
		['accepted without a list', ['AK1*PO*17', 'AK9*A*2*2*2'], ['accepted', 'accepted', 'unacknowledged']],
		['accepted, counts of zero', ['AK1*PO*17', 'AK9*A*0*0*0'], ['accepted', 'accepted', 'unacknowledged']],
		[
			'leading zeros in the group number',
			['AK1*PO*000000017', 'AK9*A*2*2*2'],
			['accepted', 'accepted', 'unacknowledged'],
		],
		[
			'the set number as a number',
			['AK1*PO*17', 'AK2*850*1', 'AK5*R*5', 'AK9*P*2*2*1'],
			['rejected', 'accepted', 'unacknowledged'],
		],
		[
			'partly, only the rejected listed',
			['AK1*PO*17', 'AK2*850*0002', 'AK5*R*5', 'AK9*P*2*2*1'],
			['accepted', 'rejected', 'unacknowledged'],
		],
		['partly, without saying which', ['AK1*PO*17', 'AK9*P*2*2*1'], ['unknown', 'unknown', 'unacknowledged']],
		[
			'with errors',
			['AK1*PO*17', 'AK2*850*0001', 'AK5*E*5', 'AK9*E*2*2*2'],
			['acceptedWithErrors', 'acceptedWithErrors', 'unacknowledged'],
		],
		['rejected', ['AK1*PO*17', 'AK9*R*2*2*0'], ['rejected', 'rejected', 'unacknowledged']],
		[
			'the group rejects over the set',
			['AK1*PO*17', 'AK2*850*0001', 'AK5*A', 'AK9*R*2*2*0*5'],
			['rejected', 'rejected', 'unacknowledged'],
		],
		['rejected for security', ['AK1*PO*17', 'AK9*W*2*2*0'], ['rejected', 'rejected', 'unacknowledged']],
		['another group', ['AK1*PO*18', 'AK9*A*1*1*1'], ['unacknowledged', 'unacknowledged', 'accepted']],
		['another kind of group', ['AK1*IN*17', 'AK9*A*1*1*1'], ['unacknowledged', 'unacknowledged', 'unacknowledged']],
	])('%s', (_, segments, expected) => {
		expect(statesAfter(segments)).toEqual(expected);
	});

	it('the last one counts, and all are kept', () => {
		const acknowledgements = [...from(['AK1*PO*17', 'AK9*R*2*2*0']), ...from(['AK1*PO*17', 'AK9*A*2*2*2'])];
		const [first] = matchAcknowledgements(DOCUMENTS, acknowledgements).documents;
		expect(first.status).toBe('accepted');
		expect(first.acknowledgements.map(({ status }) => status)).toEqual(['rejected', 'accepted']);
		expect(first.document.key).toBe('order 0001');
	});

	it('the group and the set say the contrary', () => {
		const rejected = from(['AK1*PO*17', 'AK2*850*0001', 'AK5*A', 'AK9*R*2*2*0*5']);
		const accepted = from(['AK1*PO*17', 'AK2*850*0001', 'AK5*R', 'AK9*A*2*2*2']);
		const flags = [rejected, accepted].map(
			(one) => matchAcknowledgements(DOCUMENTS, one).documents[0].acknowledgements[0].isContradictory,
		);
		expect(flags).toEqual([true, true]);
	});

	it('what belongs to nothing is kept apart', () => {
		const strange = from(['AK1*PO*99', 'AK9*A*1*1*1']);
		expect(matchAcknowledgements(DOCUMENTS, strange).unmatched).toEqual(strange);
	});

	it('another partner with the same numbers is another partner', () => {
		const acknowledgements = from(['AK1*PO*17', 'AK9*A*2*2*2']);
		const match = (partner: SentDocument['partner']) =>
			matchAcknowledgements([sent('0001', { partner })], acknowledgements).documents[0].status;
		expect(match({ id: '123456789' })).toBe('accepted');
		expect(match({ id: '123456789', qualifier: 'ZZ' })).toBe('unacknowledged');
		expect(match({ id: 'OTHER', qualifier: '01' })).toBe('unacknowledged');
	});

	it('TA1 alone does not accept a document, but may reject it', () => {
		const ta1 = (code: string, note: string) =>
			acknowledgementsIn(
				read(
					[
						ISA.replace('*ZZ*AURORA         *01*123456789      ', '*01*123456789      *ZZ*AURORA         '),
						`TA1*000000017*261127*1430*${code}*${note}`,
						'IEA*0*000000017',
						'',
					].join('~'),
				),
			);
		const states = (code: string, note: string) => matchAcknowledgements(DOCUMENTS, ta1(code, note)).documents;
		expect(states('A', '000').map(({ status, acknowledgements }) => [status, acknowledgements.length])).toEqual([
			['unacknowledged', 1],
			['unacknowledged', 1],
			['unacknowledged', 0],
		]);
		expect(states('R', '025').map(({ status }) => status)).toEqual(['rejected', 'rejected', 'unacknowledged']);
	});
});

it('acknowledgements beside other documents in one file', () => {
	const text = [
		ISA,
		'GS*PR*AURORA*123456789*20261127*1430*1*X*004010',
		...set('855', ['BAK*00*AC*1*20261127']),
		'GE*1*1',
		'GS*FA*AURORA*123456789*20261127*1430*2*X*004010',
		...set('997', ['AK1*PO*17', 'AK9*A*1*1*1']),
		'GE*1*2',
		'IEA*2*000000017',
		'',
	].join('~');
	expect(acknowledgementsIn(read(text))).toMatchObject([{ type: '997', groupControlNumber: '17' }]);
});

it('what we send is matched with what we would answer, over the wire', () => {
	const content = orders(
		[1, 2, 3].map((lines) => ({ id: '850', segments: purchaseOrder(lines) })),
		{ isAcknowledgementRequested: true },
	);
	content.groups[0].transactions[1].segments = purchaseOrder(1).slice(1);
	const received = read(write(content).text).interchanges[0];
	const answer = acknowledge(received, { controlNumber: '5', date: '20261128', time: '0915' });
	const documents = content.groups[0].transactions.map(({ controlNumber }) => ({
		partner: content.receiver,
		functionalId: 'PO',
		groupControlNumber: content.groups[0].controlNumber,
		controlNumber,
		interchangeControlNumber: content.controlNumber,
	}));
	const { documents: states, unmatched } = matchAcknowledgements(
		documents,
		acknowledgementsIn(read(write(answer.interchange!).text)),
	);
	expect(states.map(({ status }) => status)).toEqual(['accepted', 'rejected', 'accepted']);
	expect(unmatched).toEqual([]);
	expect(states[1].acknowledgements.map(({ acknowledgement }) => acknowledgement.type)).toEqual(['TA1', '997']);
});
