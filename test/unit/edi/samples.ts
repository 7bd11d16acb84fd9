import { interchange, type InterchangeContent, type InterchangeOptions, type SegmentContent } from '../../../edi';

export const SENDER = { qualifier: 'ZZ', id: 'AURORA' };
export const RECEIVER = { qualifier: '01', id: '123456789' };

/** A segment in the notation of the wire, e.g. `N1*ST*Aurora Store 12*92*0012`. `>` divides components. */
export function segment(text: string): SegmentContent {
	const [id, ...elements] = text.split('*');
	return { id, elements: elements.map((one) => (one.includes('>') ? one.split('>') : one)) };
}

/** The body of a purchase order with that many lines. */
export function purchaseOrder(lines = 2, number = 'PO-4711'): SegmentContent[] {
	return [
		segment(`BEG*00*SA*${number}**20261127`),
		segment('CUR*BY*USD'),
		segment('REF*IA*8820'),
		segment('N1*ST*Aurora Store 12*92*0012'),
		segment('N3*12 Harbor Road'),
		segment('N4*Portland*ME*04101*US'),
		...Array.from({ length: lines }, (_, index) => [
			segment(`PO1*${index + 1}*10*EA*4.25**VP*SKU-${index + 1}*UP*012345678905`),
			segment(`PID*F****Lantern ${index + 1}`),
		]).flat(),
		segment(`CTT*${lines}`),
	];
}

/** An interchange of documents of one set. */
export function orders(
	transactions: InterchangeOptions['transactions'] = [{ id: '850', segments: purchaseOrder() }],
	more: Partial<InterchangeOptions> = {},
): InterchangeContent {
	return interchange({
		sender: SENDER,
		receiver: RECEIVER,
		controlNumber: '17',
		date: '20261127',
		time: '1430',
		version: '004010',
		transactions,
		...more,
	});
}

export const ISA =
	'ISA*00*          *00*          *ZZ*AURORA         *01*123456789      *261127*1430*U*00401*000000017*0*P*>';

/** A text of segments: ISA and GS are put before them, GE and IEA after them. The terminator is `~`. */
export function file(
	body: string[],
	{ isa = ISA, gs = 'GS*PO*AURORA*123456789*20261127*1430*17*X*004010' } = {},
): string {
	const sets = body.filter((one) => one.startsWith('ST*')).length;
	return [isa, gs, ...body, `GE*${sets}*17`, 'IEA*1*000000017', ''].join('~');
}

/** ST to SE around the segments of one set, with the right count. */
export function set(id: string, segments: string[], number = '0001'): string[] {
	return [`ST*${id}*${number}`, ...segments, `SE*${segments.length + 2}*${number}`];
}
