import assert from 'node:assert/strict';
import { startB2bi } from '../../sandbox/b2bi';
import { startSyspro } from '../../sandbox/syspro';
import { createDataTable } from './dataTable';
import { runByHand } from './runByHand';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const COLUMNS = [
	...['documentId', 'kind', 'number', 'partner', 'partnerCode', 'partnerName', 'state', 'problem'],
	...['functionalId', 'groupControlNumber', 'controlNumber', 'interchangeControlNumber', 'messageName', 'messageId'],
	...['sentAt', 'acknowledgement', 'acknowledgedAt', 'response', 'respondedAt', 'responseDocument', 'questions'],
	...['askedAt', 'decidedAt', 'reported', 'reportedAt'],
];
const UNITS = { unitTable: { row: [{ code: 'MR', name: 'M' }] } };
const CURRENCIES = { currencyTable: { row: [{ code: 'USD', name: '$' }] } };

/** Orders leave once, however often the workflow runs, and what comes back is in n8n's own data table. */
const ordersAndAnswers: TemplateCheck = {
	name: 'syspro-purchase-orders-to-edi, syspro-edi-inbox: each order once, acknowledgements and responses in the ledger',
	async run(scene) {
		const { api } = scene;
		const [syspro, b2b] = [await startSyspro(), await startB2bi({ withoutMessages: true })];
		try {
			const [{ operator, password }] = syspro.operators;
			const [{ userId, password: secret }] = b2b.users;
			const credentials = [
				await api.createCredential('SYSPRO', 'sysproApi', {
					services: 'both',
					company: syspro.companyId,
					enetUrl: syspro.enetUrl,
					operator,
					operatorPassword: password,
					companyPassword: syspro.companyPassword,
					odataUrl: syspro.odataUrl,
					odataOperator: operator,
					odataPassword: password,
					caCertificate: syspro.ca,
				}),
				await api.createCredential('B2B Integrator', 'ibmB2bIntegratorApi', {
					baseUrl: b2b.url,
					authentication: 'basic',
					userId,
					password: secret,
					caCertificate: b2b.ca,
				}),
				await api.createCredential('Mail', 'smtp', {
					host: '127.0.0.1',
					port: 1,
					user: '',
					password: '',
					secure: false,
				}),
			];
			const ledger = await createDataTable(api, 'EDI ledger', COLUMNS);
			const x12 = { ...CURRENCIES, ...UNITS, onlyEdi: true, onProblems: 'report' };
			const orders = await importTemplate(scene, 'syspro-purchase-orders-to-edi', {
				settings: { ledger },
				credentials,
				parameters: { 'Purchase orders': { x12 } },
			});
			const inbox = await importTemplate(scene, 'syspro-edi-inbox', {
				settings: { ledger },
				credentials,
				parameters: { 'Compare with SYSPRO': { x12: UNITS } },
			});
			const names = (path: string) => {
				const mailbox = [...b2b.store.mailboxes.values()].find((each) => each.path === path);
				const all = [...b2b.store.messages.values()].filter(({ mailboxId }) => mailboxId === mailbox?.id);
				return all.map(({ name }) => name).sort();
			};
			const sent = ['850_000000000000001.edi', '850_000000000000002.edi'];
			for (let time = 1; time <= 2; time++) {
				await runByHand(scene, orders, 'Every 10 minutes');
				assert.deepEqual(names('/ACME'), sent);
				b2b.clock.advance(60_000);
				b2b.settle();
				await runByHand(scene, inbox, 'Every 5 minutes');
			}
			assert.equal(syspro.sessions.seats, 0);
			const project = await api.call<{ id: string }>('GET', '/rest/projects/personal');
			const { data } = await api.call<{ data: Array<Record<string, unknown>> }>(
				'GET',
				`/rest/projects/${project.id}/data-tables/${ledger}/rows`,
			);
			const rows = data.map(({ messageName, state, response }) => [messageName, state, response]).sort();
			assert.deepEqual(
				rows,
				sent.map((name) => [name, 'acknowledged', 'accepted']),
			);
			return `${rows.length} orders sent once and accepted`;
		} finally {
			await syspro.close();
			await b2b.close();
		}
	},
};

export const sysproEdi = [ordersAndAnswers];
