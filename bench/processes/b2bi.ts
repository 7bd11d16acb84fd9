import { Agent } from 'undici';

import type { Connection } from '../../clients/b2bi';
import { multipartBody } from '../../clients/b2bi/multipart';
import type { B2biJob, Outcome, Target } from '../jobs';
import { each, measure } from './measure';
import { b2bi, loadAll } from './package';

const MAILBOX = '/ACME/Inbox';
/** A purchase order of some thirty lines. */
const CONTENT = Buffer.alloc(4096, 'PO1*1*12*EA*9.9**VP*MUG-BLUE~');

/** Uploads messages to a mailbox, or reads all that are in it, as one of the contenders. */
export async function b2biWork(job: B2biJob): Promise<Outcome> {
	return await (job.contender === 'floor' ? byFloor(job) : byClient(job));
}

/** The same calls by hand: a bare pool, JSON.parse and nothing else. */
async function byFloor({ work, target, count, inFlight }: B2biJob): Promise<Outcome> {
	const agent = new Agent({ connections: inFlight, connect: { ca: target.ca } });
	const { origin } = new URL(target.url);
	const basic = Buffer.from(`${target.loginId}:${target.password}`).toString('base64');
	const request = async (method: 'GET' | 'POST', path: string, contentType = 'application/json', body?: Buffer) => {
		const headers = { Authorization: `Basic ${basic}`, Accept: 'application/json', 'Content-Type': contentType };
		const { statusCode, body: reply } = await agent.request({
			origin,
			path: `/B2BAPIs/svc/${path}`,
			method,
			headers,
			body,
		});
		const text = await reply.text();
		if (statusCode >= 300) throw new Error(`HTTP ${statusCode}`);
		return (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown>;
	};
	const outcome = await measure(async () => {
		if (work === 'upload') {
			return await each(count, inFlight, async (number) => {
				const form = multipartBody(messageOf(number));
				await request('POST', 'messagebatches/', form.contentType, form.body);
			});
		}
		const list = async (path: string) => (await request('GET', path)) as unknown as Array<Record<string, unknown>>;
		const [mailbox] = await list(`mailboxes/?path=${encodeURIComponent(MAILBOX)}&_range=0-999`);
		const contents = await list(`mailboxcontents/?parentMailboxId=${String(mailbox._id)}&detail=true&_range=0-9999`);
		const messages = contents.filter(({ type }) => type === 'message');
		return await each(messages.length, inFlight, async (number) => {
			const { documentId } = messages[number - 1];
			const { payload } = await request('GET', `documents/${encodeURIComponent(String(documentId))}`);
			if (Buffer.from(String(payload), 'base64').length !== CONTENT.length) throw new Error('Not the content');
		});
	});
	await agent.close();
	return outcome;
}

async function byClient({ work, target, count, inFlight }: B2biJob): Promise<Outcome> {
	loadAll();
	const { B2biClient, findMailbox, messagesIn, readContent, refOf, sendMessage } = b2bi();
	const client = new B2biClient(connectionTo(target, inFlight));
	return await measure(async () => {
		if (work === 'upload') {
			return await each(count, inFlight, async (number) => {
				await sendMessage(client, { ...messageOf(number), extractability: { always: true }, by: 'upload' }).run();
			});
		}
		const { rows } = await messagesIn(client, refOf(await findMailbox(client, { path: MAILBOX })));
		return await each(rows.length, inFlight, async (number) => {
			const { bytes } = await readContent(client, rows[number - 1]);
			if (bytes.length !== CONTENT.length) throw new Error('Not the content');
		});
	});
}

const messageOf = (number: number) => ({
	name: `order-${number}.edi`,
	mailboxPath: MAILBOX,
	contentType: 'application/edi-x12',
	content: CONTENT,
});

const connectionTo = ({ url, ca, loginId, password }: Target, maxInFlight: number): Connection => ({
	baseUrl: url,
	login: { style: 'basic', userId: loginId, password },
	tls: { ca },
	timeZone: 'UTC',
	timeoutMs: 60_000,
	maxInFlight,
});
