import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import { IbmSterlingOmsApi } from '../../../credentials/IbmSterlingOmsApi.credentials';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { IbmSterlingOmsTrigger } from '../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import { MAX_RESPONSE_BYTES } from '../../../clients/oms/connection';
import { MAX_DEPTH } from '../../../kit/xml/document';
import { IDLE_MS } from '../../../clients/oms/grant';

const page = readFileSync(resolve(__dirname, '../../../docs/limits.md'), 'utf8');

/** The first property of this name, at any depth. */
function find(properties: readonly INodeProperties[], name: string): INodeProperties | undefined {
	const inner = (property: INodeProperties) => find((property.options ?? []) as INodeProperties[], name);
	return properties.reduce<INodeProperties | undefined>(
		(found, property) => found ?? (property.name === name ? property : inner(property)),
		undefined,
	);
}

const credential = (name: string) => find(new IbmSterlingOmsApi().properties, name);
const action = (name: string) => find(new IbmSterlingOms().description.properties, name);
const trigger = (name: string) => Number(find(new IbmSterlingOmsTrigger().description.properties, name)?.default);
const number = (value: unknown) => Number(value).toLocaleString('en-US');

test.each([
	['an answer', `| One response from Sterling | ${MAX_RESPONSE_BYTES / 1024 / 1024} MB |`],
	['the depth of a document', `| Depth of a document | ${MAX_DEPTH} levels |`],
	[
		'a page',
		`${number(action('pageSize')?.default)} documents | **Options → Page Size**, up to ${number(action('pageSize')?.typeOptions?.maxValue)} |`,
	],
	['a query', `| A query in Sterling's database | ${number(action('queryTimeout')?.default)} seconds`],
	['waiting', `| Waiting for a response | ${number(credential('timeout')?.default)} seconds |`],
	['a token', `renewed after ${IDLE_MS / 60_000} idle minutes`],
	[
		'requests in flight',
		`${number(credential('maxInFlight')?.default)}, up to ${number(credential('maxInFlight')?.typeOptions?.maxValue)}`,
	],
	['a poll', `Up to ${number(trigger('eventsPerPoll'))} events a poll`],
	['a transaction', `${trigger('lag') + trigger('overlap')} seconds together by default`],
])('the page of limits is right about %s', (_what, text) => {
	expect(page).toContain(text);
});
