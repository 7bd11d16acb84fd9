import { namesOf } from '../../../../clients/oms/about';
import type { Call } from '../../../../clients/oms/call';
import type { Document } from '../../../../kit/xml/document';
import type { Row } from '../../../../kit/n8n/items';
import { deliveryOf, destination } from '../../fields/delivery';
import { bare, nameOf } from '../../documents/naming';
import { sourceLabel } from '../../fields/contentSource';
import type { RunContext, WriteOperation } from '../../operation';
import { refuseCardNumbers } from '../cardNumbers';
import { buildInput, identify } from '../input';
import { entityOf, recoverOf } from './lostWrite';
import { checkTyped, extensionsOf, sayDropped } from '../knownNames';
import { checkLines } from '../lines/lineChecks';
import { linesOfRoot } from '../lines/kinds';
import { named } from '../lines/named';
import { toQueue } from './mqDelivery';
import { DRY_RUN, notice } from '../notices';
import { checkHolds } from './presentHolds';
import { isReadBack, readBack } from './readBack';

/** Builds the document and sends it the way that Delivery says. */
export async function runWrite(
	operation: WriteOperation,
	context: RunContext,
	group: readonly RunContext[],
): Promise<Row[]> {
	const { client, parameters } = context;
	const built = await buildInput(operation, context, group);
	const { changesLines } = operation;
	const scope = {
		identity: identify(operation, context),
		label: sourceLabel(parameters),
		mayBeNew: changesLines === 'orAdds',
		kind: linesOfRoot(operation.inputRoot),
	};
	const document = changesLines ? await named(built, scope, context) : built;
	refuseCardNumbers(document);
	checkLines(operation, document, scope.label);
	const entity = entityOf(operation);
	const extensions = entity && extensionsOf(bare(document), entity, context);
	if (extensions) await checkTyped(extensions, context);
	const identity = identityOf(operation, document, context);
	notice(operation, document, identity, context);
	const call = deliver(operation, document, context);
	if (deliveryOf(parameters) === 'mq') return await toQueue(operation, call, context);
	if (parameters.flag('options.dryRun', false)) {
		context.hint(DRY_RUN);
		return [{ dryRun: true, request: client.prepare(call) }];
	}
	await checkHolds(call, context);
	const answer = await client.send(call);
	if (extensions) await sayDropped(extensions, context);
	if (answer.lookedUp && operation.afterLoss === 'made')
		context.hint(`No usable response to ${call.api} arrived. The record was found by its key instead.`);
	else if (answer.empty && /^create[A-Z]/.test(call.api) && call.api !== 'createAsyncRequest') {
		context.hint(`Sterling confirmed ${call.api} without returning the document, so its key is unknown.`);
	}
	if (call.api === 'createAsyncRequest') return [{ ...identity, ...answer.document, queued: true }];
	const { result } = operation;
	const isNow = deliveryOf(parameters) === 'now';
	if (result && isNow && isReadBack(context)) {
		const whole = await readBack(result, { ...bare(document), ...identity, ...answer.document }, context);
		if (whole) return [whole];
	}
	const caution = isNow ? operation.caution?.(answer) : undefined;
	if (caution) context.hint(caution);
	// What a service makes of the document is its own affair.
	const done = call.isService ? undefined : operation.done;
	if (!answer.empty) return [{ ...answer.document, ...done }];
	return [{ ...identity, ...(done ?? { success: true }) }];
}

function deliver(operation: WriteOperation, document: Document, context: RunContext): Call {
	const { parameters } = context;
	const api = operation.apiFor?.(document) ?? operation.api;
	const { inputRoot: root } = operation;
	const delivery = deliveryOf(parameters);
	if (delivery === 'service') {
		return { api: destination(parameters, 'serviceName'), isService: true, root, input: document, kind: 'write' };
	}
	if (delivery === 'queued') {
		return {
			api: 'createAsyncRequest',
			root: 'CreateAsyncRequest',
			input: { API: { IsService: 'N', Name: api, Input: { [root]: document } } },
			kind: 'write',
		};
	}
	const recover = recoverOf(operation, document, api, context);
	const { identity } = operation;
	return {
		api,
		root,
		input: document,
		kind: 'write',
		...(identity ? { about: namesOf(identity.entity, identify(operation, context)) } : {}),
		...(recover ? { recover } : {}),
	};
}

/** What identifies the document, repeated if Sterling returns no document (HTTP 204). */
function identityOf(operation: WriteOperation, document: Document, context: RunContext): Document {
	if (operation.identity) return identify(operation, context);
	return nameOf(operation.names ?? [], document);
}
