import { valueOf } from '../access';
import type { Loop } from '../dictionary/types';
import type { SegmentContent } from '../tree';
import { hierarchyLevel } from './forms/shipNotice';
import { codeOf, nameOf } from './mapping/codecs';
import { isAbsent, isForm, listOf, memberOf, type Form, type WriteContext } from './mapping/form';
import { textOf } from './mapping/members';
import { readInto } from './mapping/read';
import { writeLevel } from './mapping/write';
import { HIERARCHY_LEVELS } from './tables/codes';
import type { Notation } from './tables/editable';

/** HL03 from the outside in; where a parent is not given, a level goes below the nearest one that is further out. */
const OUTER_TO_INNER = ['S', 'O', 'T', 'P', 'Q', 'I', 'F'];

/** Lists that a level may have inside. */
const CHILD_LISTS = Object.values(HIERARCHY_LEVELS);

/** BSN05 for the levels from the shipment down; tares are packs of packs. */
const STRUCTURES: Readonly<Record<string, string>> = {
	SOPI: '0001',
	SOIP: '0002',
	SPOI: '0003',
	SOI: '0004',
};

/** One HL loop, with its place in the tree. */
interface Block {
	id: string;
	parent: string;
	code: string;
	form: Form;
}

/**
 * Reads HL loops into a tree: the shipment with its `orders`, `tares`, `packs`, `items` and so on.
 *
 * @param loop the HL loop of the standard
 * @param segments from the first HL to the last segment of the last one
 * @param warn called for parents that are missing
 */
export function readHierarchy(
	loop: Loop,
	segments: readonly SegmentContent[],
	tables: Notation,
	warn: (message: string) => void,
): Form[] {
	const roots: Form[] = [];
	const seen: Block[] = [];
	for (const own of split(segments)) {
		const [{ id, elements }] = own;
		const block: Block = {
			id: valueOf({ id, elements }, 1),
			parent: valueOf({ id, elements }, 2),
			code: valueOf({ id, elements }, 3),
			form: {},
		};
		readInto(block.form, { loop, level: hierarchyLevel }, { segments: own, at: 1 }, tables);
		const parent = parentOf(block, seen, warn);
		if (!parent) {
			if (block.code !== 'S') block.form.level = nameOf(HIERARCHY_LEVELS, block.code);
			roots.push(block.form);
		} else {
			const list = nameOf(HIERARCHY_LEVELS, block.code);
			memberOf<Form[]>(parent.form, list, []).push(block.form);
		}
		seen.push(block);
	}
	return roots;
}

function split(segments: readonly SegmentContent[]): SegmentContent[][] {
	const blocks: SegmentContent[][] = [];
	for (const segment of segments) {
		if (segment.id === 'HL') blocks.push([segment]);
		else blocks.at(-1)?.push(segment);
	}
	return blocks;
}

function parentOf({ id, parent, code }: Block, seen: Block[], warn: (message: string) => void): Block | undefined {
	const backwards = [...seen].reverse();
	const named = parent === '' ? undefined : backwards.find((block) => block.id === parent);
	if (named || (parent === '' && (code === 'S' || seen.length === 0))) return named;
	const rank = OUTER_TO_INNER.indexOf(code);
	const nearest = backwards.find((block) => OUTER_TO_INNER.indexOf(block.code) < rank);
	const why = parent === '' ? 'names no parent (HL02)' : `names the parent ${parent} (HL02), which is not before it`;
	warn(`HL ${id} ${why}; it is read as ${nearest ? `a part of HL ${nearest.id}` : 'a level of its own'}`);
	return nearest;
}

/** What the writer has to know of the whole tree. */
interface Numbering {
	loop: Loop;
	hasChildCodes: boolean;
	last: number;
	/** HL03 from the root to the deepest level, as they were met. */
	path: string;
}

/**
 * Writes the tree as HL loops, numbered from 1 in the order of the tree.
 *
 * @returns the segments, and BSN05 for the levels that the first branch has, where there is a code for them
 */
export function writeHierarchy(
	loop: Loop,
	roots: ReadonlyArray<{ form: Form; context: WriteContext }>,
	hasChildCodes = true,
): {
	segments: SegmentContent[];
	structure: string | undefined;
	count: number;
} {
	const numbering: Numbering = { loop, hasChildCodes, last: 0, path: '' };
	const segments = roots.flatMap(({ form, context }) => {
		const given = isAbsent(form.level) ? HIERARCHY_LEVELS.S : form.level;
		const place = { path: context.at('level').path, segment: 'HL', element: 3 };
		const code = textOf(given, (name) => codeOf(HIERARCHY_LEVELS, String(name)), context, place);
		return writeBlock(form, code, '', context, numbering);
	});
	return { segments, structure: structureOf(numbering.path), count: numbering.last };
}

function structureOf(path: string): string | undefined {
	const levels = path.replace('T', '');
	return Object.hasOwn(STRUCTURES, levels) ? STRUCTURES[levels] : undefined;
}

function writeBlock(
	form: Form,
	code: string,
	parent: string,
	context: WriteContext,
	numbering: Numbering,
): SegmentContent[] {
	const id = String(++numbering.last);
	if (!numbering.path.includes(code)) numbering.path += code;
	const lists = Object.keys(form).filter(isChildList);
	const own = writeLevel(hierarchyLevel, numbering.loop, form, context, [...lists, ...CHILD_LISTS, 'level']);
	const children = lists.flatMap((list) =>
		listOf(form[list]).flatMap((child, index) => {
			const inside = context.at(list).at(index);
			if (!isForm(child)) {
				inside.error('must be an object', {}, child);
				return [];
			}
			return writeBlock(child, codeOf(HIERARCHY_LEVELS, list), id, inside, numbering);
		}),
	);
	const below = children.length > 0 ? '1' : '0';
	return [{ id: 'HL', elements: [id, parent, code, ...(numbering.hasChildCodes ? [below] : [])] }, ...own, ...children];
}

/** Levels that have no name are found by their code, which is one or two characters. */
function isChildList(name: string): boolean {
	return CHILD_LISTS.includes(name) || /^[A-Z0-9]{1,2}$/.test(name);
}

/** Everything that an HL stands for, from the roots down. */
export function levelsOf(roots: readonly Form[]): Form[] {
	return roots.flatMap((root) => {
		const children = Object.keys(root).filter(isChildList);
		return [root, ...children.flatMap((list) => levelsOf(listOf(root[list]).filter(isForm)))];
	});
}
