import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { SterlingClient } from '../../../clients/oms/client';
import type { Connection } from '../../../clients/oms/connection';
import { modeOf, parameterOf } from '../../../kit/n8n/editor';
import { connect, type Defaults } from '../connect';

/** What a list may depend on. */
export interface Editor {
	defaults: Defaults;
	/** Plain value of another parameter of the node, empty where it has none. */
	parameter: (name: string) => string;
	/** The way in which a picker is filled in. */
	mode: (name: string) => string;
}

/** Someone waits at the editor, and can ask again. */
const ATTEMPTS = 2;

/** A client for the credential of the node in the editor, and what the node's other parameters say. */
export async function atEditor(
	context: ILoadOptionsFunctions,
): Promise<{ client: SterlingClient; connection: Connection; editor: Editor }> {
	const { client, connection, defaults } = await connect(context, { attempts: ATTEMPTS });
	const parameter = (name: string) => parameterOf(context, name);
	const mode = (name: string) => modeOf(context, name);
	return { client, connection, editor: { defaults, parameter, mode } };
}
