import {
	NodeApiError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { listOf } from '../../../clients/inventory';
import { LABELS } from '../labels';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import { connect } from '../connect';

/** Names of one list of the tenant's configuration. IV sends it whole, so it is filtered here. */
async function namesOf(context: ILoadOptionsFunctions, list: string, member: string, filter = ''): Promise<string[]> {
	try {
		const { client } = await connect(context);
		const path = `v1/configuration/${list}`;
		const { body } = await client.send({ service: 'inventory', method: 'GET', path, kind: 'read', isList: true });
		const names = listOf(body, list).map((entry) => String(entry[member]));
		const wanted = filter.trim().toLowerCase();
		return names.filter((name) => name.toLowerCase().includes(wanted)).sort();
	} catch (error) {
		throw error instanceof NodeApiError ? error : toNodeError(context.getNode(), error, { labels: LABELS });
	}
}

const results = (names: string[]): INodeListSearchResult => ({ results: names.map((name) => ({ name, value: name })) });

export async function searchShipNodes(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return results(await namesOf(this, 'shipNodes', 'shipNode', filter));
}

export async function searchDistributionGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return results(await namesOf(this, 'distributionGroups', 'distributionGroupId', filter));
}

export async function getShipNodes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return results(await namesOf(this, 'shipNodes', 'shipNode')).results as INodePropertyOptions[];
}
