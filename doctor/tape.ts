import type { Transport, TransportRequest, TransportResponse } from '../kit/http/transport';

/** One request with its response. */
interface Take {
	/** What stands behind `invoke/`, or the last part of the address. */
	api: string;
	response: TransportResponse;
	/** Time from the request to its whole answer, in milliseconds. */
	ms: number;
	/** Middle of that time, in epoch milliseconds: about when the server wrote its Date header. */
	middle: number;
}

/**
 * Remembers what came over the wire, in memory and for this run only: checks look at shapes, headers and times that
 * the client does not hand out. Nothing of it is printed.
 */
export class Tape {
	private readonly takes: Take[] = [];

	constructor(private readonly now: () => number = Date.now) {}

	/** A transport that sends through another one and remembers the responses. */
	over(transport: Transport): Transport {
		return async (request) => {
			const started = this.now();
			const response = await transport(request);
			const ended = this.now();
			this.takes.push({ api: apiOf(request), response, ms: ended - started, middle: (started + ended) / 2 });
			return response;
		};
	}

	/** The newest answer, of one API or of any. */
	last(api?: string): Take | undefined {
		return this.all(api).at(-1);
	}

	all(api?: string): Take[] {
		return this.takes.filter((take) => api === undefined || take.api === api);
	}
}

function apiOf({ url }: TransportRequest): string {
	return new URL(url).pathname.split('/').at(-1) ?? '';
}
