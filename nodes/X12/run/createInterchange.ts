import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { check, functionalIdOf, interchange, read, writePieces } from '../../../edi';
import type { Diagnostic, InterchangeContent, SegmentContent } from '../../../edi';
import { writeDocument } from '../../../edi/documents';
import { counted } from '../../../kit/counted';
import type { Field } from '../../../kit/n8n/fields/field';
import { gatherItems } from '../../../kit/n8n/gather';
import type { ItemContext } from '../../../kit/n8n/items';
import type { Parameters } from '../../../kit/n8n/parameters';
import { steeringCheck } from '../../../kit/n8n/steering';
import { openChoice, propertiesOf, steeringOf } from '../fields/openChoices';
import { envelopeLabels } from './envelopeLabels';
import { withServiceErrors } from './errors';
import { objectOf } from './json';
import { givenNumber, nextOfExecution } from './numbers';
import { inTheirSets, refusal } from './problems';
import { tablesOf } from './tables';
import { momentOf, outputOf, writeInterchange, writeOptionsOf } from './writing';
import { optionOf } from './optionOf';

/** A document on its way into an interchange. */
interface Prepared {
	transaction: { id: string; segments: SegmentContent[] };
	functionalId: string;
	/** What identifies the later acknowledgement, for people. */
	type?: unknown;
	number?: unknown;
	/** Who sends to whom, and how. */
	envelope: Envelope;
	given: string | undefined;
}

interface Envelope {
	sender: { qualifier: string; id: string };
	receiver: { qualifier: string; id: string };
	groupSender?: string;
	groupReceiver?: string;
	usage: string;
	version: string;
	isAcknowledgementRequested: boolean;
	delimiters: { element: string; component: string; segment: string; repetition: string };
}

/** Puts the documents of all items into interchanges: one for each partner and functional group. */
export async function createInterchange(
	node: IExecuteFunctions,
	fields: readonly Field[],
): Promise<INodeExecutionData[][]> {
	const used = new Set<string>();
	const checkSteering = steeringCheck(steeringOf(fields));
	return await gatherItems<Prepared>(node, {
		properties: propertiesOf(fields),
		prepare: async ({ parameters }) => {
			checkSteering(parameters);
			return await withServiceErrors(() => prepared(parameters));
		},
		groupOf: ({ envelope, functionalId, given }) => JSON.stringify([envelope, functionalId, given]),
		make: async (group, context) =>
			await withServiceErrors(
				async () => await made(group, { ...context, node }, used),
				envelopeLabels(context.parameters),
			),
	});
}

function prepared(parameters: Parameters): Prepared {
	const envelope = envelopeOf(parameters);
	const given = objectOf(parameters.raw('document'), 'Document');
	const { transaction, functionalId, type, number } = documentOf(given, envelope.version, parameters);
	return { transaction, functionalId, type, number, envelope, given: givenNumber(parameters) };
}

/** What Create of Document returns, a business form, or a transaction set as Read returns it. */
function documentOf(given: Record<string, unknown>, version: string, parameters: Parameters) {
	const own = (given.transaction ?? given) as { id?: unknown; segments?: unknown };
	if (Array.isArray(own.segments)) own.segments.forEach(checkSegment);
	if (typeof own.id === 'string' && Array.isArray(own.segments)) {
		// Create Document has it at the item, Read in its group.
		const { functionalId: noted = (given.group as { functionalId?: unknown } | undefined)?.functionalId } = given;
		const functionalId = functionalIdOf(own.id) ?? (typeof noted === 'string' ? noted : '');
		if (functionalId === '') {
			throw new TypeError(
				`The functional group of set ${own.id} is not known. Provide it in the field functionalId of the item.`,
			);
		}
		const transaction = { id: own.id, segments: own.segments as SegmentContent[] };
		return { transaction, functionalId, type: given.type, number: given.number };
	}
	const form = (given.document ?? given) as Record<string, unknown>;
	if (typeof form.type !== 'string') {
		throw new TypeError(
			'Document must be an item of Create Document, a business form with its type, or a transaction set',
		);
	}
	const { transaction, functionalId } = writeDocument(form, { version, tables: tablesOf(parameters) });
	return { transaction, functionalId, type: form.type, number: form.number };
}

