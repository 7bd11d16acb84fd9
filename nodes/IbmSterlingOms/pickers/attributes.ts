import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { describeEntity } from '../../../clients/oms/customFields/discover';
import { ENTITIES, type EntityName } from '../../../clients/oms/entities';
import { ServiceError } from '../../../kit/errors';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import { LABELS } from '../labels';
import { ofResource } from './customFields';
import { atEditor } from './editor';

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** The attributes of what the node reads, as the instance describes them. */
export const searchAttributes = attributeSearch((context) => ofResource(context).entity);

/**
 * A list of the attributes of an entity to pick from; where Sterling does not list them, the error says that paths can
 * be typed.
 */
export function attributeSearch(entityOf: (context: ILoadOptionsFunctions) => EntityName): Search {
	return async function (filter = '') {
		try {
			const { client, connection } = await atEditor(this);
			const entity = ENTITIES[entityOf(this)];
			const { own, extensions } = await describeEntity(client, connection, entity);
			const all = [...own, ...(entity.filters ?? []), ...extensions.map((name) => `Extn.${name}`)];
			const wanted = filter.trim().toLowerCase();
			const found = [...new Set(all)].filter((name) => name.toLowerCase().includes(wanted)).sort();
			return { results: found.map((name) => ({ name, value: name })) };
		} catch (error) {
			const isUnlisted =
				error instanceof ServiceError && ['permission', 'badAnswer', 'server'].includes(error.category);
			const shown = isUnlisted ? error.with({ hint: 'Choose Path and type the attribute.' }) : error;
			throw toNodeError(this.getNode(), shown, { labels: LABELS });
		}
	};
}
