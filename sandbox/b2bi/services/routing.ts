import { invalid, notFound } from '../refusal';
import { records, type Records } from './records';
import { namesIn, textOf, type Row } from './service';

/** Templates of routing channels; there is no service for them. A dynamic one takes no consumer. */
const TEMPLATES: Readonly<Record<string, { isDynamic: boolean }>> = {
	PassThrough: { isDynamic: false },
	DynamicConsumer: { isDynamic: true },
};

/** Who sends to whom by which template. There is no update. */
export function routingChannels(partners: () => Records): Records {
	let count = 0;
	const { rows, service } = records({
		title: 'RoutingChannel',
		key: 'routingChannelKey',
		required: ['templateName', 'producer'],
		filters: { searchByTemplate: 'templateName', searchByProducer: 'producer', searchByConsumer: 'consumer' },
		makeKey() {
			count += 1;
			return `RC${String(count).padStart(6, '0')}`;
		},
		prepare(input) {
			const template = TEMPLATES[textOf(input, 'templateName')];
			if (!template) throw notFound('RoutingChannelTemplate', textOf(input, 'templateName'));
			const [producer, consumer] = [textOf(input, 'producer'), textOf(input, 'consumer')];
			if (template.isDynamic && consumer !== '') throw invalid('API000151: A dynamic template takes no consumer.');
			if (!template.isDynamic && consumer === '') throw invalid('API000152: The field consumer is required.');
			for (const name of [producer, consumer]) {
				if (name !== '' && !partners().rows.has(name)) throw notFound('TradingPartner', name);
			}
			const same = [...rows.values()].find(
				(row) =>
					row.templateName === input.templateName && row.producer === producer && (row.consumer ?? '') === consumer,
			);
			if (same) throw invalid('API000153: A routing channel for this producer and consumer already exists.');
			return { provisioningFacts: [], ...input, producerMailboxPath: `/${producer}` };
		},
	});
	return { rows, service: { ...service, update: undefined } };
}

/** Rules of mailbox routing: what starts where a message of some name arrives. */
export const routingRules = (): Records =>
	records({
		title: 'RoutingRule',
		key: 'name',
		required: ['name', 'action', 'actionType', 'evaluationMode', 'runRuleAs'],
		defaults: { mailboxes: [], messageNamePattern: '*' },
		filters: { searchFor: 'name' },
		displays: {
			actionType: { bp: 'Business Process', contract: 'Contract' },
			evaluationMode: { automatic: 'Automatic', manual: 'Manual' },
		},
		prepare(input) {
			const { mailboxes } = input;
			return mailboxes === undefined ? input : { ...input, mailboxes: pathsOf(mailboxes) };
		},
	});

function pathsOf(mailboxes: unknown): string[] {
	if (!Array.isArray(mailboxes)) return namesIn(mailboxes);
	return mailboxes.map((entry) => (typeof entry === 'object' ? textOf(entry as Row, 'path') : String(entry)));
}

export const userAccounts = (): Records =>
	records({
		title: 'UserAccount',
		key: 'userId',
		required: ['userId', 'password'],
		filters: { searchFor: 'userId' },
		hidden: () => ['password'],
		displays: { authenticationType: { Local: 'Local', External: 'External', Both: 'Both' } },
	});

export const userVirtualRoots = (): Records =>
	records({
		title: 'UserVirtualRoot',
		key: 'userName',
		required: ['userName', 'mailboxPath'],
		filters: { userName: 'userName' },
	});
