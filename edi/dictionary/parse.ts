import type { ElementSpec, ElementType, Loop, SetItem, SyntaxNote } from './types';

/** The rows of a table: lines that are not empty, with the first word apart. */
export function rowsOf(table: string): Array<[key: string, rest: string]> {
	return table
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const space = line.indexOf(' ');
			return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1).trim()];
		});
}

export type ElementRow = Pick<ElementSpec, 'type' | 'minimum' | 'maximum' | 'name'>;

/** A row of an element, e.g. `AN 1/30 Reference Identification`. */
export function parseElement(row: string): ElementRow {
	const [, type, minimum, maximum, name] = /^(\S+) +(\d+)\/(\d+) +(\S.*)$/.exec(row)!;
	return { type: type as ElementType, minimum: Number(minimum), maximum: Number(maximum), name };
}

/** The codes of a list; `001-5` stands for 001 to 005, `AA-D` for AA to AD. */
export function parseCodes(list: string): string[] {
	return list
		.trim()
		.split(/\s+/)
		.flatMap((one) => {
			const [first, last] = one.split('-');
			if (last === undefined) return [first];
			const from = first.charCodeAt(first.length - 1);
			const count = last.charCodeAt(0) - from + 1;
			return Array.from({ length: count }, (_, index) => first.slice(0, -1) + String.fromCharCode(from + index));
		});
}

/** The references of a segment: `350 (235 234)*2` is `350 235 234 235 234`. */
export function parseReferences(row: string): string[] {
	return row
		.replace(/\(([^()]*)\)\*(\d+)/g, (_, group: string, times: string) => Array(Number(times)).fill(group).join(' '))
		.split(' ')
		.filter((one) => one !== '');
}

/** The notes of a segment, e.g. `R0203 P0304`. */
export function parseNotes(row: string): SyntaxNote[] {
	return row.split(' ').map((text) => ({
		kind: text[0] as SyntaxNote['kind'],
		elements: text.slice(1).match(/\d\d/g)!.map(Number),
		text,
	}));
}

/** The segments of a set, e.g. `ST! REF* (N1! N2*2)*200 SE!`. */
export function parseSet(table: string): { root: Loop; ids: Set<string> } {
	const tokens = table.match(/[A-Z][A-Z0-9]{1,2}|[()!]|\*\d*/g)!;
	const ids = new Set<string>();
	let at = 0;

	const readItem = (): SetItem => {
		const token = tokens[at++];
		let item: SetItem;
		if (token === '(') {
			const loop = readLoop();
			item = { id: loop.items[0].id, isMandatory: false, maximum: 1, loop };
		} else {
			ids.add(token);
			item = { id: token, isMandatory: false, maximum: 1 };
		}
		if (tokens[at] === '!') {
			item.isMandatory = true;
			at++;
		}
		if (tokens[at]?.startsWith('*')) {
			const times = tokens[at++].slice(1);
			item.maximum = times === '' ? Infinity : Number(times);
		}
		return item;
	};
	const readLoop = (): Loop => {
		const items: SetItem[] = [];
		while (at < tokens.length && tokens[at] !== ')') items.push(readItem());
		at++;
		const places = new Map<string, number[]>();
		items.forEach(({ id }, index) => places.set(id, [...(places.get(id) ?? []), index]));
		return { items, places };
	};
	return { root: readLoop(), ids };
}
