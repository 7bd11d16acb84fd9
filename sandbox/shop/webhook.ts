import { createSign, type KeyObject } from 'node:crypto';
import { request } from 'node:https';
import { request as plainRequest } from 'node:http';

/** One hook as it is registered in the shop [Adobe: webhooks]. */
export interface Hook {
	url: string;
	/** Milliseconds until the call is given up. */
	timeout?: number;
	/** Whether the shopper is stopped where the call fails. */
	required?: boolean;
	fallbackErrorMessage?: string;
	headers?: Record<string, string>;
	/** Authorities that the shop trusts, for a receiver on this machine. */
	ca?: string;
}

/** What a call came to for the shopper. */
export interface HookOutcome {
	/** Whether the shopper continues. */
	goesOn: boolean;
	/** What the shopper reads where not. */
	message?: string;
	operations: Array<Record<string, unknown>>;
	/** HTTP status; 0 where there was no response in time. */
	status: number;
	/** What is wrong with the response, by the contract; empty where nothing is. */
	faults: string[];
}

const OPERATIONS = ['success', 'exception', 'add', 'replace', 'remove'];

/**
 * Calls a hook as the shop does in the midst of a shopper's request, signed with its key, and reads the response by the
 * contract. The signature is over the base64 text of the body, as Adobe's sample verifies it.
 */
export async function callHook(hook: Hook, fields: object, key: KeyObject): Promise<HookOutcome> {
	const body = JSON.stringify(fields);
	const signature = createSign('SHA256').update(Buffer.from(body).toString('base64')).sign(key, 'base64');
	const headers = {
		'Content-Type': 'application/json',
		'x-adobe-commerce-webhook-signature': signature,
		...hook.headers,
	};
	const failed = (status: number, fault: string): HookOutcome => ({
		goesOn: hook.required !== true,
		...(hook.required ? { message: hook.fallbackErrorMessage ?? 'Something went wrong' } : {}),
		operations: [],
		status,
		faults: [fault],
	});
	const response = await post(hook, headers, body).catch((error: Error) => error);
	if (response instanceof Error) return failed(0, response.message);
	if (response.status !== 200) return failed(response.status, `HTTP ${response.status} is not 200`);
	let parsed: unknown;
	try {
		parsed = JSON.parse(response.body);
	} catch {
		return failed(200, 'The body is not JSON');
	}
	const operations = [parsed].flat() as Array<Record<string, unknown>>;
	const faults = operations.flatMap(faultsOf);
	if (operations.length === 0 || faults.length > 0) return { ...failed(200, faults[0] ?? 'No operation'), operations };
	const exception = operations.find(({ op }) => op === 'exception');
	if (!exception) return { goesOn: true, operations, status: 200, faults };
	const message = String(exception.message ?? hook.fallbackErrorMessage ?? '');
	return { goesOn: false, message, operations, status: 200, faults };
}

function faultsOf(operation: Record<string, unknown>): string[] {
	const { op, path, value } = operation ?? {};
	if (!OPERATIONS.includes(String(op))) return [`Unknown operation ${JSON.stringify(op)}`];
	if (['add', 'replace', 'remove'].includes(String(op)) && typeof path !== 'string')
		return [`${String(op)} has no path`];
	return ['add', 'replace'].includes(String(op)) && value === undefined ? [`${String(op)} has no value`] : [];
}

async function post(
	{ url, ca, timeout = 5000 }: Hook,
	headers: Record<string, string>,
	body: string,
): Promise<{ status: number; body: string }> {
	return await new Promise((resolve, reject) => {
		const open = url.startsWith('https:') ? request : plainRequest;
		const sent = open(url, { method: 'POST', headers, ca, timeout }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
			response.on('error', reject);
		});
		sent.on('timeout', () => sent.destroy(new Error(`No response within ${timeout} ms`)));
		sent.on('error', reject);
		sent.end(body);
	});
}
