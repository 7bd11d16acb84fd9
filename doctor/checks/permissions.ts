import type { ServiceError } from '../../kit/errors';
import { NODE_READS, readCall } from '../reads';
import { type Check, type Visit } from '../visit';
import { codeOf } from '../words';

/** Every API that the nodes read with, asked once. */
export const permissions: Check = {
	id: 'permissions',
	title: 'Permissions to read',
	needs: 'login',
	async run(visit, notes) {
		const allowed: string[] = [];
		const denied: string[] = [];
		const unknown: string[] = [];
		const unclear: string[] = [];
		for (const { api, outcome } of await allOutcomes(visit)) {
			if ('value' in outcome) allowed.push(api);
			else {
				const { refusal } = outcome;
				const code = codeOf(refusal);
				if (refusal.category === 'permission') denied.push(api);
				else if (isUndefined(refusal)) unknown.push(api);
				else if (isPastPermission(refusal)) allowed.push(api);
				else unclear.push(`${api} (${code ?? statusOf(refusal)})`);
			}
		}
		const all = Object.keys(NODE_READS).length;
		const result = `${allowed.length} of ${all} APIs respond.`;
		if (allowed.length === 0) notes.warning(result, 'Ask the administrator which APIs this login may call.');
		else notes.ok(result);
		if (denied.length > 0) {
			const advice = 'Ask the administrator to grant those that your workflows need.';
			notes.warning(`Not granted: ${denied.join(', ')}.`, advice);
		}
		if (unknown.length > 0) {
			notes.warning(`Not defined in this release: ${unknown.join(', ')}.`, 'Operations that need them will fail.');
		}
		if (unclear.length > 0) {
			notes.warning(`Failed otherwise: ${unclear.join(', ')}.`, 'The server log shows why.');
		}
	},
};

/**
 * Sterling says that there is no such API: by the name of a Java failure, or in words under a code that also stands
 * for other errors of the input, such as YFC0002 "API … is not defined". Such a refusal proves no permission.
 */
function isUndefined({ code, message, others }: ServiceError): boolean {
	const texts = [`${code} ${message}`, ...others.map((other) => `${other.code} ${other.description}`)];
	return texts.some((text) => UNDEFINED.some((pattern) => pattern.test(text)));
}

const UNDEFINED = [
	/NoSuchMethodException|ClassNotFoundException/,
	/\b(?:API|service)\b[^.]*\b(?:not|un)\s*(?:been\s+)?(?:defined|found|known|registered|supported|available)\b/i,
	/\b(?:API|service)\b[^.]*\bdoes(?: not|n't) exist/i,
	/\b(?:no such|unknown|undefined|invalid)\s+(?:API|service)\b/i,
];

/**
 * What was asked for does not exist, so Sterling's refusal of the input proves the permission. Without a code it may as
 * well be a gateway's.
 */
function isPastPermission(refusal: ServiceError): boolean {
	return ['notFound', 'invalidInput'].includes(refusal.category) && codeOf(refusal) !== undefined;
}

function statusOf({ category, httpStatus }: ServiceError): string {
	return httpStatus === undefined ? category : `HTTP ${httpStatus}`;
}

/** A few at a time: one after another they would take most of the minute on a slow line. */
const AT_ONCE = 4;

async function allOutcomes(visit: Visit) {
	const ask = async (api: string) => {
		const input = NODE_READS[api];
		const asked = api.endsWith('List') ? { ...input, MaximumRecords: '1' } : input;
		return { api, outcome: await visit.ask(readCall(api, asked)) };
	};
	const apis = Object.keys(NODE_READS);
	const outcomes: Array<Awaited<ReturnType<typeof ask>>> = [];
	while (outcomes.length < apis.length) {
		const next = apis.slice(outcomes.length, outcomes.length + AT_ONCE);
		outcomes.push(...(await Promise.all(next.map(ask))));
	}
	return outcomes;
}
