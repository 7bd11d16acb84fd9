import {
	Workflow,
	type INode,
	type INodeListSearchResult,
	type IWorkflowExecuteAdditionalData,
	type ResourceMapperField,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { MemoryCredentials } from '../../../../engine/credentials';
import { LoadOptionsContext } from '../../../../engine/n8nCore';
import { nodeTypesOf } from '../../../../engine/nodeTypes';
import { IbmSterlingOms } from '../../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import type { IbmSterlingOmsTrigger } from '../../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import type { Sandbox } from '../../../../sandbox';
import { assertNoSecrets, secrets, watching, watchTokens } from '../../../support/watch';
import { credentialFor } from '../../../support/workflow';

const TYPE = 'n8n-nodes-ibm-sterling.node';
const CREDENTIAL = { ibmSterlingOmsApi: { id: 'sandbox', name: 'Sandbox' } };

/** Making the description takes longer than most lists. */
const NODE = new IbmSterlingOms();

type Parameters = INode['parameters'];

type NodeClass = IbmSterlingOms | IbmSterlingOmsTrigger;

/** What n8n's editor asks the node for while someone fills it in: n8n's own context, with the node as it stands. */
export class Editor {
	constructor(
		private readonly sandbox: Sandbox,
		private readonly credential: Record<string, unknown> = {},
	) {}

	/** The fields of the mapper. */
	async fields(parameters: Parameters): Promise<ResourceMapperFields> {
		const context = this.context(NODE, parameters);
		return await watched(() => NODE.methods.resourceMapping.mapCustomFields.call(context));
	}

	/** Ids of the fields of the mapper. */
	async ids(parameters: Parameters): Promise<string[]> {
		return (await this.fields(parameters)).fields.map(({ id }) => id);
	}

	/** What a picker lists. */
	async search(
		name: 'searchCustomFields' | 'searchLineCustomFields',
		parameters: Parameters,
		{ filter, type = NODE }: { filter?: string; type?: NodeClass } = {},
	): Promise<INodeListSearchResult> {
		const context = this.context(type, parameters);
		return await watched(() => type.methods.listSearch[name].call(context, filter));
	}

	private context(type: NodeClass, parameters: Parameters): LoadOptionsContext {
		const data = credentialFor(this.sandbox, this.credential);
		secrets.addCredential(data);
		watchTokens(this.sandbox);
		const nodeTypes = nodeTypesOf({ [TYPE]: type });
		const node: INode = {
			id: '1',
			name: 'Temp-Node',
			type: TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: CREDENTIAL,
		};
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const additionalData = {
			credentialsHelper: new MemoryCredentials({ sandbox: data }),
			currentNodeParameters: parameters,
		} as unknown as IWorkflowExecuteAdditionalData;
		return new LoadOptionsContext(workflow, workflow.nodes['Temp-Node'], additionalData, 'parameters.customFields');
	}
}

async function watched<T>(work: () => Promise<T>): Promise<T> {
	const result = await watching(work);
	assertNoSecrets(result, 'The editor');
	return result;
}

/** The parameter that n8n stores for a mapper with these fields and values. */
export const mapping = (
	fields: ResourceMapperField[],
	value: Record<string, string | number | boolean> | null,
	mappingMode = value ? 'defineBelow' : 'autoMapInputData',
) => ({
	mappingMode,
	value,
	matchingColumns: [],
	schema: fields.map((field) => ({ ...field, removed: !value || !(field.id in value) })),
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});
