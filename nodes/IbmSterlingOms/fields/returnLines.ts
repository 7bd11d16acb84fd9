import { attribute, attributeOf, collection } from '../../../kit/n8n/fields/field';
import { repeat, type Repeat } from '../../../kit/n8n/fields/repeat';
import { lineCustomFields } from './customFields';
import { byKey, commonCode, item, shipNode } from './locators';
import { quantity } from './quantity';

/** Where the item of an original line is in the document until the line is found: Sterling has no such attribute. */
const ORIGINAL_ITEM = 'DerivedFrom.ItemID';

/** Lines of a new return: what comes back of which order line. */
export const returnLines = (): Repeat =>
	repeat(
		'Return Lines',
		'lines',
		'OrderLines.OrderLine',
		{
			entry: 'Line',
			key: 'line',
			description: 'Lines to return: one for each line of the original order, identified by key or by numbers',
		},
		[
			attributeOf(
				byKey(
					'Original Line',
					'derivedFromKey',
					'searchSoldLines',
					'20260115100001123457',
					'Order line to return: pick it, or type its key (OrderLineKey). Not needed if its numbers are given.',
				),
				'DerivedFrom.OrderLineKey',
			),
			quantity('Quantity', 'orderedQty', 'OrderedQty', {
				required: true,
				placeholder: 'e.g. 1',
				description: 'Quantity to return',
			}),
			attributeOf(
				commonCode('Reason', 'returnReason', 'searchReturnReasons', 'DAMAGED', 'Reason for the return'),
				'ReturnReason',
			),
			attributeOf(
				shipNode(
					'Node that receives the goods. Leave empty to let Sterling choose.',
					'Receiving Node',
					'receivingNode',
				),
				'ShipNode',
			),
			collection(
				'By Numbers',
				'numbers',
				'Add Number',
				[
					attributeOf(
						item('Item of the original line, if the order has only one line with it', {
							displayName: 'Original Item ID',
						}),
						ORIGINAL_ITEM,
					),
					attribute('Original Line Number', 'primeLineNo', 'DerivedFrom.PrimeLineNo', {
						placeholder: 'e.g. 1',
						description: 'Number of the line in the original order',
					}),
					attribute('Original Order Key', 'orderHeaderKey', 'DerivedFrom.OrderHeaderKey', {
						placeholder: 'e.g. 20260115100001123456',
						description: 'Key of the original order',
					}),
					attribute('Original Order Number', 'derivedOrderNo', 'DerivedFrom.OrderNo', {
						placeholder: 'e.g. WEB-1001',
						description: 'Number of the original order',
					}),
					attribute('Original Sub Line Number', 'subLineNo', 'DerivedFrom.SubLineNo', {
						placeholder: 'e.g. 1',
						description: 'Second part of the number of the line, usually 1',
					}),
				],
				'The original order line, by numbers or its item instead of its key',
			),
			lineCustomFields(),
		],
	);
