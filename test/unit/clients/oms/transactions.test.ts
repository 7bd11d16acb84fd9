import type { Call } from '../../../../clients/oms';
import { fromXml } from '../../../../kit/xml';
import type { Document } from '../../../../kit/xml/document';
import { client, create, fakeTransport } from './fakeSterling';

describe('transactions', () => {
	it('hide what a login among them brings', async () => {
		const fake = fakeTransport(() => ({
			body: '<MultiApi><API Name="login"><Output><Login LoginID="u" UserToken="opaque" Password="S3cret"/></Output></API></MultiApi>',
		}));
		const login = { api: 'login', root: 'Login', input: {}, kind: 'write' as const };
		expect(await client(fake.transport).transaction([login])).toEqual([{ LoginID: 'u' }]);
	});

	it('brings the answers in order', async () => {
		const body =
			'<MultiApi><API Name="createOrder"><Output><Order OrderNo="AU-1"/></Output></API>' +
			'<API FlowName="Sync"><Output/></API></MultiApi>';
		const fake = fakeTransport(() => ({ body }));
		const service: Call = { api: 'Sync', isService: true, root: 'Order', input: {}, kind: 'write' };
		expect(await client(fake.transport).transaction([create, service])).toEqual([{ OrderNo: 'AU-1' }, {}]);
		const api = fromXml(fake.seen[1].body!).document.API as Document[];
		expect(api.map(({ Name, FlowName }) => Name ?? FlowName)).toEqual(['createOrder', 'Sync']);
	});

	it('reads the JSON form, too, where one call is an object', async () => {
		const fake = fakeTransport(() => ({
			body: '{"API":{"Name":"","Output":{"Order":{"OrderNo":"AU-1"}}}}',
		}));
		expect(await client(fake.transport).transaction([create])).toEqual([{ OrderNo: 'AU-1' }]);
	});

	it('is uncertain where answers are missing, and refuses an empty list', async () => {
		const fake = fakeTransport(() => ({ body: '<MultiApi/>' }));
		await expect(client(fake.transport).transaction([create, create])).rejects.toMatchObject({
			category: 'uncertain',
		});
		await expect(client(fake.transport).transaction([])).rejects.toMatchObject({
			category: 'invalidInput',
		});
	});

	it('reports an error list that a service handed back', async () => {
		const body =
			'<MultiApi><API FlowName="S"><Output><Errors><Error ErrorCode="EXTN1" ErrorDescription="no"/></Errors>' +
			'</Output></API></MultiApi>';
		const fake = fakeTransport(() => ({ body }));
		await expect(client(fake.transport).transaction([create])).rejects.toMatchObject({
			code: 'EXTN1',
			api: 'createOrder',
		});
	});
});
