import { ServiceError } from '../../../kit/errors';
import {
	controlProcess,
	getProcess,
	processIdIn,
	waitForProcess,
	type IdSource,
	type ProcessStart,
	type ProcessStatus,
	type Row,
} from '../../../clients/b2bi';
import type { Result, RunContext } from '../operation';
import { textsIn } from './input';
import { contentIn } from '../../../kit/n8n/content';
import { describeValue, inField, refuse } from '../../../kit/n8n/refusal';
import { write } from './records';

/** A process may respond with a page, so it is no error. */
const WEB_PAGE =
	'The response is a web page. If it does not come from the process, a gateway responded in its place and nothing was started.';

export async function start(context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const { bytes, mimeType } = await contentIn(context);
	const idSource = idSourceIn(context);
	const process: ProcessStart = {
		url: context.parameters.requiredText('adapterUri'),
		messageName: parameters.text('messageName') || undefined,
		query: textsIn(parameters, 'options.query'),
		content: bytes,
		contentType: parameters.option<string>('options', 'contentType', mimeType),
		withLogin: parameters.text('adapterAuthentication') === 'login',
		successCodes: successCodesIn(context),
	};
	const run = async (): Promise<Row> => {
		const { status, content, contentType, bytes: body, headers } = await client.start(process);
		if (/html/i.test(contentType)) context.hint(WEB_PAGE);
		const text = body?.toString('utf8') ?? (content === undefined ? '' : JSON.stringify(content));
		const processId = processIdIn(idSource, { text, headers });
		return { started: true, status, ...(processId ? { processId } : {}), response: content ?? text };
	};
	return await write({ prepare: () => client.prepareStart(process), run }, context);
}

function successCodesIn({ parameters }: RunContext): number[] {
	const path = 'options.successCodes';
	return inField(parameters.label(path), () =>
		parameters
			.names(path)
			.map((code) =>
				/^[1-5]\d\d$/.test(code) ? Number(code) : refuse(`${describeValue(code)} is not an HTTP status code`),
			),
	);
}

/** @throws Refusal for a pattern that is none, before anything is started */
function idSourceIn({ parameters, hint }: RunContext): IdSource {
	const from = parameters.text('processIdFrom');
	if (from === '' || from === 'none') return { from: 'none' };
	const at = parameters.requiredText('processIdAt');
	if (from === 'header') return { from, name: at };
	if (from === 'field') return { from, path: at };
	if (parameters.field('processIdAt', () => groupsOf(at)) === 0) hint(NO_GROUP);
	return { from: 'pattern', pattern: at };
}

const NO_GROUP =
	'The pattern has no group, so the process ID is all that it matches. To use a part of it, put that part into parentheses.';

/** How many groups a regular expression has. @throws Refusal for what is none */
function groupsOf(pattern: string): number {
	try {
		new RegExp(pattern);
		// With an alternative that is empty, it matches, and lists its groups.
		return (new RegExp(`${pattern}|`).exec('')?.length ?? 1) - 1;
	} catch {
		return refuse(`${describeValue(pattern)} is not a regular expression`);
	}
}

export async function get(context: RunContext): Promise<Result> {
	return [statusRow(await getProcess(context.client, context.parameters.requiredText('processId')), context)];
}

export async function wait(context: RunContext): Promise<Result> {
	const { client, parameters, signal } = context;
	const status = await waitForProcess(client, context.parameters.requiredText('processId'), {
		mostMs: parameters.number('longestWait', 120) * 1000,
		everyMs: parameters.number('options.interval', 5) * 1000,
		signal,
	});
	const stops = parameters.option<string>('options', 'whenFailed', 'fail') === 'fail';
	if (stops && status.state !== 'succeeded') throw failed(status);
	return [statusRow(status, context)];
}

function failed({
	processId,
	name,
	state,
	exeState,
	statusReport,
	advancedStatus,
	serviceName,
}: ProcessStatus): ServiceError {
	const said = advancedStatus || statusReport || exeState;
	return new ServiceError('server', `The business process ${name} (${processId}) has ${state}: ${said}`, {
		api: 'workflowmonitors',
		attributes: { processId, state, exeState, serviceName, statusReport, advancedStatus },
		effect: 'none',
		hint: 'Look at the process in the dashboard, or let the workflow continue under Options, When It Has Failed.',
	});
}

/** The state alone, or with the steps. */
function statusRow({ steps, ...status }: ProcessStatus, { parameters }: RunContext): Row {
	return parameters.flag('simplify', true) ? { ...status } : { ...status, steps };
}

export async function control(action: 'restart' | 'terminate', context: RunContext): Promise<Result> {
	return await write(controlProcess(context.client, context.parameters.requiredText('processId'), action), context);
}
