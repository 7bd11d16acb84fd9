import { Element } from '../document/element';
import type { Relation } from '../store/entity';

/** An element that the sandbox always returns empty, as captured for orders without such data. */
export const emptyElement: Relation = {
	kind: 'built',
	build: (_row, _reader, template) => new Element(template.name),
};

const address = (column: string): Relation => ({ kind: 'one', entity: 'PersonInfo', column });

/** Addresses of an order. */
export const addresses: Record<string, Relation> = {
	PersonInfoShipTo: address('ShipToKey'),
	PersonInfoBillTo: address('BillToKey'),
	PersonInfoContact: address('ContactKey'),
	PersonInfoSoldTo: address('SoldToKey'),
	PersonInfoMarkFor: address('MarkForKey'),
};

/** Lists that orders, lines, releases and shipments have alike; kept by table name and row key. */
export function documentLists(table: string): Record<string, Relation> {
	const list = (member: string, more: object): Relation => ({
		kind: 'list',
		member,
		entity: member,
		by: 'TableKey',
		fixed: { TableName: table },
		...more,
	});
	return {
		Notes: list('Note', { count: 'NumberOfNotes' }),
		Instructions: list('Instruction', { count: 'NumberOfInstructions', identity: ['InstructionType', 'SequenceNo'] }),
		References: list('Reference', { identity: ['Name'] }),
		OrderDates: list('OrderDate', { identity: ['DateTypeId'] }),
		AdditionalAddresses: list('AdditionalAddress', {
			count: 'NumberOfAdditionalAddresses',
			identity: ['AddressType'],
		}),
	};
}
