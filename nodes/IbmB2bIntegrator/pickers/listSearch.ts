import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { findMailbox, kinds, messagesIn, refOf, textOf, timeOf, type Kind, type Row } from '../../../clients/b2bi';
import { rowsOf } from '../../../clients/b2bi/paging';
import { connect } from '../connect';
import { modeOf, parameterOf } from '../../../kit/n8n/editor';
import { LABELS } from '../labels';
import { toNodeError } from '../../../kit/n8n/nodeErrors';

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** Entries of a list of the editor; what is further down is found by typing. */
const MOST_ENTRIES = 200;

interface List {
	kind: Kind;
	/** Query parameter that narrows the list down on the server. */
	query?: string;
	value: string;
	label?: (row: Row) => string;
}

/** A list of records, searched for what is typed anywhere in the label. */
function listOf({ kind, query, value, label = (row) => textOf(row, value) }: List): Search {
	return async function (filter = '') {
		try {
			const { client } = await connect(this);
			const typed = filter.trim().toLowerCase();
			const narrowed = query && typed !== '' ? { [query]: `%${filter.trim()}%` } : {};
			const { rows } = await rowsOf(client, kind.service, narrowed, {
				key: kind.key,
				keep: (row) => label(row).toLowerCase().includes(typed),
				limit: MOST_ENTRIES,
			});
			const results = rows.map((row): INodeListSearchItems => ({ name: label(row), value: textOf(row, value) }));
			return { results: results.sort((a, b) => (a.name < b.name ? -1 : 1)) };
		} catch (error) {
			throw toNodeError(this.getNode(), error, { labels: LABELS });
		}
	};
}

export const searchMailboxes = listOf({ kind: kinds.MAILBOX, value: 'path' });
export const searchPartners = listOf({
	kind: kinds.TRADING_PARTNER,
	query: 'searchFor',
	value: 'partnerName',
	label: (row) => [textOf(row, 'partnerName'), textOf(row, 'code')].filter(Boolean).join(' – '),
});
export const searchCommunities = listOf({ kind: kinds.COMMUNITY, value: 'name' });
export const searchPartnerGroups = listOf({ kind: kinds.PARTNER_GROUP, query: 'searchFor', value: 'groupName' });
export const searchRoutingChannels = listOf({
	kind: kinds.ROUTING_CHANNEL,
	value: 'routingChannelKey',
	label: (row) => `${textOf(row, 'producer')} → ${textOf(row, 'consumer') || 'any'} (${textOf(row, 'templateName')})`,
});
export const searchRoutingRules = listOf({ kind: kinds.ROUTING_RULE, value: 'name' });
export const searchUserAccounts = listOf({ kind: kinds.USER_ACCOUNT, query: 'searchFor', value: 'userId' });
export const searchVirtualRoots = listOf({
	kind: kinds.VIRTUAL_ROOT,
	value: 'userName',
	label: (row) => `${textOf(row, 'userName')} – ${textOf(row, 'mailboxPath')}`,
});

/** Messages of the mailbox that is chosen, newest first. */
export async function searchMessages(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const chosen = parameterOf(this, 'mailbox');
	if (chosen === '') throw toNodeError(this.getNode(), new TypeError('Choose the mailbox first'), { labels: LABELS });
	try {
		const { client } = await connect(this);
		const by = modeOf(this, 'mailbox') === 'id' ? { id: chosen } : { path: chosen };
		const mailbox = refOf(await findMailbox(client, by));
		const typed = filter.trim().toLowerCase();
		const { rows } = await messagesIn(client, mailbox, {
			keep: (row) => textOf(row, 'name').toLowerCase().includes(typed),
		});
		const newest = rows.sort((a, b) => Number(textOf(b, 'id')) - Number(textOf(a, 'id'))).slice(0, MOST_ENTRIES);
		return { results: newest.map((row) => ({ name: labelOf(row), value: textOf(row, 'id') })) };
	} catch (error) {
		throw toNodeError(this.getNode(), error, { labels: LABELS });
	}
}

function labelOf(row: Row): string {
	const time = timeOf(textOf(row, 'creationDate'));
	const date = time === undefined ? '' : ` – ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')}`;
	return `${textOf(row, 'name')}${date}`;
}
