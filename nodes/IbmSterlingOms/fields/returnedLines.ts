import { attribute, attributeOf, meaning, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { item, orderLine, shipNode } from './locators';
import { quantity } from './quantity';

/** Element that holds one entry each in the document that the field writes. */
export const RETURNED = 'ReturnedLine';

/** What came back of a return, one entry a line. */
export const returnedLines = (): Field =>
	repeat(
		'Lines',
		'lines',
		RETURNED,
		{
			entry: 'Line',
			key: 'line',
			emptyMeans: 'all lines would be received in full',
			description: 'Lines that were received. Without lines, all lines are received in full.',
		},
		[
			attributeOf(
				orderLine(
					'Line of the return: pick it, or type its key. Not needed if its line number is given.',
					'searchReturnLines',
				),
				'OrderLineKey',
			),
			attribute('Line Number', 'primeLineNo', 'PrimeLineNo', {
				placeholder: 'e.g. 1',
				description: 'Number of the line in the return. Not needed when its key is given.',
			}),
			attributeOf(
				item('Item of the line, if the return has only one line with it', { displayName: 'Item ID' }),
				'Item.ItemID',
			),
			meaning(
				'the whole line would be received',
				quantity('Quantity', 'quantity', 'Quantity', {
					placeholder: 'e.g. 1',
					description: 'Quantity that was received. Leave empty for the whole line.',
				}),
			),
			attribute('Disposition Code', 'dispositionCode', 'DispositionCode', {
				placeholder: 'e.g. RESTOCK',
				description: 'What happens to the goods, as a code defined in your Sterling, such as back to stock',
			}),
			attributeOf(
				shipNode(
					'Node that received the goods. Leave empty for the node of the line.',
					'Receiving Node',
					'receivingNode',
				),
				'ReceivingNode',
			),
		],
	);