/** @throws TypeError for what is no segment */
function checkSegment(segment: unknown, index: number): void {
	const { id, elements } = (segment ?? {}) as Partial<SegmentContent>;
	if (typeof id === 'string' && Array.isArray(elements)) return;
	throw new TypeError(
		`Document → segments[${index}] must be a segment such as {"id": "BEG", "elements": ["00", "SA", "PO-1001"]}`,
	);
}

function envelopeOf(parameters: Parameters): Envelope {
	const party = (name: string) => ({
		qualifier: openChoice(parameters, `${name}Qualifier`),
		id: parameters.requiredText(`${name}Id`),
	});
	return {
		sender: party('sender'),
		receiver: party('receiver'),
		groupSender: optionOf(parameters, 'groupSender', undefined),
		groupReceiver: optionOf(parameters, 'groupReceiver', undefined),
		usage: parameters.text('usage'),
		version: openChoice(parameters, 'version'),
		isAcknowledgementRequested: optionOf(parameters, 'requestAcknowledgement', false),
		delimiters: {
			element: separator(parameters, 'elementSeparator', '*'),
			component: separator(parameters, 'componentSeparator', '>'),
			segment: separator(parameters, 'segmentTerminator', '~'),
			repetition: separator(parameters, 'repetitionSeparator', '^'),
		},
	};
}

/** Separators that cannot be typed are written as in JavaScript. A line break or a tab may be one as it is. */
function separator(parameters: Parameters, name: string, fallback: string): string {
	// The option is read for what it refuses, and its text as it is.
	const plain = optionOf(parameters, name, fallback);
	const given = parameters.raw(`options.${name}`);
	const text = typeof given === 'string' && given !== '' ? given : plain;
	return text
		.replace(/\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/g, (_, two?: string, four?: string) =>
			String.fromCharCode(parseInt(two ?? four ?? '', 16)),
		)
		.replaceAll('\\t', '\t')
		.replaceAll('\\r', '\r')
		.replaceAll('\\n', '\n');
}

async function made(group: readonly Prepared[], context: ItemContext & { node: IExecuteFunctions }, used: Set<string>) {
	const [{ envelope, functionalId, given }] = group;
	const controlNumber = given ?? nextOfExecution(context.node);
	const name = JSON.stringify([envelope.receiver, controlNumber]);
	if (used.has(name)) {
		throw new TypeError(
			`Control number ${controlNumber} would be used twice for ${envelope.receiver.id}: each kind of document needs its own number`,
		);
	}
	used.add(name);
	const transactions = group.map(({ transaction: { id, segments } }) => ({ id, segments }));
	const functionalIds = Object.fromEntries(transactions.map(({ id }) => [id, functionalId]));
	const content = interchange({
		...envelope,
		...momentOf(context.parameters),
		controlNumber,
		transactions,
		functionalIds,
	});
	const { text, changes } = writeInterchange(content, context);
	const reading = read(text);
	const problems = inTheirSets(check(reading), reading);
	refuse(problems, context);
	const sets = content.groups[0].transactions;
	const documents = group.map(({ type, number }, index) => ({
		type,
		number,
		set: sets[index].id,
		partner: envelope.receiver,
		functionalId,
		groupControlNumber: controlNumber,
		controlNumber: sets[index].controlNumber,
		interchangeControlNumber: controlNumber,
	}));
	const { sender, receiver, usage, version } = envelope;
	const row = { controlNumber, functionalId, documents, sender, receiver, usage, version, changes, problems };
	const fileName = `${receiver.id}-${sets[0].id}-${controlNumber}.edi`.replace(/[^\w.-]+/g, '_');
	const isBody = optionOf<string>(context.parameters, 'envelope', 'full') === 'none';
	return await outputOf(isBody ? bodyOf(content, context.parameters) : text, fileName, row, context);
}

/** The sets alone, for a system that puts the envelope around them itself. */
function bodyOf(content: InterchangeContent, parameters: Parameters): string {
	const pieces = [...writePieces(content, writeOptionsOf(parameters))];
	return pieces.filter((piece) => piece.startsWith(`ST${content.delimiters.element}`)).join('');
}

/** Stops where the standard is broken, unless the user lets it through. */
function refuse(problems: readonly Diagnostic[], { parameters, hint }: ItemContext): void {
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (errors.length === 0) return;
	if (optionOf<string>(parameters, 'onProblems', 'stop') === 'stop') throw refusal(errors);
	hint(`The interchange has ${counted(errors.length, 'problem')}; see the field problems.`);
}
