import type { B2biSandbox } from '../../../../sandbox/b2bi';
import { type Case } from './case';

const running = (sandbox: B2biSandbox) =>
	sandbox.processes.start('LongRun', { document: Buffer.from('x'), name: 'long' });

/** Business processes, and any call. */
export const PROCESSES: Record<string, Case> = {
	'process:start': {
		given: (sandbox) => ({
			adapterUri: `${sandbox.adapterUrl}drop-secure`,
			adapterAuthentication: 'login',
			messageName: 'dropped.edi',
			contentSource: 'text',
			text: 'ISA*',
			processIdFrom: 'field',
			processIdAt: 'processId',
		}),
		then: ([row], { store }) => {
			expect(row).toMatchObject({ started: true, status: 200, processId: expect.stringMatching(/^5\d+$/) });
			expect([...store.messages.values()].some((message) => message.name === 'dropped.edi')).toBe(true);
		},
	},
	'process:get': {
		given: (sandbox) => {
			const started = running(sandbox);
			sandbox.clock.advance(50);
			return { processId: String(started) };
		},
		then: ([row]) =>
			expect(row).toMatchObject({ name: 'LongRun', state: 'waiting', serviceName: 'InvokeSubProcess', step: 1 }),
	},
	'process:wait': {
		given: (sandbox) => {
			const started = sandbox.processes.start('EchoDocument', { document: Buffer.from('x'), name: 'a' });
			sandbox.clock.advance(1000);
			return { processId: String(started), longestWait: 5, options: { interval: 1 } };
		},
		then: ([row]) => expect(row).toMatchObject({ state: 'succeeded', exeState: 'Success', serviceName: 'HttpRespond' }),
	},
	'process:restart': {
		given: (sandbox) => {
			const started = sandbox.processes.start('EchoDocument', { document: Buffer.from('x'), name: 'a' });
			sandbox.clock.advance(1000);
			return { processId: String(started) };
		},
		then: ([row]) => expect(row).toMatchObject({ restarted: true }),
	},
	'process:terminate': {
		given: (sandbox) => ({ processId: String(running(sandbox)) }),
		then: ([row], sandbox) => {
			expect(row).toMatchObject({ terminated: true });
			const query = new URLSearchParams({ workFlowId: String(row.processId) });
			const steps = sandbox.processes.service().list!(query, { user: sandbox.users[0] });
			expect(steps.at(-1)).toMatchObject({ exeState: 'terminated' });
		},
	},
	'api:request': {
		given: () => ({ method: 'GET', service: 'tradingpartners', query: '{"searchFor":"NORTH%"}', returnAll: true }),
		then: (found, sandbox) => {
			expect(found).toMatchObject([{ partnerName: 'NORTHWIND', isInitiatingProducer: { code: true, display: 'Yes' } }]);
			expect(String(found[0].href)).toBe(`${sandbox.url}/B2BAPIs/svc/tradingpartners/NORTHWIND`);
		},
	},
};
