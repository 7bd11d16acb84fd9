import assert from 'node:assert/strict';
import type { Check } from '../lib/checks';
import { CREDENTIAL_TYPE, NODE_TYPE, TOOL_TYPE, TRIGGER_TYPE } from '../lib/connection';

const listed: Check = {
	name: 'node, AI tool, trigger and credential are listed',
	async run({ api }) {
		const nodes = (await api.nodeTypes()).map(({ name }) => name);
		for (const type of [NODE_TYPE, TOOL_TYPE, TRIGGER_TYPE]) assert.ok(nodes.includes(type), `${type} is not listed`);
		const credentials = (await api.credentialTypes()).map(({ name }) => name);
		assert.ok(credentials.includes(CREDENTIAL_TYPE), `${CREDENTIAL_TYPE} is not listed`);
		return nodes.filter((name) => name.startsWith('n8n-nodes-ibm-sterling.')).join(', ');
	},
};

export const listing = [listed];
