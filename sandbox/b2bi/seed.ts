import type { Records } from './services/records';
import type { Row } from './services/service';
import type { Store } from './store';

export interface Tables {
	communities: Records;
	partners: Records;
	groups: Records;
	channels: Records;
	rules: Records;
	accounts: Records;
	roots: Records;
}

const ADMIN = { user: { userId: 'admin', password: '', name: 'Administrator', isApiUser: true } };

/** The trading partner of the sandbox's own company and the others: who is in the sandbox from the start. */
const PARTNERS = [
	{ partnerName: 'ACME', givenName: 'Ada', surname: 'Ames', code: 'ACME' },
	{ partnerName: 'NORTHWIND', givenName: 'Nora', surname: 'Winder', code: 'S0042' },
	{ partnerName: 'CONTOSO', givenName: 'Carl', surname: 'Oso', code: 'S0043' },
];

/** Everything that a new trading partner needs, as the smallest working create of a public sample has it. */
export const partnerRecord = (more: Row): Row => ({
	username: String(more.partnerName).toLowerCase(),
	password: 'Partner-Password-1',
	authenticationType: 'Local',
	community: 'Suppliers',
	emailAddress: 'edi@example.com',
	phone: '5550100',
	postalCode: '12345',
	isInitiatingConsumer: true,
	isInitiatingProducer: true,
	isListeningConsumer: false,
	isListeningProducer: false,
	doesUseSSH: false,
	...more,
});

/** A small 850 from ACME to NORTHWIND. */
export const PURCHASE_ORDER = [
	'ISA*00*          *00*          *ZZ*ACME           *ZZ*NORTHWIND      *260115*0930*U*00401*000000071*0*T*>',
	'GS*PO*ACME*NORTHWIND*20260115*0930*71*X*004010',
	'ST*850*0001',
	'BEG*00*SA*PO-4711**20260115',
	'PO1*1*12*EA*9.9**VP*MUG-BLUE',
	'PO1*2*6*EA*9.9**VP*MUG-RED',
	'CTT*2',
	'SE*6*0001',
	'GE*1*71',
	'IEA*1*000000071~',
].join('~');

/** Fills a new sandbox: a community, three partners, channels both ways, a rule, accounts, and a few messages. */
export function seed(store: Store, tables: Tables, withMessages: boolean): void {
	const create = ({ service }: Records, row: Row) => service.create?.(row, ADMIN);
	create(tables.communities, { name: 'Suppliers', partnersListenForConnections: true });
	create(tables.communities, { name: 'Custom', customProtocols: 'OFTP2,AS4' });
	for (const userId of ['integration', 'admin', 'limited', 'outsider']) {
		const isApiUser = userId !== 'outsider';
		create(tables.accounts, {
			userId,
			password: 'not read back',
			givenName: userId,
			surname: 'User',
			email: `${userId}@example.com`,
			authenticationType: 'Local',
			groups: isApiUser ? [{ name: 'API User' }] : [],
			permissions: [],
		});
	}
	for (const partner of PARTNERS) create(tables.partners, partnerRecord(partner));
	create(tables.groups, { groupName: 'EDI Suppliers', groupMembers: 'NORTHWIND,CONTOSO' });
	create(tables.roots, { userName: 'northwind', mailboxPath: '/NORTHWIND' });
	for (const [producer, consumer] of [
		['ACME', 'NORTHWIND'],
		['NORTHWIND', 'ACME'],
	]) {
		create(tables.channels, { templateName: 'PassThrough', producer, consumer });
	}
	store.ensureMailbox('/ACME/Drop');
	create(tables.rules, {
		name: 'Deenvelope inbound EDI',
		action: 'EDIDeenvelope',
		actionType: 'bp',
		evaluationMode: 'automatic',
		runRuleAs: 'admin',
		mailboxes: ['/ACME/Drop'],
		messageNamePattern: '*.edi',
	});
	if (!withMessages) return;
	store.deposit('/ACME/Inbox', '855_PO-4700.edi', 'ISA*00*a sample of an order response~');
	store.deposit('/ACME/Inbox', 'price-list.csv', 'sku;price\nMUG-BLUE;9.90\n');
}
