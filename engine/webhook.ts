import { createServer, type ServerOptions } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IWebhookData,
	type IWebhookDescription,
	type IWorkflowBase,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { WebhookContext } from './n8nCore';
import { nodeTypesOf } from './nodeTypes';
import { additionalDataFor, type EngineOptions, type WorkflowFile } from './workflow';

export interface WebhookOptions extends EngineOptions {
	tls: Pick<ServerOptions, 'cert' | 'key'>;
	/** Awaited when a request has its workflow with the data from the disk, so that requests can be held together. */
	whenLoaded?: () => Promise<void>;
	/** `trigger` for an activated workflow, `manual` for a test of the editor. */
	mode?: WorkflowExecuteMode;
}

/**
 * An activated workflow whose trigger has webhooks, on n8n-core's own webhook context behind a web server on the loopback
 * address. What n8n does around it is done here as n8n 2.41 does it: bodies of JSON, forms and plain text are parsed, a
 * trigger that returns no data starts no execution, and static data is read from disk before each request and written
 * after it.
 */
export class WebhookWorkflow {
	/** What each execution was started with. */
	readonly executions: INodeExecutionData[][] = [];

	private readonly server;

	private disk: IDataObject = {};

	private id = newId();

	private readonly node: INode;

	constructor(
		private readonly file: WorkflowFile,
		private readonly options: WebhookOptions,
	) {
		const node = file.nodes.find(({ type }) => options.nodeTypes[type]?.description.webhooks);
		if (!node) throw new Error('The workflow has no trigger with webhooks');
		this.node = node;
		this.server = createServer(options.tls, (request, response) => {
			this.serve(request, response).catch((error: unknown) => {
				response.statusCode = 500;
				response.end(JSON.stringify({ message: (error as Error).message }));
			});
		});
	}

	/** Listens on a free port; returns the addresses of the webhooks by their paths. */
	async open(): Promise<Record<string, string>> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		const { port } = this.server.address() as AddressInfo;
		const entries = this.webhooks.map(({ path }) => [path, `https://127.0.0.1:${port}/webhook/${String(path)}`]);
		return Object.fromEntries(entries) as Record<string, string>;
	}

	async close(): Promise<void> {
		await new Promise<void>((resolve) => {
			this.server.close(() => resolve());
			this.server.closeAllConnections();
		});
	}

	/** n8n starts again. What a process remembers goes by the workflow's ID, so with another one nothing is found. */
	restart(): void {
		this.id = newId();
	}

	/** n8n makes the workflow anew for each request, with its data from the disk. */
	private workflow(): Workflow {
		return new Workflow({
			id: this.id,
			name: this.file.name ?? 'Headless',
			active: true,
			nodes: this.file.nodes,
			connections: this.file.connections,
			nodeTypes: nodeTypesOf(this.options.nodeTypes),
			staticData: structuredClone(this.disk),
			settings: { timezone: this.options.timezone ?? 'UTC', ...this.file.settings },
		});
	}

	/** What n8n has on disk of the workflow's data, as JSON. */
	get stored(): string {
		return JSON.stringify(this.disk);
	}

	private get webhooks(): IWebhookDescription[] {
		return this.options.nodeTypes[this.node.type].description.webhooks ?? [];
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'https://n8n');
		const description = this.webhooks.find(({ path }) => url.pathname === `/webhook/${String(path)}`);
		if (!description || description.httpMethod !== request.method) {
			response.statusCode = 404;
			response.end();
			return;
		}
		const type = this.options.nodeTypes[this.node.type];
		// n8n has the workflow with its data before it reads the body.
		const workflow = this.workflow();
		await this.options.whenLoaded?.();
		const body = bodyOf(await readAll(request), request.headers['content-type'] ?? '');
		if (body === undefined) {
			response.statusCode = 422;
			response.end(JSON.stringify({ message: 'Failed to parse request body' }));
			return;
		}
		const context = this.context(workflow, description, url, Object.assign(request, body), response);
		const result = await type.webhook!.call(context);
		this.disk = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		if (result.workflowData) this.executions.push(result.workflowData[0]);
		if (result.noWebhookResponse) return;
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify(result.webhookResponse ?? { message: 'Workflow was started' }));
	}

	private context(
		workflow: Workflow,
		webhookDescription: IWebhookDescription,
		url: URL,
		request: IncomingMessage & ParsedBody,
		response: ServerResponse,
	): WebhookContext {
		const { node, options, file } = this;
		const base = { ...file, id: workflow.id } as unknown as IWorkflowBase;
		const additionalData = {
			...additionalDataFor(base, options),
			httpRequest: Object.assign(request, {
				query: Object.fromEntries(url.searchParams),
				params: {},
			}) as never,
			httpResponse: expressLike(response) as never,
		};
		const webhookData = {
			webhookDescription,
			node: node.name,
			path: webhookDescription.path,
		} as unknown as IWebhookData;
		return new WebhookContext(workflow, node, additionalData, options.mode ?? 'trigger', webhookData, [], null);
	}
}

let workflows = 0;
const newId = (): string => `headless${(workflows += 1)}`;

async function readAll(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

interface ParsedBody {
	body: unknown;
	rawBody: Buffer;
}

/**
 * A body as n8n reads it: JSON, forms and plain text; of every other type only the bytes are there (of XML, too: nobody
 * sends it to these triggers). Undefined for JSON that is none, which n8n refuses itself.
 */
function bodyOf(rawBody: Buffer, contentType: string): ParsedBody | undefined {
	const text = rawBody.toString();
	const type = contentType.split(';')[0].trim().toLowerCase();
	if (text === '') return { body: undefined, rawBody };
	if (type === 'text/plain') return { body: text, rawBody };
	if (type === 'application/x-www-form-urlencoded') {
		return { body: Object.fromEntries(new URLSearchParams(text)), rawBody };
	}
	if (type !== 'application/json') return { body: undefined, rawBody };
	try {
		return { body: JSON.parse(text) as unknown, rawBody };
	} catch {
		return undefined;
	}
}

/** The members of Express's response that a trigger may use. */
function expressLike(response: ServerResponse): object {
	const own = {
		status(code: number) {
			response.statusCode = code;
			return own;
		},
		setHeader(name: string, value: string) {
			response.setHeader(name, value);
			return own;
		},
		json(body: unknown) {
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify(body));
		},
	};
	return own;
}
