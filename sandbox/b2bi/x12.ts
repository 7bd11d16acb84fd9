/** One interchange of X12 as far as the partner of the sandbox reads it. */
export interface Interchange {
	segments: string[][];
	element: string;
	terminator: string;
}

/** Reads an interchange by the delimiters of its ISA; undefined for any other text. */
export function readInterchange(text: string): Interchange | undefined {
	const start = text.indexOf('ISA');
	if (start === -1 || text.length < start + 106) return undefined;
	const [element, terminator] = [text[start + 3], text[start + 105]];
	const segments = text
		.slice(start)
		.split(terminator)
		.map((segment) => segment.trim().split(element))
		.filter(([name]) => name !== '');
	return { segments, element, terminator };
}

/** A segment by its name, and the value of one of its elements (from 1). */
export const segmentOf = ({ segments }: Interchange, name: string): string[] | undefined =>
	segments.find(([each]) => each === name);

interface Reply {
	/** Functional identifier code of the group: FA, PR. */
	group: string;
	set: '997' | '855';
	/** What is between ST and SE. */
	body: string[][];
	controlNumber: number;
	/** Epoch milliseconds. */
	at: number;
}

/** An interchange back to the sender of `received`, with its delimiters. */
export function interchangeBack(received: Interchange, { group, set, body, controlNumber, at }: Reply): string {
	const isa = segmentOf(received, 'ISA') as string[];
	const gs = segmentOf(received, 'GS') ?? [];
	const [day, time] = [new Date(at).toISOString().slice(0, 10).replace(/-/g, ''), new Date(at).toISOString()];
	const hour = `${time.slice(11, 13)}${time.slice(14, 16)}`;
	const control = String(controlNumber).padStart(9, '0');
	const header = [...isa];
	[header[5], header[6], header[7], header[8]] = [isa[7], isa[8], isa[5], isa[6]];
	[header[9], header[10], header[13], header[14]] = [day.slice(2), hour, control, '0'];
	const transaction = [['ST', set, '0001'], ...body, ['SE', String(body.length + 2), '0001']];
	const segments = [
		header,
		['GS', group, gs[3] ?? '', gs[2] ?? '', day, hour, String(controlNumber), 'X', gs[8] ?? '004010'],
		...transaction,
		['GE', '1', String(controlNumber)],
		['IEA', '1', control],
	];
	return `${segments.map((segment) => segment.join(received.element)).join(received.terminator)}${received.terminator}`;
}
