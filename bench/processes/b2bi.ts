import { Agent } from 'undici';

import type { Connection } from '../../clients/b2bi';
import { multipartBody } from '../../clients/b2bi/multipart';
import type { B2biJob, Outcome, Target } from '../jobs';
import { each, measureWarm, type Done } from './measure';
import { b2bi, loadAll, sterling } from './package';

const MAILBOX = '/ACME/Inbox';
/** Messages of a turn of warming up. */
const PART = 100;
/** A purchase order of some thirty lines. */
const CONTENT = Buffer.alloc(4096, 'PO1*1*12*EA*9.9**VP*MUG-BLUE~');

/** A mailbox whose messages nobody reads. */
const OTHER_MAILBOX = '/ACME/Drop';

/** Uploads so many messages to a mailbox, or reads so many of those that are in it. */
type Work = (count: number, mailboxPath: string) => Promise<Done>;

interface Mailing {
	mail: Work;
	close: () => Promise<void>;
}

/** Does the work as one of the contenders. */
export async function b2biWork(job: B2biJob): Promise<Outcome> {
	const { mail, close } = job.contender === 'floor' ? floorOf(job) : clientOf(job);
	const work = async (count: number, isWarmUp: boolean) =>
		await mail(count, isWarmUp && job.work === 'upload' ? OTHER_MAILBOX : MAILBOX);
	return await measureWarm({ work, close }, job.count, PART);
}

/** The same calls by hand: a bare pool, JSON.parse and nothing else. */
function floorOf({ work: kind, target, inFlight }: B2biJob): Mailing {
	let agent: Agent;
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
	const list = async (path: string) => (await request('GET', path)) as unknown as Array<Record<string, unknown>>;
	const mail: Work = async (count, mailboxPath) => {
		agent = new Agent({ connections: inFlight, connect: { ca: target.ca } });
		if (kind === 'upload') {
			return await each(count, inFlight, async (number) => {
				const form = multipartBody(messageOf(number, mailboxPath));
				await request('POST', 'messagebatches/', form.contentType, form.body);
			});
		}
		const [mailbox] = await list(`mailboxes/?path=${encodeURIComponent(mailboxPath)}&_range=0-999`);
		const contents = await list(`mailboxcontents/?parentMailboxId=${String(mailbox._id)}&detail=true&_range=0-9999`);
		const messages = contents.filter(({ type }) => type === 'message');
		return await each(Math.min(count, messages.length), inFlight, async (number) => {
			const { documentId } = messages[number - 1];
			const { payload } = await request('GET', `documents/${encodeURIComponent(String(documentId))}`);
			if (Buffer.from(String(payload), 'base64').length !== CONTENT.length) throw new Error('Not the content');
		});
	};
	return { mail, close: async () => await agent.close() };
}

function clientOf({ work: kind, target, inFlight }: B2biJob): Mailing {
	loadAll();
	const { B2biClient, findMailbox, messagesIn, readContent, refOf, sendMessage } = b2bi();
	const mail: Work = async (count, mailboxPath) => {
		const client = new B2biClient(connectionTo(target, inFlight));
		if (kind === 'upload') {
			return await each(count, inFlight, async (number) => {
				const message = messageOf(number, mailboxPath);
				await sendMessage(client, { ...message, extractability: { always: true }, by: 'upload' }).run();
			});
		}
		const { rows } = await messagesIn(client, refOf(await findMailbox(client, { path: mailboxPath })));
		return await each(Math.min(count, rows.length), inFlight, async (number) => {
			const { bytes } = await readContent(client, rows[number - 1]);
			if (bytes.length !== CONTENT.length) throw new Error('Not the content');
		});
	};
	return { mail, close: sterling().closeConnections };
}

const messageOf = (number: number, mailboxPath: string) => ({
	name: `order-${number}.edi`,
	mailboxPath,
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
