import {
	inputRootOf,
	outputRootOf,
	toXml,
	type Call,
	type Document,
	type PreparedRequest,
} from '../../../sterling';
import { readDocument } from '../fields/document';
import type { Row, RunContext } from '../operations/types';

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
	const call = await toCall({
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
	const call = await toCall({
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
	const calls = await Promise.all(described.map(toCall));
	if (parameters.option('options', 'dryRun', false)) return [dryRun(await client.prepareTransaction(calls))];
	const answers = await client.transaction(calls);
	const results = await Promise.all(
		answers.map(async (document, i) => ({ name: calls[i].api, ...(await format(calls[i], document, context)) })),
	);
	return [{ results }];
}

async function toCall(described: Described): Promise<Call> {
	const { name, isService } = described;
	const { root, document } = await readDocument(described.document, 'Document');
	const template = await readTemplate(described.outputTemplate, isService ? undefined : outputRootOf(name));
	const reads = described.changesData === 'no' || (described.changesData !== 'yes' && READING.test(name));
	return {
		api: name,
		isService,
		root: root ?? (described.rootElement || inputRootOf(name)),
		input: document,
		kind: reads && !isService ? 'read' : described.changesData === 'no' ? 'read' : 'write',
		...template,
		...(described.templateKey ? { templateKey: described.templateKey } : {}),
	};
}

/** A template brings its root along: as XML in any case, as JSON when its only member is the root. */
async function readTemplate(
	value: unknown,
	expectedRoot: string | undefined,
): Promise<Pick<Call, 'template' | 'outputRoot'>> {
	const { root, document } = await readDocument(value, 'Output Template');
	if (Object.keys(document).length === 0 && !root) return {};
	if (root) return { outputRoot: root, template: document };
	const [only, ...others] = Object.keys(document);
	if (others.length === 0 && only === expectedRoot) return { outputRoot: only, template: document[only] as Document };
	return { template: document };
}

async function sendOrShow(call: Call, context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	if (parameters.option('options', 'dryRun', false)) return [dryRun(await client.prepare(call))];
	const { document, empty } = await client.send(call);
	return [empty ? { success: true } : await format(call, document, context)];
}

async function format(call: Call, document: Document, { parameters }: RunContext): Promise<Row> {
	if (parameters.option('options', 'outputFormat', 'json') === 'json') return document;
	return { xml: await toXml(call.outputRoot ?? outputRootOf(call.api), document) };
}

function dryRun(request: PreparedRequest): Row {
	return { dryRun: true, request };
}
