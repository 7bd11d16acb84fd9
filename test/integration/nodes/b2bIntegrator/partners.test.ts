import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { partnerRecord } from '../../../../sandbox/b2bi';
import { b2bi, b2biForFile, b2biRefused, runB2bi } from '../../../support/b2bi/nodes';

const bench = b2biForFile();

function add(more: Record<string, unknown>): void {
	bench.sandbox.tables.partners.service.create!(partnerRecord(more), { user: bench.sandbox.users[0] });
}
const stored = (name: string) => bench.sandbox.tables.partners.rows.get(name);

const update = (name: string, attributes: INodeParameters, options: INodeParameters = {}) => ({
	resource: 'tradingPartner',
	operation: 'update',
	partner: locate('name', name),
	attributes,
	options,
});

describe('an update where reading hides the custom protocol (6.1.0.4)', () => {
	beforeAll(() => {
		for (const name of ['CUSTOM1', 'CUSTOM2', 'CUSTOM3']) {
			add({ partnerName: name, community: 'Custom', givenName: 'A', surname: 'B', customProtocolName: 'AS4' });
		}
		add({ partnerName: 'USUAL', givenName: 'A', surname: 'B', customProtocolName: undefined });
	});

	it('is refused rather than to remove it', async () => {
		const error = await b2biRefused(bench.sandbox, update('CUSTOM1', { phone: '9' }));
		expect(error.message).toMatch(/may use a custom protocol \(OFTP2, AS4\)/);
		expect(error.description).toMatch(/Fill in Custom Protocol Name.*Only Changed Fields/);
		expect(stored('CUSTOM1')).toMatchObject({ customProtocolName: 'AS4', phone: '5550100' });
	});

	it.each([null, '', '  '])('is refused where the expression of the protocol returns %j, too', async (protocol) => {
		const attributes = { phone: '9', customProtocolName: '={{ $json.protocol }}' };
		const input = [{ json: { protocol } as never }];
		const error = await b2biRefused(bench.sandbox, update('CUSTOM1', attributes), { input });
		expect(error.message).toMatch(/may use a custom protocol/);
		const options = { send: 'changed', dryRun: true };
		const finished = await runB2bi(bench.sandbox, update('CUSTOM1', attributes, options), { input });
		expect(finished.json('B2B')).toMatchObject([{ request: { body: { phone: '9' } } }]);
		expect(JSON.stringify(finished.json('B2B'))).not.toContain('customProtocolName');
		expect(finished.hints('B2B').join()).toMatch(
			/Custom Protocol Name is left as it is, because its expression returns/,
		);
	});

	it('takes the protocol that is given', async () => {
		await b2bi(bench.sandbox, update('CUSTOM2', { phone: '9', customProtocolName: 'AS4' }));
		expect(stored('CUSTOM2')).toMatchObject({ customProtocolName: 'AS4', phone: '9', givenName: 'A' });
	});

	it('keeps it where only the changes are sent and the server merges them', async () => {
		bench.sandbox.behaviour.updates = 'named';
		await b2bi(bench.sandbox, update('CUSTOM3', { phone: '9' }, { send: 'changed' }));
		bench.sandbox.behaviour.updates = 'whole';
		expect(stored('CUSTOM3')).toMatchObject({ customProtocolName: 'AS4', phone: '9' });
	});

	it('goes on where the community has no custom protocols, and keeps what is not given', async () => {
		await b2bi(bench.sandbox, update('USUAL', { phone: '9' }));
		expect(stored('USUAL')).toMatchObject({
			phone: '9',
			givenName: 'A',
			postalCode: '12345',
			password: 'Partner-Password-1',
		});
	});

	it('goes on where the version shows it', async () => {
		bench.sandbox.behaviour.hidesCustomProtocol = false;
		await b2bi(bench.sandbox, update('CUSTOM1', { phone: '7' }));
		bench.sandbox.behaviour.hidesCustomProtocol = true;
		expect(stored('CUSTOM1')).toMatchObject({ phone: '7', customProtocolName: 'AS4' });
	});
});

const upsert = (partnerName: string, code: string) => ({
	resource: 'tradingPartner',
	operation: 'upsert',
	partnerName,
	community: locate('name', 'Suppliers'),
	username: 'obrien',
	password: 'Secret-Partner-1',
	givenName: 'Pat',
	surname: 'Smith',
	emailAddress: 'a@b.c',
	phone: '1',
	roles: ['isInitiatingConsumer'],
	attributes: { code },
});

it('creates or updates by the clean name, and never overwrites another partner whose name comes out alike', async () => {
	const [created] = await b2bi(bench.sandbox, upsert("O'Brien & Sons, Inc.", 'S1'));
	expect(created).toMatchObject({
		partnerName: 'OBrien & Sons Inc',
		created: true,
		changedNames: [{ field: 'partnerName', from: "O'Brien & Sons, Inc.", to: 'OBrien & Sons Inc' }],
	});
	expect(await b2bi(bench.sandbox, upsert("O'Brien & Sons, Inc.", 'S1'))).toMatchObject([{ created: false }]);
	const error = await b2biRefused(bench.sandbox, upsert('OBrien & Sons (Inc)', 'S2'));
	expect(error.message).toMatch(/code "S1" exists, and this one has "S2"/);
	expect(stored('OBrien & Sons Inc')).toMatchObject({ code: 'S1' });
});

