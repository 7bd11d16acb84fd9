import { runEdiAct } from '../../../demo/edi/act';
import { ediStageOn } from '../../../demo/edi/stage';
import { closeAllPools } from '../../../kit/http/pools';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { X12 } from '../../../nodes/X12/X12.node';
import { startB2bi, type B2biSandbox } from '../../../sandbox/b2bi';
import { startSyspro, type SysproSandbox } from '../../../sandbox/syspro';

let syspro: SysproSandbox;
let b2b: B2biSandbox;

beforeAll(async () => {
	syspro = await startSyspro({ empty: true });
	b2b = await startB2bi({ withoutMessages: true });
});
afterAll(async () => {
	await closeAllPools();
	await syspro.close();
	await b2b.close();
});

test('a document that does not arrive as SYSPRO holds it is found out', async () => {
	const stage = ediStageOn(syspro, b2b, {
		'n8n-nodes-ibm-sterling.syspro': new Syspro(),
		'n8n-nodes-ibm-sterling.x12': new X12(),
		'n8n-nodes-ibm-sterling.ibmB2bIntegrator': new IbmB2bIntegrator(),
	});
	const { surroundings } = stage;
	const rows = await runEdiAct({
		...stage,
		surroundings: {
			...surroundings,
			timePasses() {
				surroundings.timePasses();
				syspro.company.changePurchaseLine('000000000000002', '1', { MOrderQty: '121' });
				for (const message of b2b.store.messages.values()) {
					if (message.name.startsWith('856')) b2b.store.messages.delete(message.id);
				}
			},
			supplierMoves: () => undefined,
		},
	});
	const objections = Object.fromEntries(rows.map(({ document, objection }) => [document, objection]));
	expect(objections).toEqual({
		'Purchase order 000000000000001': undefined,
		'Purchase order 000000000000002': expect.stringMatching(/SYSPRO holds .*161.*mailbox .*160\.5/),
		'Purchase order 000000000000003': undefined,
		'Invoice 000000000000001': undefined,
		'Shipment 000000000000001': expect.stringMatching(/0 messages with control number 8561/),
		'Partner NORTHWIND': undefined,
	});
	expect(syspro.sessions.seats).toBe(0);
});
