import { inputRootOf } from '../../../clients/oms/inputRoots';
import { knownOutputRoot, outputRootOf } from '../../../clients/oms/outputRoots';
import type { Answer, Call, PreparedRequest } from '../../../clients/oms/call';
import { ServiceError } from '../../../kit/errors';
import { toXml } from '../../../kit/xml';
import type { Document } from '../../../kit/xml/document';
import { DEFAULT_OUTPUT } from '../fields/call';
import { onlyMember } from '../fields/document';
import type { Row } from '../../../kit/n8n/items';
import type { RunContext } from '../operation';
import { fitted } from '../../../kit/n8n/attributeKinds';
import { choiceFor } from '../../../kit/n8n/fields/choice';
import { entriesOf } from '../../../kit/n8n/fields/repeat';
import { isBlank, textOf, type ValueContext } from '../../../kit/n8n/fields/value';
import type { Parameters } from '../../../kit/n8n/parameters';
import { refuseEmpty } from '../../../kit/n8n/emptyValues';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { readUserDocument } from '../../../kit/n8n/userDocument';
import { refuseCardNumbers } from './cardNumbers';
import { DRY_RUN } from './notices';

/** One call as the user describes it, whatever the parameters are named. */
interface Described {
	name: string;
	isService: boolean;
	document: unknown;
	rootElement: string;
	outputTemplate?: unknown;
	templateKey?: string;
	changesData?: string;
}

/** By their names these only read; everything else is taken for a write, which is the safe side. */
const READING = /^(get|find|search|list|monitor|check|validate)[A-Z]/;

export async function invokeApi(context: RunContext): Promise<Row[]> {
	const { parameters } = context;
	const call = toCall(
		{
			name: parameters.text('apiName'),
			isService: false,
			document: wholeDocument(parameters),
			rootElement: parameters.text('rootElement'),
			outputTemplate: optionIn(parameters, 'outputTemplate'),
			templateKey: isBlank(optionIn(parameters, 'templateKey')) ? '' : parameters.text('options.templateKey'),
			changesData: parameters.choice('options.changesData', 'auto'),
		},
		parameters.values,
	);
	sayOtherRoot(call, context);
	return sendOrShow(call, context);
}

/** An option that shapes the output. @throws Refusal for an expression that returns nothing */
function optionIn(parameters: Parameters, name: string): unknown {
	const path = `options.${name}`;
	const value = parameters.raw(path);
	if (isBlank(value) && parameters.isExpression(path))
		inField(parameters.label(path), () => refuseEmpty(DEFAULT_OUTPUT));
	return value;
}

/** A template of one order where the API returns a list, and the like. What Sterling does with it is not known. */
function sayOtherRoot({ api, isService, outputRoot }: Call, { hint }: Pick<RunContext, 'hint'>): void {
	const known = isService ? undefined : knownOutputRoot(api);
	if (known === undefined || outputRoot === undefined || outputRoot === known) return;
	hint(
		`The output template of ${api} has the root element ${outputRoot}, but the API returns ${known}. Check the output.`,
	);
}

export async function executeService(context: RunContext): Promise<Row[]> {
	const { parameters } = context;
	const call = toCall(
		{
			name: parameters.text('serviceName'),
			isService: true,
			document: wholeDocument(parameters),
			rootElement: parameters.text('rootElement'),
			changesData: parameters.choice('options.changesData', 'auto'),
		},
		parameters.values,
	);
	return sendOrShow(call, context);
}

/** The document as given; an expression that returns nothing would ask for everything. */
function wholeDocument(parameters: Parameters): unknown {
	const document = parameters.raw('document');
	const isEmpty = document === undefined || document === '';
	return isEmpty && parameters.isExpression('document')
		? parameters.refuseEmpty('document', undefined, 'To send an empty document, enter {}.')
		: document;
}

/** Several calls in one transaction; one item with the responses in the order of the calls. */
export async function runBatch(context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	const label = parameters.label('calls');
	const rows = parameters.field('calls', (value) => entriesOf(value, 'call')) as Array<Record<string, unknown>>;
	if (rows.length === 0) throw new TypeError('The batch has no calls: add at least one');
	const calls = rows.map((row, i) =>
		inField(label, () => inField(`Call ${i + 1}`, () => batchedCall(row, parameters))),
	);
	for (const call of calls) sayOtherRoot(call, context);
	if (parameters.flag('options.dryRun', false)) return [dryRun(client.prepareTransaction(calls), context)];
	const answers = await client.transactionAnswers(calls);
	const results = answers.map((answer, i) => ({ name: calls[i].api, ...format(answer, context) }));
	return [{ results }];
}

