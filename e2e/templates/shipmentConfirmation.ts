import assert from 'node:assert/strict';
import { waitFor } from '../lib/process';
import { placeOrder, scheduleAndRelease } from './aurora';
import type { TemplateCheck, TemplateScene } from './scene';
import { importTemplate } from './template';

const TEMPLATE = 'shipment-confirmation';
const HEADER = 'X-Warehouse-Secret';
const SECRET = 'stand-in-secret';
const NODE = 'AUR_DC1';
const ORDER = 'SHIPPED-1';

type Json = Record<string, unknown>;

const named = (OrderNo: string) => ({ OrderNo, EnterpriseCode: 'AURORA', DocumentType: '0001' });

/** An order of three blue mugs and one red one, released to the node. */
function released({ sandbox }: TemplateScene): void {
	const more = { ShipNode: NODE, IsFirmPredefinedNode: 'Y' };
	placeOrder(sandbox, ORDER, [
		{ item: 'MUG-BLUE', quantity: 3, more },
		{ item: 'MUG-RED', quantity: 1, more },
	]);
	scheduleAndRelease(sandbox, ORDER);
}

const shipmentNamed = (ShipmentNo: string) => ({ ShipmentNo, ShipNode: NODE, SellerOrganizationCode: 'AURORA' });

/** A shipment of the red mug that somebody made before, and that has not left. */
function openShipment({ sandbox }: TemplateScene, number: string): void {
	const line = { ...named(ORDER), ReleaseNo: '1', PrimeLineNo: '2', SubLineNo: '1', Quantity: '1' };
	sandbox.store.call('createShipment', {
		...shipmentNamed(number),
		EnterpriseCode: 'AURORA',
		DocumentType: '0001',
		ShipmentLines: { ShipmentLine: [line] },
	});
}

const message = (shipmentNo: string, more: Json = {}): Json => ({
	shipmentNo,
	orderNo: ORDER,
	node: NODE,
	carrier: 'UPS',
	service: 'Ground',
	trackingNo: `1Z-${shipmentNo}`,
	shippedAt: '2026-01-15T16:20:00Z',
	...more,
});

const FIRST = message('DN-1', {
	lines: [{ item: 'MUG-BLUE', quantity: 2 }],
	containers: [
		{
			containerNo: 'C1',
			trackingNo: '1Z-C1',
			weight: 1.4,
			contents: [{ item: 'MUG-BLUE', unit: 'EACH', quantity: 2 }],
		},
	],
});

const confirms: TemplateCheck = {
	name: `${TEMPLATE}: each shipment is confirmed once, and the sender gets a clear response`,
	async run(scene) {
		const { api, sandbox, n8n } = scene;
		released(scene);
		const credential = await api.createCredential('Warehouse', 'httpHeaderAuth', { name: HEADER, value: SECRET });
		const publish = async (preview: boolean) => {
			const workflow = await importTemplate(scene, TEMPLATE, {
				keepsExecutions: true,
				settings: { preview },
				credentials: [credential],
			});
			await api.activate(workflow);
			await waitFor(
				async () => (await post({}, '')).status === 403,
				30_000,
				() => 'the webhook does not answer',
			);
			return workflow;
		};
		const post = async (body: Json, secret = SECRET) => {
			const response = await fetch(`${n8n.url}/webhook/sterling-shipped`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', [HEADER]: secret },
				body: JSON.stringify(body),
			});
			const text = await response.text();
			const json = text.startsWith('{') ? (JSON.parse(text) as Json) : {};
			return { status: response.status, retryAfter: response.headers.get('retry-after'), json, text };
		};
		const answers = async (body: Json, status: number, says: RegExp) => {
			const answer = await post(body);
			assert.equal(answer.status, status, `${answer.text} ${await lastError(scene)}`);
			assert.match(answer.text, says);
			return answer;
		};
		const shipments = () =>
			((sandbox.store.call('getShipmentListForOrder', named(ORDER)) as { Shipment?: Json[] }).Shipment ?? []).map(
				(shipment) => sandbox.store.call('getShipmentDetails', { ShipmentKey: String(shipment.ShipmentKey) }) as Json,
			);

		const preview = await publish(true);
		await answers(FIRST, 503, /"preview":true.*"OrderReleaseKey"/);
		assert.equal(shipments().length, 0);
		await api.deactivate(preview);

		const live = await publish(false);
		await answers({ orderNo: ORDER }, 400, /required/);
		await answers(message('DN-0', { orderNo: 'NO-SUCH-ORDER' }), 404, /not found/);
		await answers(message('DN-0', { node: 'AUR_STORE1' }), 409, /Nothing is released to AUR_STORE1/);
		await answers(message('DN-0', { lines: [{ item: 'MUG-BLUE', quantity: 4 }] }), 409, /1 of it are not released/);

		await answers(FIRST, 201, /"result":"created and confirmed","shipmentNo":"DN-1"/);
		const [first] = shipments();
		const text = JSON.stringify(first);
		assert.equal(first!.Status, '1400', text);
		for (const part of ['"SCAC":"UPSN"', '"TrackingNo":"1Z-DN-1"', '"ContainerNo":"C1"', '"TrackingNo":"1Z-C1"']) {
			assert.ok(text.includes(part), `${part} is missing in ${text}`);
		}
		await answers(FIRST, 200, /"result":"already known"/);
		assert.equal(shipments().length, 1);

		openShipment(scene, 'DN-GONE');
		sandbox.store.call('changeShipment', { ...shipmentNamed('DN-GONE'), Action: 'Cancel' });
		await answers(message('DN-GONE'), 409, /was cancelled/);
		openShipment(scene, 'DN-OPEN');
		await answers(message('DN-OPEN'), 200, /"result":"confirmed"/);
		await answers(message('DN-OPEN'), 200, /"result":"already known"/);
		const opened = shipments().find(({ ShipmentNo }) => ShipmentNo === 'DN-OPEN')!;
		assert.deepEqual([opened.Status, opened.TrackingNo], ['1400', '1Z-DN-OPEN']);

		// A gateway fails: nothing is said to be done, and the message is taken when it comes again.
		sandbox.faults.add({ kind: 'status', status: 502, api: 'createShipment' });
		const refused = await answers(message('DN-2'), 503, /later/);
		assert.equal(refused.retryAfter, '60');
		const twice = await Promise.all([post(message('DN-2')), post(message('DN-2'))]);
		assert.deepEqual(twice.map(({ status }) => status).sort(), [200, 201], JSON.stringify(twice));
		const numbers = shipments().map(({ ShipmentNo }) => ShipmentNo);
		assert.deepEqual(numbers.sort(), ['DN-1', 'DN-2', 'DN-GONE', 'DN-OPEN']);
		await answers(message('DN-3'), 409, /Nothing is released/);

		await api.deactivate(live);
		return `shipments ${numbers.join(', ')}; failed runs: ${await failedRuns(scene, live.id)}`;
	},
};

/** What the last run that failed says, to explain a response that was not expected. */
async function lastError({ api }: TemplateScene): Promise<string> {
	const { results } = await api.call<{ results: Array<{ id: string }> }>('GET', '/rest/executions?limit=1');
	const { status, data } = await api.execution(results[0]!.id);
	return status === 'error' ? `${data.resultData.lastNodeExecuted}: ${data.resultData.error?.message}` : '';
}

async function failedRuns({ api }: TemplateScene, workflowId: string): Promise<number> {
	const executions = await api.executions(workflowId);
	return executions.filter(({ status }) => status === 'error').length;
}

export const shipmentConfirmation = [confirms];
