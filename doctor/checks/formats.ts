import { fromJson } from '../../kit/xml/json';
import { isElement, type Document, type Value } from '../../kit/xml/document';
import type { Notes } from '../notes';
import { readCall } from '../reads';
import { type Check, type Visit } from '../visit';

/** JSON and XML, and what each makes of a document. */
export const formats: Check = {
	id: 'formats',
	title: 'JSON and XML',
	needs: 'orders',
	async run(visit, notes) {
		for (const dataFormat of ['json', 'xml'] as const) {
			const call = visit.oneOrder({ dataFormat });
			const outcome = await visit.ask(call);
			const name = dataFormat.toUpperCase();
			if ('refusal' in outcome) {
				const other = dataFormat === 'json' ? 'XML' : 'JSON';
				notes.warning(`${name} is refused.`, `Choose ${other} as Data Format in the credential.`);
				continue;
			}
			const isAsAsked = startsLike(dataFormat, visit.tape.last('getOrderList')?.response.body ?? '');
			if (isAsAsked) notes.ok(`${name} is supported.`);
			else notes.warning(`${name} gets a response in another format.`, 'The nodes read both.');
			if (dataFormat === 'json' && isAsAsked) single(visit, notes);
		}
		await mixed(visit, notes);
		await shipments(visit, notes);
	},
};

const startsLike = (format: 'json' | 'xml', body: string) =>
	(format === 'json' ? /^\uFEFF?\s*[[{]/ : /^\uFEFF?\s*</).test(body);

/** The answer was cut to one order: is it an array of one? */
function single({ tape }: Visit, notes: Notes): void {
	const { Order } = fromJson(tape.last('getOrderList')?.response.body ?? '{}');
	if (Order !== undefined) notes.seen('singleMembers', Array.isArray(Order));
}

/** XML in, JSON out, with an attribute and an element of one name, which XML can ask for. */
async function mixed(visit: Visit, notes: Notes): Promise<void> {
	const template: Document = { Shipment: { ShipmentKey: '', '@ShipNode': '', ShipNode: { ShipNode: '' } } };
	const input = { ...visit.ofEnterprise, MaximumRecords: '1' };
	const call = readCall('getShipmentList', input, { template, dataFormat: 'json' });
	const outcome = await visit.ask(call);
	const body = visit.tape.last('getPage')?.response.body ?? '';
	if ('refusal' in outcome) {
		notes.seen('formats', undefined, 'The read of shipments was refused.');
		return;
	}
	notes.seen('formats', startsLike('json', body), 'XML was sent, JSON was requested.');
	if (!startsLike('json', body)) return;
	const shipment = find(fromJson(body), 'Shipment');
	const node = isElement(shipment) ? shipment.ShipNode : undefined;
	if (node === undefined) notes.seen('nameClash', undefined, 'No shipment with a node was found.');
	else notes.seen('nameClash', Array.isArray(node), `ShipNode came as ${kindOf(node)}.`);
}

function kindOf(value: Value): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'string' ? 'the attribute' : 'the element';
}

function find(value: Value, name: string): Value | undefined {
	if (typeof value === 'string') return undefined;
	if (!Array.isArray(value) && value[name] !== undefined) {
		const found = value[name];
		return Array.isArray(found) ? found[0] : found;
	}
	for (const member of Object.values(value)) {
		const found = find(member, name);
		if (found !== undefined) return found;
	}
	return undefined;
}

async function shipments(visit: Visit, notes: Notes): Promise<void> {
	const input = { ...visit.ofEnterprise, MaximumRecords: '1' };
	const outcome = await visit.ask(readCall('getShipmentList', input, { dataFormat: 'xml' }));
	if ('value' in outcome) notes.seen('shipmentRoot', outcome.value.root === 'Shipments');
}