const CALL_TYPES = [
	{ name: 'API', value: 'api' },
	{ name: 'Service', value: 'service' },
];

function batchedCall(row: Record<string, unknown>, { values }: Parameters): Call {
	const text = (label: string, value: unknown) => inField(label, () => (textOf(value, values) ?? '').trim());
	const type = inField('Type', () => choiceFor(text('Type', row.type) || 'api', CALL_TYPES));
	const name = text('Name', row.name);
	if (name === '') inField('Name', () => refuse('is empty', 'Enter the name of the API or service.'));
	const { document, outputTemplate } = row;
	const rootElement = text('Root Element', row.rootElement);
	return toCall({ name, isService: type === 'service', document, rootElement, outputTemplate }, values);
}

function toCall(described: Described, values: ValueContext): Call {
	const { name, isService } = described;
	const { root, document } = readInput(described, values);
	const reads = onlyReads(described);
	if (!reads) refuseCardNumbers(document);
	const template = readTemplate(described.outputTemplate, isService ? undefined : outputRootOf(name), values);
	return {
		api: name,
		isService,
		root,
		input: document,
		kind: reads ? 'read' : 'write',
		...template,
		...(described.templateKey ? { templateKey: described.templateKey } : {}),
	};
}

function onlyReads({ name, isService, changesData }: Described): boolean {
	return changesData === 'no' || (changesData !== 'yes' && !isService && READING.test(name));
}

/**
 * JSON may bring its root along, XML always does. What the attributes of an API hold is known; those of a service are
 * its own.
 */
function readInput(described: Described, values: ValueContext): { root: string; document: Document } {
	const { isService, rootElement } = described;
	return inField('Document', () => {
		const { root, document } = readUserDocument(described.document, values) ?? { document: {} };
		const whole = isService ? document : fitted(document, values);
		if (root === undefined) {
			const wanted = rootOf(described);
			return { root: wanted, document: onlyMember(whole, wanted) ?? whole };
		}
		if (rootElement === '' || rootElement === root) return { root, document: whole };
		return refuse(`must be one ${rootElement} element, as Root Element says, but is ${root}`);
	});
}

/** The name of an API implies its root; that of a service does not, and Sterling needs the root to convert JSON to XML. */
function rootOf({ name, isService, rootElement }: Described): string {
	if (rootElement) return rootElement;
	if (!isService) return inputRootOf(name);
	throw new ServiceError('invalidInput', `Service "${name}" gets a JSON document without a root element`, {
		hint: 'Fill in Root Element with the name of the document that the service expects, such as Order, or send XML.',
	});
}

/** A template includes its root: as XML in any case, as JSON when its only member is the root. */
function readTemplate(
	value: unknown,
	expectedRoot: string | undefined,
	values: ValueContext,
): Pick<Call, 'template' | 'outputRoot'> {
	const { root, document } = inField('Output Template', () => readUserDocument(value, values)) ?? { document: {} };
	if (Object.keys(document).length === 0 && !root) return {};
	if (root) return { outputRoot: root, template: document };
	const inner = expectedRoot === undefined ? undefined : onlyMember(document, expectedRoot);
	return inner ? { outputRoot: expectedRoot, template: inner } : { template: document };
}

async function sendOrShow(given: Call, context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	// Sterling's JSON has lost the root element of the response; who wants XML wants that, too.
	const call: Call = wantsXml(context) ? { ...given, dataFormat: 'xml' } : given;
	if (parameters.flag('options.dryRun', false)) return [dryRun(client.prepare(call), context)];
	return [format(await client.send(call), context)];
}

function format({ root, document, empty }: Answer, context: RunContext): Row {
	if (empty) return { success: true };
	return wantsXml(context) ? { xml: toXml(root, document) } : document;
}

function wantsXml({ parameters }: RunContext): boolean {
	return parameters.choice('options.outputFormat', 'json') === 'xml';
}

function dryRun(request: PreparedRequest, { hint }: RunContext): Row {
	hint(DRY_RUN);
	return { dryRun: true, request };
}
