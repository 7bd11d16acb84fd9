import type { Processes } from './processes';
import type { Store } from './store';

/** A URI of the HTTP Server adapter: which process it starts and how it responds. */
interface AdapterUri {
	process: string;
	/** Waits for the process and sends what it responds; else the response is empty and comes at once. */
	isSync: boolean;
	needsLogin: boolean;
}

/** In an installation the adapter has a port of its own; here it is the path below. */
export const ADAPTER_PREFIX = '/adapter/';

export const ADAPTER_URIS: Readonly<Record<string, AdapterUri>> = {
	drop: { process: 'MailboxDrop', isSync: true, needsLogin: false },
	'drop-secure': { process: 'MailboxDrop', isSync: true, needsLogin: true },
	echo: { process: 'EchoDocument', isSync: true, needsLogin: false },
	long: { process: 'LongRun', isSync: true, needsLogin: false },
	deenvelope: { process: 'EDIDeenvelope', isSync: true, needsLogin: false },
	'drop-async': { process: 'MailboxDrop', isSync: false, needsLogin: false },
};

interface AdapterResponse {
	status: number;
	contentType?: string;
	body: Buffer | string;
}

/** Starts the process of a URI with the body as its primary document; `MessageName` names the message. */
export function startByUri(
	uri: AdapterUri,
	{ body, query }: { body: Buffer; query: URLSearchParams },
	processes: Processes,
	store: Store,
): AdapterResponse {
	const name = query.get('MessageName') ?? `http_${store.now()}`;
	const id = processes.start(uri.process, { document: body, name });
	if (!uri.isSync) return { status: 200, body: '' };
	if (uri.process === 'EchoDocument') return { status: 200, contentType: 'application/octet-stream', body };
	return {
		status: 200,
		contentType: 'application/json',
		body: JSON.stringify({ status: 'started', processId: id, messageName: name }),
	};
}
