import { IbmInventoryTrigger } from '../../../../nodes/IbmInventory/IbmInventoryTrigger.node';
import { inventoryCredential } from '../../../support/inventoryBench';
import {
	ALL,
	FIXED,
	GRANT,
	basic,
	bearer,
	event,
	send,
	tokenOf,
	triggerForFile,
} from '../../../support/inventoryTrigger';

const bench = triggerForFile();
const { stage } = bench;

/** What n8n gives the trigger when it activates a workflow. */
const activating = (data: object, options: object = {}, events: unknown = ALL) => ({
	getCredentials: async () => await Promise.resolve(data),
	getNode: () => ({ name: 'Inventory', id: '1', parameters: {} }),
	getWorkflow: () => ({ id: '1' }),
	getTimezone: () => 'UTC',
	getNodeParameter: (name: string) => ({ events, options })[name] ?? null,
});

it.each<[object, string]>([
	[{ remember: 0 }, 'Options → Remember must be a number from 100 to 20000 without a fraction, got 0'],
	[{ remember: 1e9 }, 'Options → Remember must be a number from 100 to 20000 without a fraction, got 1000000000'],
	[{ remember: 'all' }, 'Options → Remember must be a number from 100 to 20000 without a fraction, got "all"'],
	[{ tokenHours: 0 }, 'Options → Token Lifetime (Hours) must be a number from 1 to 8760, got 0'],
	[{ tokenHours: 'long' }, 'Options → Token Lifetime (Hours) must be a number from 1 to 8760, got "long"'],
	[{ tokenHours: 1e15 }, 'Options → Token Lifetime (Hours) must be a number from 1 to 8760, got 1000000000000000'],
])('an expression that gives %j is refused at the activation and starts nothing', async (options, said) => {
	const data = { receiveEvents: true, eventClientId: 'a', eventClientSecret: 'b' };
	const { checkExists } = new IbmInventoryTrigger().webhookMethods.default;
	await expect(checkExists.call(activating(data, options) as never)).rejects.toThrow(said);
	const at = await stage({ options });
	expect((await send(at.url, bearer(FIXED), JSON.stringify([event('x')]))).status).toBe(500);
	expect(at.items()).toEqual([]);
});

it('a kind of event that does not exist is refused at the activation and starts nothing', async () => {
	const events = ['Node Availability Changed', 'Suply'];
	const data = inventoryCredential(bench.sandbox, { receiveEvents: true, eventClientId: 'a', eventClientSecret: 'b' });
	const { checkExists } = new IbmInventoryTrigger().webhookMethods.default;
	await expect(checkExists.call(activating(data, {}, events) as never)).rejects.toThrow(/"Suply" is not a valid/);
	expect(await checkExists.call(activating(data) as never)).toBe(true);
	const at = await stage({ events });
	expect((await send(at.url, bearer(FIXED), JSON.stringify([event('x')]))).status).toBe(500);
	expect(at.items()).toEqual([]);
});

it('a token whose lifetime has a fraction opens the trigger', async () => {
	const at = await stage({ options: { tokenHours: '1.00017' } });
	expect((await send(at.url, bearer(await tokenOf(at)), JSON.stringify([event('x')]))).status).toBe(200);
});

it('a test run of the editor remembers nothing', async () => {
	const at = await stage({}, {}, { mode: 'manual' });
	for (let i = 0; i < 2; i++) await send(at.url, bearer(FIXED), JSON.stringify([event('again')]));
	expect(at.items()).toHaveLength(2);
	expect(at.workflow.stored).toBe('{}');
});

it.each([
	['events are not turned on', { receiveEvents: false }],
	['no ID is set', { eventClientId: '' }],
	['no secret is set', { eventClientSecret: ' ' }],
])('nobody gets in, and the activation says why, where %s', async (_what, credential) => {
	const at = await stage({}, credential);
	expect((await send(at.tokenUrl, basic(), GRANT)).status).toBe(500);
	expect((await send(at.url, bearer(FIXED), JSON.stringify([event('x')]))).status).toBe(500);
	expect(at.items()).toEqual([]);
	const data = inventoryCredential(bench.sandbox, {
		receiveEvents: true,
		eventClientId: 'a',
		eventClientSecret: 'b',
		...credential,
	});
	const context = activating(data);
	const { checkExists } = new IbmInventoryTrigger().webhookMethods.default;
	await expect(checkExists.call(context as never)).rejects.toThrow(/Turn on Receive Events/);
});
