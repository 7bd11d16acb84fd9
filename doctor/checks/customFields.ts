import { discoverCustomFields, type EntityName } from '../../clients/oms';
import { rowsOf } from '../../clients/oms/paging';
import { isElement } from '../../kit/xml/document';
import type { ServiceError } from '../../kit/errors';
import type { Notes } from '../notes';
import { readCall } from '../reads';
import { attempt, type Check, type Visit } from '../visit';
import { amount, inWords } from '../words';

const ENTITIES: EntityName[] = ['order', 'orderLine', 'shipment', 'item', 'customer'];

/** Custom fields: how the instance describes them. */
export const customFields: Check = {
	id: 'customFields',
	title: 'Custom fields',
	needs: 'login',
	async run(visit, notes) {
		await byName(visit, notes);
		await dynamic(visit, notes);
		for (const entity of ENTITIES) {
			const outcome = await attempt(
				async () => await discoverCustomFields(visit, visit.connection, { entity, enterpriseCode: visit.enterprise }),
			);
			if ('refusal' in outcome) {
				notes.error('warning', `${entity}: `, outcome.refusal);
				continue;
			}
			const { fields, described } = outcome.value;
			const way = described.length > 0 ? 'described by Sterling' : 'found in the newest records';
			notes.ok(`${entity}: ${amount(fields.length, 'custom field')}, ${way}.`);
		}
	},
};

/** Which name getEntityAttributeList wants. */
async function byName(visit: Visit, notes: Notes): Promise<void> {
	const forms: string[] = [];
	let denied: ServiceError | undefined;
	for (const [form, Name] of [
		['element name', 'Order'],
		['table name', 'YFS_ORDER_HEADER'],
	]) {
		const call = readCall('getEntityAttributeList', { Name }, { root: 'Entity', outputRoot: 'Entity' });
		const outcome = await visit.ask(call);
		if ('refusal' in outcome) {
			if (outcome.refusal.category === 'permission') denied = outcome.refusal;
			continue;
		}
		const { document } = outcome.value;
		const lists = ['Attributes', 'ExtnAttributes'].map((name) => document[name]).filter(isElement);
		if (lists.some((list) => rowsOf(list, 'Attribute').length > 0)) forms.push(form);
	}
	if (forms.length > 0) {
		notes.seen('attributeList', true, `It takes the ${forms.join(' and the ')}.`);
		return;
	}
	if (denied) notes.refusedPoint('attributeList', denied);
	else notes.seen('attributeList', false, 'Neither name was accepted.');
	const why = denied ? ` ${inWords(denied).text}` : '';
	const advice = 'Ask the administrator to grant getEntityAttributeList; until then, the newest records are used.';
	notes.warning(`getEntityAttributeList does not describe orders.${why}`, advice);
}

async function dynamic(visit: Visit, notes: Notes): Promise<void> {
	const outcome = await attempt(async () => {
		const input = { MaximumRecords: '1' };
		await visit.send(readCall('getEntityCustomAttributeList', input, { root: 'EntityCustomAttribute' }));
		await visit.send(readCall('getAttributeList', input, { root: 'Attribute' }));
	});
	if ('refusal' in outcome) notes.refusedPoint('dynamicAttributes', outcome.refusal);
	else notes.seen('dynamicAttributes', true);
}
