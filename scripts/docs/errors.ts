import { explain } from '../../clients/oms/errorTable';
import { code, table } from './markdown';

/**
 * What the codes mean that the client has its own advice for; that advice is the client's. Codes that mean the
 * same stand together.
 */
export const MEANINGS: ReadonlyArray<readonly [codes: string, meaning: string]> = [
	['YCP0427', 'Not authenticated: the token is missing, wrong or expired'],
	['YCP0047', 'The login failed'],
	['YCP0428', 'API security: the API, or an element of its output, is not granted to the user'],
	['YCP0429', 'Data security: the user may not see this record'],
	['YFC0009 YCP79_00003', 'Someone else changed the record meanwhile'],
	['YFC0100 YFC0101', 'Deadlock, or a lock was not given in time'],
	['YFC0006', 'The query took longer than its time-out'],
	['YFC0001', 'The record exists already'],
	['YFS10012', 'The order number is already in use'],
	['YFS10003', 'No such order, or its key is ambiguous'],
	['YFS10001', 'No record found'],
	['YFS10412', 'No such order release'],
	['YCM0033', 'No such item'],
	['YDM00017 YDM00166', 'No such shipment'],
	['YFS10319 YCP0165', 'No such customer'],
	['YCP0267', 'No such organization'],
	['YCP0045 YCM0021', 'No such record'],
	['YFS10137', 'The order may not be changed this way in its status'],
	['YDM00025', 'The shipment may not be changed this way in its status'],
	['YDM00065 OMP10065 YCM0031', 'Attributes that identify the document are missing'],
	['YFS10428', 'The input of a status change does not fit together'],
	['YFS10431', 'No quantity has the status that is to be changed'],
	['YFS10492', 'Less would remain than is invoiced'],
	['OMP11035 OMP11036 OMP11037', 'The hold type or its status does not exist'],
	['YFS10437', 'The item does not exist in this unit of measure'],
	['YFS10048', 'No such node'],
	['YFS10367', 'No such document type'],
	['YFS10395 YCP0040', 'No such organization'],
	['YFS10460', 'A required attribute is missing'],
	['YFS10491', 'The payment type is not set up'],
	['YFS10011', 'The notification type is not set up'],
	['INV80_041', 'The item still has inventory'],
	['YCM0005', 'The item could not be deleted'],
	['YDM00090 YDM00112 YDM00113', 'The shipment is not empty: it has lines or containers'],
	['YDM00091', 'The shipment belongs to a load'],
	['OMP11038', 'An exchange order refers to the order'],
	['YCP0199', 'The organization is the hub'],
	['YCP0260 YCP0261 YCP0262', 'The organization keeps the catalog, inventory or capacity of others'],
	['YCP0263 YCP0264 YCP0265 YCP0266', 'The organization is in use'],
];

/** One row for each advice that the node gives: its codes, what they mean, and the category. */
export function errorReference(): string {
	const byAdvice = new Map<string, { category: string; entries: string[] }>();
	for (const [codes, meaning] of MEANINGS) {
		const listed = codes.split(' ');
		const { category, hint } = explain(listed[0], 400);
		const row = byAdvice.get(hint) ?? { category, entries: [] };
		row.entries.push(`${listed.map(code).join(', ')}: ${meaning}`);
		byAdvice.set(hint, row);
	}
	const rows = [...byAdvice].map(([hint, { category, entries }]) => {
		return [entries.join('<br>'), code(category), hint];
	});
	return table(['Code and meaning', 'Category', 'What to do'], rows);
}
