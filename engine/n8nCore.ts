import 'reflect-metadata';

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PollContext,
	PollTriggerExecutor,
	TriggerContext,
	TriggersAndPollers,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import type { INode, IWorkflowExecuteAdditionalData, Workflow } from 'n8n-workflow';

export {
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PollContext,
	PollTriggerExecutor,
	TriggerContext,
	TriggersAndPollers,
	WebhookContext,
	WorkflowExecute,
};

/**
 * The first context of a node makes n8n-core write a file with an encryption key into the user's own folder of n8n
 * (measured, n8n-core 2.41); an n8n that is given another key later refuses to start with it. So the first one is made
 * here, while folder and key are ones that nobody needs afterwards. A folder that the caller has set is used as it is.
 */
function keepOutOfTheUsersFolder(): void {
	const { env } = process;
	if (env.N8N_USER_FOLDER !== undefined) return;
	const folder = mkdtempSync(join(tmpdir(), 'n8n-core-'));
	const { N8N_ENCRYPTION_KEY: key } = env;
	env.N8N_USER_FOLDER = folder;
	// Without a key n8n-core says on the console that it makes one.
	env.N8N_ENCRYPTION_KEY = key || randomBytes(24).toString('base64');
	try {
		new PollContext({} as Workflow, {} as INode, {} as IWorkflowExecuteAdditionalData, 'internal', 'init');
	} finally {
		delete env.N8N_USER_FOLDER;
		if (key === undefined) delete env.N8N_ENCRYPTION_KEY;
		else env.N8N_ENCRYPTION_KEY = key;
		rmSync(folder, { recursive: true, force: true });
	}
}

keepOutOfTheUsersFolder();