describe('create or update of a partner that is there', () => {
	const external = { authenticationType: 'External', authenticationHost: 'ldap-1', doesUseSSH: true };

	it.each([
		['keeps what is not given', {}, external],
		['changes what is given', { doesUseSSH: false }, { ...external, doesUseSSH: false }],
	])('%s, whatever a create would add', async (_what, attributes, expected) => {
		add({ partnerName: 'THERE', givenName: 'A', surname: 'B', ...external });
		await b2bi(bench.sandbox, { ...upsert('THERE', 'S0099'), attributes });
		expect(stored('THERE')).toMatchObject({ ...expected, surname: 'Smith', password: 'Partner-Password-1' });
		bench.sandbox.tables.partners.rows.delete('THERE');
	});

	it('takes an empty custom protocol for none, as an update does', async () => {
		add({ partnerName: 'PROTOCOL', givenName: 'A', surname: 'B', community: 'Custom', customProtocolName: 'AS4' });
		const given = { ...upsert('PROTOCOL', ''), community: locate('name', 'Custom') };
		const error = await b2biRefused(bench.sandbox, { ...given, attributes: {} });
		expect(error.description).toMatch(/empty for none/);
		await b2bi(bench.sandbox, { ...given, attributes: { customProtocolName: '' } });
		expect(stored('PROTOCOL')).toMatchObject({ customProtocolName: '' });
		await b2bi(bench.sandbox, { ...upsert('NEW1', 'S7'), attributes: { customProtocolName: '' } });
		expect(stored('NEW1')).toMatchObject({ authenticationType: 'Local', doesUseSSH: false });
	});
});

it('takes roles as an expression or an AI agent gives them, and refuses what is no role', async () => {
	const create = (partnerName: string, roles: unknown) =>
		({ ...upsert(partnerName, 'R'), operation: 'create', roles }) as never;
	for (const [i, roles] of ['isListeningProducer', '["isListeningProducer"]', 'Listening Producer'].entries()) {
		await b2bi(bench.sandbox, create(`ROLES${i}`, roles));
		expect(stored(`ROLES${i}`)).toMatchObject({ isListeningProducer: true, isInitiatingConsumer: false });
	}
	const error = await b2biRefused(bench.sandbox, create('ROLES9', ['isListeningProducer', 'isListening']));
	expect(error.message).toBe('Roles: "isListening" is not a valid choice');
	expect(stored('ROLES9')).toBeUndefined();
});

it('says that routing channels go first', async () => {
	const error = await b2biRefused(bench.sandbox, {
		resource: 'tradingPartner',
		operation: 'delete',
		partner: locate('name', 'NORTHWIND'),
	});
	expect(error.message).toMatch(/API000143/);
	expect(error.description).toMatch(/routing channels/);
});

describe('a create whose response is lost', () => {
	const create = (name: string) => ({ ...upsert(name, 'S9'), operation: 'create' });

	it('is looked up and not sent again', async () => {
		bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api: 'tradingpartners' });
		expect(await b2bi(bench.sandbox, create('LOST'))).toMatchObject([{ partnerName: 'LOST' }]);
		expect(bench.sandbox.log.list('tradingpartners').filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it('is uncertain where another record of that name is there', async () => {
		add({ partnerName: 'OTHER', givenName: 'Someone', surname: 'Else' });
		bench.sandbox.faults.add({ kind: 'status', status: 502, api: 'tradingpartners' });
		const error = await b2biRefused(bench.sandbox, create('OTHER'));
		expect(error.message).toMatch(/response to a create was lost/);
		expect(error.description).toMatch(/values differ/);
	});
});

it('creates the old routing channel again where the new one is refused', async () => {
	const { channels } = bench.sandbox.tables;
	const key = channels.service.create!(
		{ templateName: 'PassThrough', producer: 'CONTOSO', consumer: 'ACME', provisioningFacts: [] },
		{ user: bench.sandbox.users[0] },
	);
	const error = await b2biRefused(bench.sandbox, {
		resource: 'routingChannel',
		operation: 'replace',
		routingChannel: locate('key', key),
		templateName: 'PassThrough',
		producer: locate('name', 'CONTOSO'),
		consumer: locate('name', 'NOBODY'),
	});
	expect(error.description).toMatch(/old channel was created again/);
	expect([...channels.rows.values()].some((row) => row.producer === 'CONTOSO' && row.consumer === 'ACME')).toBe(true);
});

describe('what an expression gives', () => {
	const blanks = { operation: 'update', resource: 'tradingPartner', partner: locate('name', 'EXPRESSED') };
	beforeAll(() => add({ partnerName: 'EXPRESSED', givenName: 'A', surname: 'B', customProtocolName: undefined }));

	it('keeps the blanks of a password, and cuts them off a name', async () => {
		await b2bi(bench.sandbox, { ...blanks, attributes: { password: ' a b ', surname: ' Winder ' } });
		expect(stored('EXPRESSED')).toMatchObject({ password: ' a b ', surname: 'Winder' });
	});

	it('means the same switch and number as text', async () => {
		const attributes = { asciiArmor: '={{ "Yes" }}', sessionTimeout: '={{ " 45 " }}' };
		await b2bi(bench.sandbox, { ...blanks, attributes });
		expect(stored('EXPRESSED')).toMatchObject({ asciiArmor: true, sessionTimeout: 45 });
	});

	it('is no list where one value is meant', async () => {
		const { message } = await b2biRefused(bench.sandbox, { ...blanks, attributes: { surname: '={{ ["A", "B"] }}' } });
		expect(message).toBe('Fields to Update → Surname must be one value, got a list');
	});
});
