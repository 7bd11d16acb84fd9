import type { InterchangeContent, SegmentContent } from '../../edi';

/** The segments of a purchase order with that many lines, the same at each call. */
function segmentsOf(number: number, lines: number): SegmentContent[] {
	const segments = [
		segment('BEG', '00', 'SA', `PO-${number}`, '', '20261127'),
		segment('CUR', 'BY', 'USD'),
		segment('REF', 'IA', '8820'),
		segment('DTM', '002', '20261211'),
		segment('N1', 'ST', 'Aurora Store 12', '92', '0012'),
		segment('N3', '12 Harbor Road'),
		segment('N4', 'Portland', 'ME', '04101', 'US'),
	];
	for (let line = 1; line <= lines; line++) {
		const quantity = String((number + line) % 90 || 1);
		segments.push(
			segment('PO1', String(line), quantity, 'EA', '4.25', '', 'VP', `SKU-${number}-${line}`, 'UP', '012345678905'),
			segment('PID', 'F', '', '', '', 'Storm lantern, brass, glass of five inches'),
		);
	}
	segments.push(segment('CTT', String(lines)));
	return segments;
}

const segment = (id: string, ...elements: string[]): SegmentContent => ({ id, elements });

/** An interchange of orders with the numbers from `first` on. */
export function contentOf(first: number, count: number, lines: number): InterchangeContent {
	const controlNumber = String(first).padStart(9, '0');
	return {
		authorization: { qualifier: '00', information: '' },
		security: { qualifier: '00', information: '' },
		sender: { qualifier: 'ZZ', id: 'AURORA' },
		receiver: { qualifier: '01', id: '123456789' },
		date: '261127',
		time: '1430',
		version: '00401',
		controlNumber,
		isAcknowledgementRequested: false,
		usage: 'P',
		delimiters: { element: '*', component: '>', segment: '~', repetition: '' },
		acknowledgements: [],
		groups: [
			{
				functionalId: 'PO',
				sender: 'AURORA',
				receiver: '123456789',
				date: '20261127',
				time: '1430',
				controlNumber: String(first),
				agency: 'X',
				version: '004010',
				transactions: Array.from({ length: count }, (_, index) => ({
					id: '850',
					controlNumber: String(index + 1).padStart(4, '0'),
					segments: segmentsOf(first + index, lines),
				})),
			},
		],
	};
}
