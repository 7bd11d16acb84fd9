import type { Delimiters } from '../tree';
import type { CharacterSet } from './characters';
import type { WriteLog } from './log';

/** The separators that most partners use. */
export const DEFAULT_DELIMITERS: Delimiters = { element: '*', component: '>', segment: '~', repetition: '^' };

/** Whether ISA11 is the repetition separator: version 00402 and later. */
export const hasRepetitions = (version: string) => version >= '00402';

/** What the separators are called. */
const LABELS: Readonly<Record<string, string>> = {
	element: 'element separator',
	component: 'component separator',
	segment: 'segment terminator',
	repetition: 'repetition separator',
};

/** White space that may separate all the same: tabs are in use between elements, line breaks after segments. */
const BLANK_SEPARATORS: Readonly<Record<string, readonly string[]>> = {
	element: ['\t'],
	segment: ['\r', '\n', '\r\n'],
};

/** Finds what is wrong with the separators of an interchange; those that are in use. */
export function checkDelimiters(delimiters: Delimiters, version: string, findings: WriteLog): string[] {
	const { element, component, segment, repetition } = delimiters;
	const named: Record<string, string> = {
		element,
		component,
		segment,
		...(hasRepetitions(version) ? { repetition } : {}),
	};
	for (const [name, delimiter] of Object.entries(named)) {
		const isLineEnd = name === 'segment' && delimiter === '\r\n';
		const isOne = delimiter.length === 1 || isLineEnd;
		if (!isOne || /^[A-Za-z0-9 .+-]$/.test(delimiter)) {
			const message = `The ${LABELS[name]} must be one character, and not a letter, digit, space, point or sign (it is "${delimiter}").`;
			findings.problem('separators', message, { value: delimiter });
		} else if (delimiter.trim() === '' && !BLANK_SEPARATORS[name]?.includes(delimiter)) {
			const message = `The ${LABELS[name]} must not be a line break or a kind of space, because readers skip those.`;
			findings.problem('separators', message, { value: delimiter });
		}
	}
	const all = Object.entries(named).flatMap(([name, delimiter]) => [...delimiter].map((one) => ({ name, one })));
	const second = all.find(({ name, one }, at) =>
		all.some((other, before) => before < at && other.one === one && other.name !== name),
	);
	if (second) {
		const first = all.find(({ one }) => one === second.one)!;
		const message = `The ${LABELS[first.name]} and the ${LABELS[second.name]} are the same character: "${second.one}".`;
		findings.problem('separators', message, { value: second.one });
	}
	return all.map(({ one }) => one);
}

/** A replacement that is a separator would cut the value, as the character would that it replaces. */
export function checkReplacement(replacement: string, characters: CharacterSet, findings: WriteLog): void {
	if (characters.clean.test(replacement)) return;
	const message = 'The replacement must not contain a separator, or a character outside the character set.';
	findings.problem('separators', message, { value: replacement });
}
