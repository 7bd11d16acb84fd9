import { rowsOf } from '../../clients/oms/paging';
import { isElement, type Document } from '../../kit/xml/document';
import type { ServiceError } from '../../kit/errors';
import type { Notes } from '../notes';
import { pageCall, readCall } from '../reads';
import { textOf, type Check, type Visit } from '../visit';
import { inWords } from '../words';

const ROWS = '5';
/** Attributes of a page by IBM's own examples; others are counted, not named. */
const KNOWN = [
	'IsFirstPage',
	'IsLastPage',
	'IsValidPage',
	'PageNumber',
	'PageSetToken',
	'PageSize',
	'PaginationStrategy',
];

/** getPage with an inline template, which every read of the nodes goes through. */
export const page: Check = {
	id: 'page',
	title: 'getPage with an inline template',
	needs: 'orders',
	async run(visit, notes) {
		const template: Document = { Order: { OrderHeaderKey: '', Modifyts: '' } };
		const outcome = await visit.ask(readCall('getOrderList', newest(visit), { template }));
		if ('refusal' in outcome) {
			notes.refusedPoint('inlineTemplate', outcome.refusal);
			refused(outcome.refusal, notes);
			return;
		}
		visit.abilities.add('getPage');
		const rows = rowsOf(outcome.value.document, 'Order');
		const isShaped = rows.every((row) => textOf(row, 'OrderHeaderKey') !== '' && textOf(row, 'Modifyts') !== '');
		notes.seen('inlineTemplate', rows.length > 0 ? isShaped : undefined);
		if (rows.length === 0) notes.ok('It works; there is no order to look at.');
		else if (isShaped) notes.ok('It works, and the template decides what an order contains.');
		else notes.failed('It works, but without some attributes of the template.', 'Use Output: Stored Template.');
		await asJson(visit, notes);
	},
};

function newest(visit: Visit): Document {
	return {
		...visit.ofEnterprise,
		MaximumRecords: ROWS,
		OrderBy: { Attribute: [{ Name: 'OrderHeaderKey', Desc: 'Y' }] },
	};
}

function refused(error: ServiceError, notes: Notes): void {
	const advice =
		error.category === 'permission'
			? 'Ask the administrator to grant getPage. Every Get and Get Many of the nodes needs it.'
			: 'Every Get and Get Many of the nodes needs getPage. Use Output: Stored Template, or Invoke API.';
	notes.failed(`getPage: ${inWords(error).text}`, advice);
}

/** What stands beside Output in JSON, and whether `{}` in a JSON template asks for all of it, as it does in XML. */
async function asJson(visit: Visit, notes: Notes): Promise<void> {
	const template: Document = { Order: { OrderHeaderKey: '', Extn: {} } };
	const call = readCall('getOrderList', newest(visit), { template });
	const asXml = await visit.ask(call);
	const wanted = 'value' in asXml && countExtn(rowsOf(asXml.value.document, 'Order'));
	notes.seen(
		'xmlEmptyElement',
		wanted ? true : undefined,
		wanted ? undefined : 'No custom field was returned; there may be none.',
	);
	const outcome = await visit.ask(pageCall(call, {}));
	if ('refusal' in outcome) {
		notes.refusedPoint('jsonEmptyElement', outcome.refusal);
		return;
	}
	const { document } = outcome.value;
	const beside = Object.keys(document).filter((name) => name !== 'Output');
	const known = beside.filter((name) => KNOWN.includes(name));
	const more = beside.length - known.length;
	notes.seen('pageAttributes', beside.length > 0, `${known.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`);
	const output = isElement(document.Output) ? document.Output : {};
	const list = isElement(output.OrderList) ? output.OrderList : output;
	notes.seen('jsonEmptyElement', wanted ? countExtn(rowsOf(list, 'Order')) : undefined);
}

/** Whether any row has custom fields. */
function countExtn(rows: Document[]): boolean {
	return rows.some(({ Extn }) => isElement(Extn) && Object.keys(Extn).length > 0);
}
