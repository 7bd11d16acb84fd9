import type { SyntaxNote } from '../dictionary/types';
import type { Segment } from '../tree';
import type { Findings } from './findings';

/** Holds a segment against its syntax notes. The notes are known from hearsay in part, so they are warnings. */
export function checkNotes(segment: Segment, notes: readonly SyntaxNote[], findings: Findings): void {
	const has = (element: number) => {
		const value = segment.elements[element - 1];
		return value !== undefined && value !== '';
	};
	for (const note of notes) {
		const { kind, elements } = note;
		const present = elements.filter(has);
		if (isKept(kind, elements, present)) continue;
		const code = kind === 'E' ? 'element-excluded' : 'element-condition';
		const absent = elements.find((element) => !has(element)) ?? elements[0];
		findings.add(code, 'warning', `${describe(segment.id, note)} (${note.text}).`, segment, {
			element: kind === 'E' ? present[1] : absent,
		});
	}
}

function isKept(kind: SyntaxNote['kind'], elements: number[], present: number[]): boolean {
	switch (kind) {
		case 'P':
			return present.length === 0 || present.length === elements.length;
		case 'R':
			return present.length > 0;
		case 'E':
			return present.length <= 1;
		case 'C':
			return present[0] !== elements[0] || present.length === elements.length;
		case 'L':
			return present[0] !== elements[0] || present.length > 1;
	}
}

function describe(id: string, { kind, elements }: SyntaxNote): string {
	const names = elements.map((element) => id + String(element).padStart(2, '0'));
	const [first, ...others] = names;
	switch (kind) {
		case 'P':
			return `${list(names, 'and')} go together`;
		case 'R':
			return `At least one of ${list(names, 'and')} is needed`;
		case 'E':
			return `Only one of ${list(names, 'and')} may be present`;
		case 'C':
			return `${first} needs ${list(others, 'and')}`;
		case 'L':
			return `${first} needs ${list(others, 'or')}`;
	}
}

const list = (names: string[], word: string) =>
	names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`;
