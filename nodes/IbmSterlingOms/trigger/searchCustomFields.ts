import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { KindName } from './kinds';
import { attributeSearch } from '../pickers/attributes';
import { customFieldSearch, type Wanted } from '../pickers/customFields';
import { EVENT_TABLE } from './eventTable';
import { SOURCES } from './sources';

const ENTITIES: Readonly<Record<KindName, Wanted['entity']>> = {
	line: 'orderLine',
	order: 'order',
	release: 'orderRelease',
	return: 'order',
	shipment: 'shipment',
};

/** The custom fields of what the first of the chosen events happens to. */
export const searchCustomFields = customFieldSearch(ofEvents);

/** Their attributes. */
export const searchAttributes = attributeSearch((context) => ofEvents(context).entity);

function ofEvents(context: ILoadOptionsFunctions): Wanted {
	const [first] = [context.getCurrentNodeParameter('events')].flat();
	const kind = EVENT_TABLE.find(({ value }) => value === first)?.source ?? 'order';
	return { entity: ENTITIES[kind], documentType: SOURCES[kind].documentType };
}
