import { valueOf } from '../access';
import type { Segment } from '../tree';
import type { Findings } from './findings';

/**
 * Checks the HL segments of a ship notice: numbers rise by one, each parent is there before its children, and HL04,
 * where it is sent, says whether there are children.
 */
export function checkHierarchy(segments: readonly Segment[], findings: Findings): void {
	const levels = segments.filter(({ id }) => id === 'HL');
	const parents = new Set(levels.map((level) => valueOf(level, 2)));
	const seen = new Set<string>();
	levels.forEach((level, index) => {
		const [number, parent, , child] = [1, 2, 3, 4].map((element) => valueOf(level, element));
		if (seen.has(number)) {
			findings.add('hierarchy', 'error', `HL01 ${number} occurs twice.`, level, { element: 1, value: number });
		} else if (Number(number) !== index + 1) {
			const message = `HL01 is ${number}, not ${index + 1}: HL numbers should increase by one.`;
			findings.add('hierarchy', 'warning', message, level, { element: 1, value: number });
		}
		if (parent !== '' && !seen.has(parent)) {
			const message = `HL02: there is no HL segment ${parent} before this one.`;
			findings.add('hierarchy', 'error', message, level, { element: 2, value: parent });
		}
		seen.add(number);
		const hasChildren = parents.has(number);
		if ((child === '1' && !hasChildren) || (child === '0' && hasChildren)) {
			const message = `HL04 is ${child}, but the level has ${hasChildren ? 'children' : 'no children'}.`;
			findings.add('hierarchy', 'warning', message, level, { element: 4, value: child });
		}
	});
}
