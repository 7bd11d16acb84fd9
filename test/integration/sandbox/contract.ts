import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';

// Answers are documents whose shape each test asserts.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** A sandbox over plain HTTP with Basic authentication, and the calls that a contract test makes of it. */
export interface Contract {
	sandbox: Sandbox;
	/** POST invoke/{api} in JSON. */
	post(api: string, body: Json, query?: string): Promise<{ status: number; body: Json }>;
	/** The answer of a call that is accepted. */
	ok(api: string, body: Json): Promise<Json>;
	/** Status 204, no body. */
	void(api: string, body: Json): Promise<void>;
	/** The first error of a call that is refused. */
	refusal(api: string, body: Json): Promise<{ ErrorCode: string; MoreInfo: Json }>;
	/** A call through getPage with an output template; the document that the API answered. */
	paged(api: string, root: string, input: Json, template: Json): Promise<Json>;
	/** An XML document out, an XML document in. */
	xml(api: string, body: string): Promise<{ status: number; body: string }>;
	close(): Promise<void>;
}

export async function openContract(options: SandboxOptions = {}): Promise<Contract> {
	const sandbox = await startSandbox({ plainHttp: true, authentication: 'basic', ...options });
	const authorization = `Basic ${Buffer.from('integration:Integration-1').toString('base64')}`;
	const send = async (api: string, body: string, type: string, query = ''): Promise<[number, string]> => {
		const response = await fetch(`${sandbox.url}/restapi/invoke/${api}${query}`, {
			method: 'POST', body, headers: { authorization, 'content-type': type, accept: type },
		});
		return [response.status, await response.text()];
	};
	const post: Contract['post'] = async (api, body, query) => {
		const [status, text] = await send(api, JSON.stringify(body), 'application/json', query);
		return { status, body: text === '' ? undefined : JSON.parse(text) };
	};
	const accepted = async (api: string, body: Json, status: number): Promise<Json> => {
		const answer = await post(api, body);
		if (answer.status !== status) throw new Error(`${api}: ${answer.status} ${JSON.stringify(answer.body)}`);
		return answer.body;
	};
	return {
		sandbox,
		post,
		ok: (api, body) => accepted(api, body, 200),
		void: (api, body) => accepted(api, body, 204),
		async refusal(api, body) {
			const answer = await post(api, body);
			if (answer.status !== 400) throw new Error(`${api}: ${answer.status} ${JSON.stringify(answer.body)}`);
			return answer.body.errors[0];
		},
		async paged(api, root, input, template) {
			const answer = await accepted('getPage', {
				PageNumber: '1', PageSize: '50', PaginationStrategy: 'GENERIC', Refresh: 'Y', PageSetToken: '',
				API: { IsFlow: 'N', Name: api, Input: { [root]: input }, Template: template },
			}, 200);
			return answer.Output;
		},
		async xml(api, body) {
			const [status, text] = await send(api, body, 'application/xml');
			return { status, body: text };
		},
		close: () => sandbox.close(),
	};
}
