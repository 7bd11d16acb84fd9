import { EVENT_QUEUES, startMq, summaryOf, type MqSandbox } from '../../../sandbox/mq';

/** What tests and people steer the emulated queue manager with. */
let sandbox: MqSandbox;
beforeAll(async () => {
	sandbox = await startMq({ plainHttp: true });
});
afterAll(async () => await sandbox.close());

async function control(method: string, area: string, body?: object): Promise<unknown> {
	const response = await fetch(`${sandbox.controlUrl}/${area}`, {
		method,
		...(body ? { body: JSON.stringify(body) } : {}),
	});
	expect(response.status).toBe(200);
	return await response.json();
}

test('each event queue holds the document as XML and as JSON, as a JMS sender writes them', async () => {
	for (const { queue, event, document } of EVENT_QUEUES) {
		const messages = (await control('POST', 'look', { queue })) as Array<{ text: string; format: string }>;
		expect(messages.map(({ format }) => format)).toEqual(['MQHRF2', 'MQHRF2']);
		expect(messages[0].text).toContain(`<YFSTranEventID>${event}</YFSTranEventID>`);
		expect(messages[0].text).toMatch(new RegExp(`<${document.root} .*/>$`));
		expect(messages[1].text).toMatch(new RegExp(`\\{"${document.root}":\\{.*\\}\\}$`));
	}
});

test('put, look, change attributes and clear', async () => {
	const queue = 'DEV.QUEUE.1';
	const { messageId } = (await control('POST', 'messages', { queue, text: 'plain' })) as { messageId: string };
	await control('POST', 'messages', { queue, text: 'with properties', properties: { a: 1 } });
	const seen = (await control('POST', 'look', { queue })) as Array<Record<string, unknown>>;
	expect(seen).toMatchObject([
		{ messageId, format: 'MQSTR', text: 'plain', isCommitted: true },
		{ format: 'MQHRF2', backoutCount: 0 },
	]);
	expect(await control('POST', 'queues', { queue, attributes: { getInhibited: true } })).toMatchObject({
		name: queue,
		depth: 2,
		getInhibited: true,
	});
	await control('POST', 'clear', { queue });
	const all = (await control('GET', 'queues')) as Array<{ name: string; depth: number }>;
	expect(all.find(({ name }) => name === queue)?.depth).toBe(0);
});

test('what it prints is what a credential needs', () => {
	const text = summaryOf(sandbox, '/certificates').join('\n');
	for (const part of [
		String(sandbox.port),
		'OM_QMGR',
		'DEV.APP.SVRCONN',
		sandbox.url,
		'/certificates',
		'App-Password-1',
	]) {
		expect(text).toContain(part);
	}
});

test('messages that have expired are gone', () => {
	sandbox.manager.send('DEV.QUEUE.2', { body: 'short', descriptor: { expiry: 10 } });
	expect(sandbox.manager.queue('DEV.QUEUE.2').depth).toBe(1);
	sandbox.clock.advance(1_001);
	expect(sandbox.manager.queue('DEV.QUEUE.2').depth).toBe(0);
});
