import { withoutEnd } from '../../../kit/textEnd';
import { rowsOf, type Method, type Row, type ServiceCall } from '../../../clients/b2bi';
import { isRecord } from '../../../kit/record';
import type { Result, RunContext } from '../operation';
import { objectIn, textsIn } from './input';
import { limitOf, report } from './output';

/** Calls a service as the parameters say. A GET without a key is a list, which is read page by page. */
export async function request(context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const call = callIn(context);
	if (parameters.option('options', 'dryRun', false)) return [{ dryRun: true, request: client.prepare(call) }];
	if (call.method === 'GET' && call.key === undefined && call.action === undefined && call.format !== 'xml') {
		const listed = await rowsOf(client, call.service, call.query ?? {}, { key: '_id', limit: limitOf(context) });
		report(listed, context);
		return listed.rows;
	}
	const { content, status, bytes } = await client.send(call);
	if (Array.isArray(content) && content.every(isRecord)) return content as Row[];
	if (isRecord(content)) return [content];
	return [{ status, ...(content === undefined ? {} : { content }), ...(bytes ? { text: bytes.toString() } : {}) }];
}

function callIn(context: RunContext): ServiceCall {
	const { parameters } = context;
	const option = (name: string) => parameters.text(`options.${name}`) || undefined;
	const method = (parameters.text('method') || 'GET') as Method;
	const service = withoutEnd(context.parameters.requiredText('service').replace(/^\/+/, ''), '/');
	const isRepeatable = parameters.option('options', 'repeatable', false);
	return {
		service,
		// What an unknown service responds with is for the user to judge.
		expects: () => true,
		method,
		key: parameters.text('key') || undefined,
		action: option('action'),
		accept: option('accept'),
		query: textsIn(parameters, 'query'),
		format: parameters.text('format') === 'xml' ? 'xml' : 'json',
		kind: method === 'GET' ? 'read' : method === 'POST' && !isRepeatable ? 'write' : 'keyedWrite',
		takesBytes: service === 'documents',
		...(method === 'POST' || method === 'PUT' ? { body: bodyIn(context) } : {}),
	};
}

function bodyIn({ parameters }: RunContext): Row | string {
	const value = parameters.raw('body');
	if (typeof value === 'string' && value.trim().startsWith('<')) return value.trim();
	return objectIn(parameters, 'body');
}
