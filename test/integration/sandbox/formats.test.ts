import { closeWire, errorOf, nameOf, orderOf, openWire, type Wire } from './wire';

let wire: Wire;
beforeAll(async () => {
	wire = await openWire();
});
afterAll(() => closeWire(wire));

const xml = { accept: 'application/xml' };

test('XML in without Accept answers JSON [captured]', async () => {
	const answer = await wire.invoke('getOrderList', '<Order OrderNo="AUR-1001"/>', { accept: '*/*' });
	expect(answer.headers['content-type']).toContain('application/json');
	expect(answer.json.Order).toHaveLength(1);
});

test('JSON in with Accept XML answers XML: the two are independent [captured]', async () => {
	const answer = await wire.invoke('getOrderList', { OrderNo: 'AUR-1001' }, xml);
	expect(answer.text).toMatch(/^<\?xml[^>]*\?><OrderList [^>]*><Order /);
});

test('JSON drops the root element in both directions [IBM: c_callingAPIOrServiceFromREST]', async () => {
	const { json } = await wire.invoke('getOrderList', { OrderNo: 'AUR-1001' });
	expect(json).toMatchObject({ TotalOrderList: '1', LastRecordSet: 'Y', ReadFromHistory: '' });
	expect(json).not.toHaveProperty('OrderList');
});

test('answers hold strings only; requests may hold numbers and booleans [captured]', async () => {
	const created = await wire.invoke(
		'createOrder',
		orderOf('FMT-1', {
			OrderLines: {
				OrderLine: [{ PrimeLineNo: 1, OrderedQty: 2, Item: { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' } }],
			},
		}),
	);
	expect(created.status).toBe(200);
	const { json } = await wire.invoke('getOrderDetails', nameOf('FMT-1'));
	expect(json.OrderLines.OrderLine[0]).toMatchObject({ OrderedQty: '2', PrimeLineNo: '1' });
});

test('a list member alone is an array, an empty container is {} [captured]', async () => {
	const { json } = await wire.invoke('getOrderDetails', nameOf('AUR-1001'));
	expect(Array.isArray(json.OrderLines.OrderLine)).toBe(true);
	expect(json.HeaderCharges).toEqual({});
	expect(json.Notes).toEqual({ NumberOfNotes: '0' });
});

test('a list member that stands alone can be an object as well [captured on other containers]', async () => {
	wire.sandbox.behaviour.singleMember = 'object';
	const { json } = await wire.invoke('getOrderDetails', nameOf('AUR-1001'));
	wire.sandbox.behaviour.singleMember = 'array';
	expect(json.OrderLines.OrderLine).toMatchObject({ PrimeLineNo: '1' });
});

test('a list without rows has no member and still says LastRecordSet', async () => {
	const { json } = await wire.invoke('getOrderList', { OrderNo: 'NONE' });
	expect(json).toEqual({ TotalOrderList: '0', LastRecordSet: 'Y', LastOrderHeaderKey: '', ReadFromHistory: '' });
});

test('a void API answers HTTP 204 without a body [captured]', async () => {
	const answer = await wire.invoke('scheduleOrder', nameOf('AUR-1002'));
	expect([answer.status, answer.text]).toEqual([204, '']);
	expect(answer.headers).not.toHaveProperty('content-type');
});

test('an API with an input root of its own refuses another one in XML [public sample]', async () => {
	const answer = await wire.invoke('scheduleOrder', '<Order OrderNo="AUR-1002" EnterpriseCode="AURORA"/>');
	expect([answer.status, errorOf(answer).ErrorCode]).toEqual([400, 'Invalid document element']);
});

test('executeFlow with JSON needs X-XAPI-Tag; with XML it does not [captured]', async () => {
	const without = await wire.post('executeFlow/DemoEcho', { OrderNo: '1' });
	expect(without.status).toBe(400);
	const tagged = await wire.post('executeFlow/DemoEcho', { OrderNo: '1' }, { 'X-XAPI-Tag': 'Promise' });
	expect(tagged.json).toEqual({ RootElement: 'Promise', Promise: { OrderNo: '1' } });
	const asXml = await wire.post('executeFlow/DemoEcho', '<Order OrderNo="1"/>');
	expect(asXml.json).toEqual({ RootElement: 'Order', Order: { OrderNo: '1' } });
});

test('an unknown service answers a Java class name as code [captured]', async () => {
	const answer = await wire.post('executeFlow/NoSuchService', '<Order/>');
	expect(answer.status).toBe(400);
	expect(errorOf(answer)).toMatchObject({
		ErrorCode: 'javax.naming.NameNotFoundException',
		ErrorDescription: 'Error description not available',
		httpcode: 400,
	});
});

test('a service may answer errors under HTTP 200 [captured by several clients]', async () => {
	const answer = await wire.post('executeFlow/DemoValidateOrder', nameOf('NONE'), { 'X-XAPI-Tag': 'Order' });
	expect(answer.status).toBe(200);
	expect(answer.json.Errors.Error[0]).toMatchObject({ ErrorCode: 'YFS10003' });
});

test('an error by XML carries HttpCode and Attribute elements [IBM support 6475311]', async () => {
	const answer = await wire.invoke('getOrderDetails', '<Order OrderNo="NONE" EnterpriseCode="AURORA"/>', xml);
	expect(answer.status).toBe(400);
	expect(answer.text).toMatch(/<Errors><Error ErrorCode="YFS10003" [^>]*HttpCode="400"/);
	expect(answer.text).toContain('<Attribute Name="OrderNo" Value="NONE"/>');
});

test('markup and line breaks in values survive both formats', async () => {
	const text = 'a <b> & "c"\nd\té';
	await wire.invoke('changeOrder', { ...nameOf('AUR-1001'), Notes: { Note: [{ NoteText: text }] } });
	const key = wire.sandbox.store.order('AUR-1001')?.OrderHeaderKey;
	const asJson = await wire.invoke('getNoteList', { TableKey: key });
	expect(asJson.json.Note[0].NoteText).toBe(text);
	const asXml = await wire.invoke('getNoteList', { TableKey: key }, xml);
	expect(asXml.text).toContain('NoteText="a &lt;b&gt; &amp; &quot;c&quot;&#xA;d&#x9;é"');
});

test('malformed bodies answer HTTP 400', async () => {
	const json = await wire.send('POST', `${wire.sandbox.url}/restapi/invoke/getOrderList${wire.query}`, '{"a":', {
		'content-type': 'application/json',
	});
	expect([json.status, (await wire.invoke('getOrderList', '<Order>')).status]).toEqual([400, 400]);
});

test('the Date header comes from the sandbox’s clock', async () => {
	wire.sandbox.clock.advance(86_400_000);
	const answer = await wire.invoke('login', { LoginID: 'integration', Password: 'Integration-1' });
	wire.sandbox.clock.advance(-86_400_000);
	expect(Date.parse(String(answer.headers.date))).toBeGreaterThan(Date.now() + 86_000_000);
});
