import type { Document } from '../../kit/xml/document';
import { attempt, type Check, type Visit } from '../visit';
import { amount } from '../words';

/** Lists that the editor offers: how many entries each has. */
const LISTS = [
	['getStatusList', 'Status', 'status', { ProcessTypeKey: 'ORDER_FULFILLMENT' }],
	['getDocumentTypeList', 'DocumentParams', 'document type', {}],
	['getHoldTypeList', 'HoldType', 'hold type', {}],
	['getTransactionList', 'Transaction', 'transaction', {}],
	['getShipNodeList', 'ShipNode', 'node', {}],
] as const;
const MOST = 1000;

/** The set-up of the instance: statuses, document types, nodes, enterprises. */
export const configuration: Check = {
	id: 'configuration',
	title: 'Configuration of the instance',
	needs: 'login',
	async run(visit, notes) {
		const counts: string[] = [];
		for (const [api, list, noun, input] of LISTS) {
			const outcome = await attempt(
				async () => await visit.rows(list, api, { ...input, MaximumRecords: String(MOST) }),
			);
			if ('refusal' in outcome) notes.error('warning', `${api}: `, outcome.refusal);
			else counts.push(amount(outcome.value.length, noun));
		}
		if (counts.length > 0) notes.ok(`${counts.join(', ')}.`);
		const outcome = await attempt(async () => await enterprises(visit));
		if ('refusal' in outcome) {
			notes.seen('roleKey', undefined, 'getOrganizationList was refused.');
			return;
		}
		const { all, byRole, byFlag } = outcome.value;
		// A filter that is ignored finds as many as none at all.
		notes.seen(
			'roleKey',
			byRole > 0 && (byRole < all || all === byFlag),
			`The role finds ${byRole}, the flag ${byFlag}, of ${all}.`,
		);
		notes.ok(`${amount(all, 'organization')}, ${Math.max(byRole < all ? byRole : 0, byFlag)} of them enterprises.`);
	},
};

async function enterprises(visit: Visit) {
	const count = async (filter: Document) =>
		(await visit.rows('Organization', 'getOrganizationList', { ...filter, MaximumRecords: String(MOST) })).length;
	return {
		all: await count({}),
		byRole: await count({ OrgRoleList: { OrgRole: { RoleKey: 'ENTERPRISE' } } }),
		byFlag: await count({ IsEnterprise: 'Y' }),
	};
}
