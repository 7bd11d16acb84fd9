import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';

// Responses are documents whose shape each test asserts.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

const AUTHORIZATION = `Basic ${Buffer.from('integration:Integration-1').toString('base64')}`;

/** A sandbox over plain HTTP with Basic authentication, and the calls that a contract test makes of it. */
export class Contract {
	private started?: Sandbox;

	/** Starts with the tests of a file and ends after them. */
	static forFile(options: SandboxOptions = {}): Contract {
		const contract = new Contract();
		beforeAll(async () => {
			await contract.open(options);
		});
		afterAll(() => contract.close());
		return contract;
	}

	async open(options: SandboxOptions = {}): Promise<this> {
		this.started = await startSandbox({ plainHttp: true, authentication: 'basic', ...options });
		return this;
	}

	close(): Promise<void> {
		return this.sandbox.close();
	}

	get sandbox(): Sandbox {
		if (!this.started) throw new Error('The sandbox starts with the first test');
		return this.started;
	}

	/** POST invoke/{api} in JSON. */
	async post(api: string, body: Json, query?: string): Promise<{ status: number; body: Json }> {
		const [status, text] = await this.send(api, JSON.stringify(body), 'application/json', query);
		return { status, body: text === '' ? undefined : JSON.parse(text) };
	}

	/** The response of a call that is accepted. */
	ok(api: string, body: Json): Promise<Json> {
		return this.accepted(api, body, 200);
	}

	/** Status 204, no body. */
	void(api: string, body: Json): Promise<void> {
		return this.accepted(api, body, 204);
	}

	/** The first error of a call that is refused. */
	async refusal(api: string, body: Json): Promise<{ ErrorCode: string; MoreInfo: Json }> {
		const answer = await this.post(api, body);
		if (answer.status !== 400) throw new Error(`${api}: ${answer.status} ${JSON.stringify(answer.body)}`);
		return answer.body.errors[0];
	}

	/** A call through getPage with an output template; the document that the API answered. */
	async paged(api: string, root: string, input: Json, template: Json): Promise<Json> {
		const answer = await this.ok('getPage', {
			PageNumber: '1',
			PageSize: '50',
			PaginationStrategy: 'GENERIC',
			Refresh: 'Y',
			PageSetToken: '',
			API: { IsFlow: 'N', Name: api, Input: { [root]: input }, Template: template },
		});
		return answer.Output;
	}

	/** An XML document out, an XML document in. */
	async xml(api: string, body: string): Promise<{ status: number; body: string }> {
		const [status, text] = await this.send(api, body, 'application/xml');
		return { status, body: text };
	}

	private async accepted(api: string, body: Json, status: number): Promise<Json> {
		const answer = await this.post(api, body);
		if (answer.status !== status) throw new Error(`${api}: ${answer.status} ${JSON.stringify(answer.body)}`);
		return answer.body;
	}

	private async send(api: string, body: string, type: string, query = ''): Promise<[number, string]> {
		const response = await fetch(`${this.sandbox.url}/restapi/invoke/${api}${query}`, {
			method: 'POST',
			body,
			headers: { authorization: AUTHORIZATION, 'content-type': type, accept: type },
		});
		return [response.status, await response.text()];
	}
}
