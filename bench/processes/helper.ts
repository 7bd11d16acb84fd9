import type { IExecuteFunctions, IHttpRequestOptions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Target } from '../jobs';
import type { Json } from './floor';
import { each } from './measure';

type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

/** Sterling over n8n's own request helper, as the HTTP Request node would call it with a client certificate. */
class Helper {
	private token = '';

	constructor(
		private readonly target: Target,
		private readonly httpRequest: HttpRequest,
	) {}

	async logIn(): Promise<void> {
		const { loginId, password } = this.target;
		const { UserToken } = await this.post('login', { LoginID: loginId, Password: password });
		this.token = `?_loginid=${loginId}&_token=${encodeURIComponent(String(UserToken))}`;
	}

	/** Calls an API; throws for every response but HTTP 200, as the helper does. */
	async invoke(api: string, input: Json): Promise<Json> {
		return await this.post(api + this.token, input);
	}

	private async post(path: string, body: Json): Promise<Json> {
		const { url, ca, certificate: cert, key } = this.target;
		const agentOptions = { ca, cert, key };
		const to = `${url}/restapi/invoke/${path}`;
		const options = { method: 'POST', url: to, body, json: true, agentOptions } as IHttpRequestOptions;
		return (await this.httpRequest(options)) as Json;
	}
}

/** A node that gives each item to the helper, with a bounded number in flight. */
export function helperNode(
	target: Target,
	inFlight: number,
	inputOf: (orderNo: string) => Json,
	failures: { count: number },
): INodeType {
	return {
		description: {
			displayName: 'Helper',
			name: 'helper',
			group: ['output'],
			version: 1,
			description: 'Calls the request helper for each item',
			defaults: { name: 'Helper' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [{ displayName: 'Order No', name: 'orderNo', type: 'string', default: '' }],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const items = this.getInputData();
			const helper = new Helper(target, async (options) => (await this.helpers.httpRequest(options)) as unknown);
			await helper.logIn();
			const results: INodeExecutionData[] = [];
			const { failed } = await each(items.length, inFlight, async (number) => {
				const orderNo = this.getNodeParameter('orderNo', number - 1) as string;
				const json = await helper.invoke('createOrder', inputOf(orderNo));
				results.push({ json: json as INodeExecutionData['json'], pairedItem: number - 1 });
			});
			failures.count = failed;
			return [results];
		},
	};
}
