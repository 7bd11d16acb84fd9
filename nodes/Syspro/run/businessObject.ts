import type { BusinessObjectCall, Elements, Method, Outcome, XmlInput } from '../../../clients/syspro';
import { entriesIn } from '../../../kit/n8n/entries';
import { textOf } from '../../../kit/n8n/fields/value';
import { inField, refuse } from '../../../kit/n8n/refusal';
import type { Parameters } from '../../../kit/n8n/parameters';
import type { Row } from '../../../kit/n8n/items';
import type { Result, RunContext } from '../operation';
import { objectIn } from './input';
import { lookup } from '../../../kit/lookup';
import { isElement, isSafeName } from '../../../kit/xml/document';

const READS: readonly Method[] = ['query', 'fetch', 'browse', 'build'];

/** Calls any business object, or shows the request under Dry Run. */
export async function call(context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const prepared = callIn(context);
	if (parameters.flag('options.dryRun', false)) return [{ dryRun: true, request: client.prepare(prepared) }];
	const outcome = await client.call(prepared);
	const path = parameters.text('options.rowsPath');
	return path === '' ? [wholeRow(outcome, parameters)] : rowsAt(outcome.document, path);
}

function callIn(context: RunContext): BusinessObjectCall {
	const { parameters } = context;
	const method = (parameters.text('method') || 'query') as Method;
	const object = parameters.text('object').toUpperCase();
	const given = parameters.text('parameters');
	return {
		method,
		...(object === '' ? {} : { object }),
		xmlIn: xmlIn(context),
		...(given === '' ? {} : { parameters: xmlOf(given, parameters, 'parameters') }),
		isRead: READS.includes(method),
	};
}

function xmlIn(context: RunContext): XmlInput {
	const { parameters } = context;
	switch (parameters.text('xmlFrom')) {
		case 'xml':
			return parameters.text('xml');
		case 'json':
			return rooted(objectIn(parameters, 'xmlJson'), parameters, 'xmlJson');
		default:
			return { root: parameters.text('root'), content: fieldsIn(context) };
	}
}

/** Elements by their paths; a path that comes twice is a list. An empty element may clear something, or mean all. */
function fieldsIn({ parameters, hint }: RunContext): Elements {
	const content: Elements = {};
	entriesIn(parameters, 'xmlFields', (element) => {
		const path = element.requiredText('path');
		const value = element.field('value', (given) => textOf(given, element.values)) ?? '';
		if (value === '' && element.isExpression('value'))
			hint(`Element ${path} is sent empty, because its expression returns nothing.`);
		element.field('path', () => put(content, path.split('.'), value));
	});
	return content;
}

function put(parent: Elements, path: readonly string[], value: string): void {
	const [name, ...rest] = path;
	if (!/^@?[A-Za-z_][\w.:-]*$/.test(name) || !isSafeName(name)) refuse(`"${name}" cannot be the name of an element`);
	const present = lookup(parent, name);
	if (rest.length > 0) {
		const child = isElement(present) ? (present as Elements) : {};
		parent[name] = child;
		put(child, rest, value);
		return;
	}
	parent[name] = present === undefined ? value : [present, value].flat();
}

/** XML as it was typed, or JSON whose only member is the root. */
function xmlOf(text: string, parameters: Parameters, name: string): XmlInput {
	return text.startsWith('<') ? text : rooted(objectIn(parameters, name), parameters, name);
}

function rooted(object: Record<string, unknown>, parameters: Parameters, name: string): XmlInput {
	const [[root, content] = [], ...more] = Object.entries(object) as Array<[string, unknown]>;
	if (root !== undefined && more.length === 0 && isElement(content)) return { root, content: content as Elements };
	return inField(parameters.label(name), () =>
		refuse('must be an object whose only member is the root element, such as {"Query": {"Key": {}}}'),
	);
}

function wholeRow({ root, document, xml, issues, counters }: Outcome, parameters: Parameters): Row {
	const isWithXml = parameters.flag('options.includeXml', false);
	return { root, document, warnings: issues, counters, ...(isWithXml ? { xml } : {}) };
}

/** The elements at a path, each as an item; names are compared without regard to case, as SYSPRO writes both. */
function rowsAt(document: Row, path: string): Row[] {
	let found: unknown[] = [document];
	for (const name of path.split('.')) {
		found = found.flatMap((each) =>
			isElement(each)
				? Object.entries(each)
						.filter(([own]) => own.toLowerCase() === name.trim().toLowerCase())
						.flatMap(([, value]) => value as unknown)
				: [],
		);
	}
	return found.map((each) => (isElement(each) ? (each as Row) : { value: each }));
}
