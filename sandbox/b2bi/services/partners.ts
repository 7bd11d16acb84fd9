import type { B2biBehaviour } from '../options';
import { checkName, invalid, missing, notFound } from '../refusal';
import type { Store } from '../store';
import { records, type Records } from './records';
import { flagOf, namesIn, textOf, type Row } from './service';

const REQUIRED = [
	'partnerName',
	'username',
	'authenticationType',
	'community',
	'emailAddress',
	'givenName',
	'surname',
	'phone',
	'isInitiatingConsumer',
	'isInitiatingProducer',
	'isListeningConsumer',
	'isListeningProducer',
	'doesUseSSH',
];
const FLAGS = /^(is|does)[A-Z]|^(appendSuffixToUsername|keyEnabled|textMode|asciiArmor|useGlobalMailbox)$/;
const CONFIGURATIONS = [
	...['Cd', 'Ftp', 'Ftps', 'Ssh', 'Ws'].map((protocol) => `consumer${protocol}Configuration`),
	...['Cd', 'Ftp', 'Ftps', 'Ssh'].map((protocol) => `producer${protocol}Configuration`),
];

export const communities = (): Records =>
	records({
		title: 'Community',
		key: 'name',
		required: ['name'],
		defaults: {
			partnersInitiateConnections: true,
			partnersListenForConnections: false,
			ftpListening: false,
			cdListening: false,
			sshListening: false,
			wsListening: false,
			partnerNotificationsEnabled: false,
			customProtocols: '',
		},
		filters: { commName: 'name' },
		prepare: (input) =>
			Object.fromEntries(
				Object.entries(input).map(([name, value]) =>
					name === 'name' || name === 'customProtocols' ? [name, value] : [name, flagOf({ value }, 'value')],
				),
			),
	});

export const partnerGroups = (partners: () => Records): Records => {
	const known = (list: unknown): string[] => {
		const names = namesIn(list);
		for (const name of names) if (!partners().rows.has(name)) throw notFound('TradingPartner', name);
		return names;
	};
	return records({
		title: 'PartnerGroup',
		key: 'groupName',
		required: ['groupName'],
		defaults: { groupMembers: '' },
		filters: { searchFor: 'groupName' },
		prepare(input, present) {
			if (!present) return { groupName: input.groupName, groupMembers: known(input.groupMembers).join(',') };
			const names = known(input.partners);
			const members = namesIn(present.groupMembers);
			const kept = members.filter((name) => !names.includes(name));
			switch (textOf(input, 'addOrRemove').toLowerCase()) {
				case 'add':
					return { groupMembers: [...kept, ...names].join(',') };
				case 'remove':
					return { groupMembers: kept.join(',') };
				default:
					throw invalid('API000141: addOrRemove has to be add or remove.');
			}
		},
	});
};

/**
 * Partners of File Gateway. Creating one makes its user account and mailboxes, too. `customProtocolName` is kept, but
 * reading leaves it out as 6.1.0.4 does, so a whole update by what was read loses it.
 */
export function tradingPartners(
	store: Store,
	behaviour: B2biBehaviour,
	others: { communities: Records; accounts: Records; channels: () => Records },
): Records {
	const check = (row: Row): void => {
		for (const name of REQUIRED) if (textOf(row, name) === '') throw missing(name);
		if (textOf(row, 'authenticationType') === 'External' && textOf(row, 'authenticationHost') === '') {
			throw missing('authenticationHost');
		}
		for (const name of ['partnerName', 'givenName', 'surname']) checkName(name, row[name]);
		const community = others.communities.rows.get(textOf(row, 'community'));
		if (!community) throw notFound('Community', textOf(row, 'community'));
		const listens = flagOf(row, 'isListeningConsumer') || flagOf(row, 'isListeningProducer');
		if (listens && !flagOf(community, 'partnersListenForConnections')) {
			throw invalid('API000142: The community does not support partners that listen for connections.');
		}
	};
	return records({
		title: 'TradingPartner',
		key: 'partnerName',
		required: ['partnerName', 'password'],
		defaults: Object.fromEntries(CONFIGURATIONS.map((name) => [name, {}])),
		filters: { searchFor: 'partnerName' },
		hidden: () => ['password', ...(behaviour.hidesCustomProtocol ? ['customProtocolName'] : [])],
		prepare(input, present) {
			const flags = Object.entries(input).filter(([name]) => FLAGS.test(name));
			const typed = { ...input, ...Object.fromEntries(flags.map(([name]) => [name, flagOf(input, name)])) };
			const row: Row = present && behaviour.updates === 'named' ? { ...present, ...typed } : typed;
			check({ partnerName: present?.partnerName, ...row });
			if (!present || behaviour.updates === 'named') return row;
			// Only the password stays as it was where a whole update leaves it out.
			const emptied = Object.keys(present).filter((name) => name !== 'password' && !(name in row));
			return { ...Object.fromEntries(emptied.map((name) => [name, undefined])), ...row };
		},
		created(row) {
			const name = textOf(row, 'partnerName');
			store.ensureMailbox(`/${name}/Inbox`);
			const userId = textOf(row, 'username');
			if (others.accounts.rows.has(userId)) return;
			others.accounts.rows.set(userId, {
				userId,
				givenName: row.givenName,
				surname: row.surname,
				email: row.emailAddress,
				authenticationType: row.authenticationType,
				groups: [],
				permissions: [{ name: `/${name} Mailbox` }],
			});
		},
		beforeRemoval(row) {
			const name = textOf(row, 'partnerName');
			const isUsed = [...others.channels().rows.values()].some(
				({ producer, consumer }) => producer === name || consumer === name,
			);
			if (isUsed) throw invalid(`API000143: The partner ${name} is used by routing channels.`);
		},
	});
}
