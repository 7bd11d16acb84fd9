import { CHECKS } from '../../../doctor/checks';
import { NODE_READS } from '../../../doctor/reads';
import { asText } from '../../../doctor/render';
import { findingsOf, Instance, seenIn, statesIn } from '../../support/doctor';

describe.each(['standard', 'basic', 'jwt'] as const)('an instance with %s authentication', (authentication) => {
	let instance: Instance;
	beforeAll(async () => {
		instance = await Instance.start({ authentication });
	});
	afterAll(async () => await instance.close());

	it.each(['json', 'xml'])('is found healthy, over %s', async (dataFormat) => {
		const report = await instance.examine({
			STERLING_AUTHENTICATION: authentication,
			STERLING_DATA_FORMAT: dataFormat,
		});
		expect(statesIn(report)).toEqual(['ok']);
		expect(asText(report, { facts: true })).not.toContain('***');
		expect(asText(report)).toMatch(/^Result: 0 failed/);
		expect(asText(report)).not.toContain('unknown');
		expect(report.checks.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
		expect(findingsOf(report, 'permissions')).toEqual([
			`ok: ${Object.keys(NODE_READS).length} of ${Object.keys(NODE_READS).length} APIs respond.`,
		]);
		expect(findingsOf(report, 'certificate').join()).toContain('requires a client certificate and accepts this one');
	});

	it('is asked by reads only, without effect, after one login', async () => {
		const { sandbox } = instance;
		const rows = () =>
			JSON.stringify(Object.keys(sandbox.store.database.entities).map((name) => sandbox.store.rows(name)));
		const before = rows();
		sandbox.log.clear();
		await instance.examine({ STERLING_AUTHENTICATION: authentication });
		const asked = [...new Set(sandbox.log.list().map(({ api }) => api ?? '(none)'))];
		expect(asked).toEqual(expect.arrayContaining(['getPage', 'multiApi', 'getOrderList']));
		expect(
			asked.filter((api) => !/^(get[A-Z]\w+|findInventory|findReceipt|multiApi|login|jwt|\(none\))$/.test(api)),
		).toEqual([]);
		expect(rows()).toBe(before);
		expect(sandbox.log.counters.logins).toBe(authentication === 'basic' ? 0 : 1);
	});
});

describe('what the facts are', () => {
	let instance: Instance;
	beforeAll(async () => {
		instance = await Instance.start();
	});
	afterAll(async () => await instance.close());

	it.each([
		['attributeList', 'yes'],
		['jsonEmptyElement', 'yes'],
		['deleteRules', 'unknown'],
		['asyncRequest', 'unknown'],
		['emptyAnswers', 'unknown'],
		['wrongPassword', 'unknown'],
		['pageAttributes', 'yes'],
		['nextPage', 'yes'],
		['roleKey', 'yes'],
		['userToken', 'yes'],
		['passwordEcho', 'yes'],
		['inlineTemplate', 'yes'],
		['multiApi', 'yes'],
		['templateKey', 'yes'],
		['keyOrder', 'yes'],
		['lastRecordSet', 'yes'],
		['rowNumbers', 'yes'],
		['orderBy', 'yes'],
		['timeFilters', 'yes'],
		['wholeSeconds', 'yes'],
		['shipmentRoot', 'yes'],
	])('%s: %s', async (point, seen) => {
		report ??= instance.examine();
		expect(seenIn(await report, point)).toBe(seen);
	});
	let report: ReturnType<Instance['examine']> | undefined;

	it.each([
		['array', 'yes'],
		['object', 'no'],
	] as const)('single members as %s: %s', async (singleMember, seen) => {
		instance.sandbox.behaviour.singleMember = singleMember;
		expect(seenIn(await instance.examine(), 'singleMembers')).toBe(seen);
		instance.sandbox.behaviour.singleMember = 'array';
	});

	it.each([
		[true, 'yes'],
		[false, 'no'],
	])('a status change that moves the order (%s): %s', async (touches, seen) => {
		const { behaviour, clock, store } = instance.sandbox;
		behaviour.statusChangeTouchesHeader = touches;
		clock.advance(3_600_000);
		store.createOrders(1);
		const order = store.orders().at(-1);
		clock.advance(60_000);
		store.call('scheduleOrder', { OrderHeaderKey: order?.OrderHeaderKey ?? '' });
		expect(seenIn(await instance.examine(), 'headerModifyts')).toBe(seen);
	});

	it.each([
		['root', 'It takes the element name.'],
		['table', 'It takes the table name.'],
	] as const)('entities named by %s', async (entityNames, note) => {
		instance.sandbox.behaviour.entityNames = entityNames;
		const { points } = await instance.examine();
		expect(points.find(({ id }) => id === 'attributeList')?.note).toBe(note);
		instance.sandbox.behaviour.entityNames = 'both';
	});
});
