import { attribute, attributeOf, repeat, type Field } from '../../../kit/n8n/fields/field';
import { shipNode } from './locators';

/** Element that holds one entry each in the document that the field writes. */
export const RETURNED = 'ReturnedLine';

/** What came back of a return, one entry a line. */
export const returnedLines = (): Field =>
	repeat(
		'Lines',
		'lines',
		RETURNED,
		{ entry: 'Line', key: 'line', description: 'What came back. Without any, all lines came back in full.' },
		[
			attribute('Order Line Key', 'orderLineKey', 'OrderLineKey', {
				description: 'Key of the return’s line. Not needed when its line number is given.',
			}),
			attribute('Line Number', 'primeLineNo', 'PrimeLineNo', { placeholder: 'e.g. 1' }),
			attribute('Quantity', 'quantity', 'Quantity', { description: 'Empty takes all of the line' }),
			attribute('Disposition Code', 'dispositionCode', 'DispositionCode', {
				description: 'What happens to the goods, such as back to stock',
			}),
			attributeOf(shipNode('Empty takes the node of the line', 'Receiving Node', 'receivingNode'), 'ReceivingNode'),
		],
	);
