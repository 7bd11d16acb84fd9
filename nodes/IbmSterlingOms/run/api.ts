import { inputRootOf } from '../../../clients/oms/inputRoots';
import { outputRootOf } from '../../../clients/oms/outputRoots';
import type { Answer, Call, PreparedRequest } from '../../../clients/oms/call';
import { ServiceError } from '../../../kit/errors';
import { toXml } from '../../../kit/xml';
import type { Document } from '../../../kit/xml/document';
import { onlyMember, readDocument } from '../fields/document';
import type { Row } from '../../../kit/n8n/items';
import type { RunContext } from '../operations/types';
import { refuseCardNumbers } from './cardNumbers';

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
	const call = toCall({
		name: parameters.text('apiName'),
		isService: false,
		document: parameters.raw('document'),
		rootElement: parameters.text('rootElement'),
		outputTemplate: parameters.option('options', 'outputTemplate', ''),
		templateKey: parameters.option('options', 'templateKey', undefined),
		changesData: parameters.option('options', 'changesData', 'auto'),
	});
	return sendOrShow(call, context);
}

export async function executeService(context: RunContext): Promise<Row[]> {
	const { parameters } = context;
	const call = toCall({
		name: parameters.text('serviceName'),
		isService: true,
		document: parameters.raw('document'),
		rootElement: parameters.text('rootElement'),
		changesData: parameters.option('options', 'changesData', 'auto'),
	});
	return sendOrShow(call, context);
}

/** Several calls in one transaction; one item with the answers in the order of the calls. */
export async function runBatch(context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	const described = ((parameters.raw('calls') as { call?: Array<Record<string, string>> })?.call ?? []).map(
		(call): Described => ({
			name: (call.name ?? '').trim(),
			isService: call.type === 'service',
			document: call.document,
			rootElement: (call.rootElement ?? '').trim(),
			outputTemplate: call.outputTemplate,
		}),
	);
	if (described.length === 0) throw new TypeError('The batch has no calls: add at least one');
	const calls = described.map(toCall);
	if (parameters.option('options', 'dryRun', false)) return [dryRun(client.prepareTransaction(calls))];
	const answers = await client.transactionAnswers(calls);
	const results = answers.map((answer, i) => ({ name: calls[i].api, ...format(answer, context) }));
	return [{ results }];
}

function toCall(described: Described): Call {
	const { name, isService } = described;
	const { root, document } = readInput(described);
	const reads = onlyReads(described);
	if (!reads) refuseCardNumbers(document);
	const template = readTemplate(described.outputTemplate, isService ? undefined : outputRootOf(name));
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

/** JSON may bring its root along, XML always does. */
function readInput(described: Described): { root: string; document: Document } {
	const { root, document } = readDocument(described.document, 'Document');
	if (root !== undefined) return { root, document };
	const wanted = rootOf(described);
	return { root: wanted, document: onlyMember(document, wanted) ?? document };
}

/** An API's name tells its root; a service's does not, and Sterling needs it to make XML of JSON. */
function rootOf({ name, isService, rootElement }: Described): string {
	if (rootElement) return rootElement;
	if (!isService) return inputRootOf(name);
	throw new ServiceError('invalidInput', `Service "${name}" gets a JSON document without a root element`, {
		hint: 'Fill in Root Element with the name of the document that the service expects, such as Order, or send XML.',
	});
}

/** A template brings its root along: as XML in any case, as JSON when its only member is the root. */
function readTemplate(value: unknown, expectedRoot: string | undefined): Pick<Call, 'template' | 'outputRoot'> {
	const { root, document } = readDocument(value, 'Output Template');
	if (Object.keys(document).length === 0 && !root) return {};
	if (root) return { outputRoot: root, template: document };
	const [only, ...others] = Object.keys(document);
	if (others.length === 0 && only === expectedRoot) return { outputRoot: only, template: document[only] as Document };
	return { template: document };
}

async function sendOrShow(given: Call, context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	// Sterling's JSON has lost the root element of the answer; who wants XML wants that, too.
	const call: Call = wantsXml(context) ? { ...given, dataFormat: 'xml' } : given;
	if (parameters.option('options', 'dryRun', false)) return [dryRun(client.prepare(call))];
	return [format(await client.send(call), context)];
}

function format({ root, document, empty }: Answer, context: RunContext): Row {
	if (empty) return { success: true };
	return wantsXml(context) ? { xml: toXml(root, document) } : document;
}

function wantsXml({ parameters }: RunContext): boolean {
	return parameters.option<string>('options', 'outputFormat', 'json') === 'xml';
}

function dryRun(request: PreparedRequest): Row {
	return { dryRun: true, request };
}
