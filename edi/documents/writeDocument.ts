import { dictionaryFor, type Dictionary } from '../dictionary/dictionary';
import type { Loop } from '../dictionary/types';
import { EdiError } from '../error';
import type { Element, SegmentContent, TransactionSetContent } from '../tree';
import { checkDemands } from './demands';
import { levelsOf, writeHierarchy } from './hierarchy';
import { DEFAULT_VERSION, DOCUMENT_TYPES, loopOf, type DocumentType, type Kind } from './kinds';
import { WriteContext, isAbsent, isForm, listOf, type Form } from './mapping/form';
import { Problems } from './mapping/problems';
import { segmentOf } from './mapping/rules';
import { writeLevel } from './mapping/write';
import type { Computing } from './prepare';
import { tablesWith, type Tables } from './tables/editable';
import { hashTotal } from './totals';

interface WriteOptions extends Computing {
	/** Names for item qualifiers, dates and units that go before the built-in ones. */
	tables?: Partial<Tables>;
	/** GS08 of the group it is for, e.g. `005010`; its segments and loops differ a little between versions. */
	version?: string;
	/** ST02; an interchange gives its documents numbers of their own. */
	controlNumber?: string;
}

interface WrittenDocument {
	transaction: TransactionSetContent;
	/** GS01 of the group that the set belongs in. */
	functionalId: string;
	/** What was written as it is given, and yet does not fit together. */
	warnings: string[];
}

/**
 * The transaction set of a business form. Lines are numbered and counted, totals computed, HL levels numbered.
 *
 * @throws EdiError `not-writable` with a diagnostic for each value that cannot be written, and for each unknown member
 * @throws EdiError `usage` when `type` is none of {@link DOCUMENT_TYPES}
 */
export function writeDocument(document: Form, options: WriteOptions = {}): WrittenDocument {
	const kind = DOCUMENT_TYPES.get(String(document.type));
	if (!kind) {
		const types = [...DOCUMENT_TYPES.keys()].join(', ');
		throw new EdiError('usage', `type must be one of ${types} (it is "${String(document.type ?? '')}")`);
	}
	const version = options.version ?? DEFAULT_VERSION;
	const problems = new Problems();
	const context = new WriteContext(tablesWith(options.tables, version), problems, '');
	const dictionary = dictionaryFor(version);
	const root = dictionary.set(kind.set)?.root;
	if (!root) throw new EdiError('usage', `There is no table of the set ${kind.set}`);
	if (options.complete === true) checkDemands(document, document.type as DocumentType, context);
	const write = kind.set === '856' ? writeShipNotice : writeLines;
	const segments = write(kind, root, document, options, context).map((one) => filled(one, dictionary));
	problems.throwIfAny(`The document (${kind.set})`);
	return {
		transaction: { id: kind.set, controlNumber: options.controlNumber ?? '0001', segments },
		functionalId: kind.functionalId,
		warnings: problems.warnings.map(({ message }) => message),
	};
}

/** Loops that some sets cannot be without. */
const NEEDED: Readonly<Record<string, string>> = { lines: 'a line', parties: 'a party' };

function writeLines(
	{ level, prepare }: Kind,
	root: Loop,
	document: Form,
	options: WriteOptions,
	context: WriteContext,
): SegmentContent[] {
	for (const [name, what] of Object.entries(NEEDED)) {
		const loop = level.rules.find((rule) => rule.as === 'loop' && rule.name === name);
		const isNeeded = loop && root.items.find(({ id }) => id === segmentOf(loop))?.isMandatory;
		if (isNeeded && isAbsent(document[name])) context.error(`is required: a document needs ${what}`, { path: name });
	}
	listOf(document.lines).forEach((line, index) => context.at('lines').at(index).object(line));
	const prepared = prepare?.(document, options, context) ?? document;
	return writeLevel(level, root, prepared, context, ['type', 'status']);
}

/** The shipment's levels are between the header and CTT. */
function writeShipNotice(
	{ level }: Kind,
	root: Loop,
	document: Form,
	options: WriteOptions,
	context: WriteContext,
): SegmentContent[] {
	const { shipment, moreShipments, ...rest } = document;
	if (isAbsent(shipment)) context.error('is required: it holds the orders', { path: 'shipment' });
	const roots = [
		{ form: shipment, context: context.at('shipment') },
		...listOf(moreShipments).map((form, index) => ({ form, context: context.at('moreShipments').at(index) })),
	].flatMap(({ form, context: inside }) => {
		const object = isAbsent(form) ? undefined : inside.object(form);
		return object ? [{ form: object, context: inside }] : [];
	});
	const { segments, structure, count } = writeHierarchy(loopOf(root, 'HL'), roots, options.childCodes);
	const header = withTime(
		{
			...rest,
			structure: isAbsent(rest.structure) && options.complete === true ? structure : rest.structure,
			lineCount: String(count),
			hashTotal: hashOf(document, options),
		},
		options,
	);
	const outside = writeLevel(level, root, header, context, ['type']);
	const end = outside.findIndex(({ id }) => id === 'CTT');
	return [...outside.slice(0, end), ...segments, ...outside.slice(end)];
}

function hashOf(
	{ shipment, moreShipments, hashTotal: given }: Form,
	{ hashTotal: isWanted }: WriteOptions,
): string | undefined {
	if (isWanted !== true && isAbsent(given)) return undefined;
	return hashTotal(levelsOf([shipment, moreShipments].flat().filter(isForm)));
}

/** A date that has its time is enough; in a new document, a date without a time is midnight. */
function withTime(form: Form, { complete }: WriteOptions): Form {
	const time = /^\d{4}-\d\d-\d\d[T ](\d\d:\d\d(?::\d\d)?)/.exec(typeof form.date === 'string' ? form.date : '')?.[1];
	if (!isAbsent(form.time)) return form;
	return time || complete ? { ...form, time: time ?? '00:00' } : form;
}

/**
 * Text that is shorter than the standard wants is filled with blanks, which say nothing there (X12.6): the form has it
 * without them.
 */
function filled({ id, elements }: SegmentContent, dictionary: Dictionary): SegmentContent {
	const spec = dictionary.segment(id);
	const isShort = (element: Element, index: number): element is string =>
		typeof element === 'string' &&
		spec?.elements[index]?.type === 'AN' &&
		element.trim() !== '' &&
		element.length < spec.elements[index].minimum;
	if (!elements.some(isShort)) return { id, elements };
	return {
		id,
		elements: elements.map((one, index) => (isShort(one, index) ? one.padEnd(spec!.elements[index].minimum) : one)),
	};
}
