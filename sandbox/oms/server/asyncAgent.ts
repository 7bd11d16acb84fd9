import { parseXml } from '../document/xml';
import type { Element } from '../document/element';
import { enqueue } from '../apis/platform/asyncRequest';
import type { Context } from '../engine/context';
import { SterlingException } from '../exception';
import type { Dispatcher } from '../engine/dispatcher';
import type { Row } from '../store/entity';
import type { SandboxUser } from '../options';
import type { Database } from '../store/database';

/** What one run of the agent did. */
export interface AgentRun {
	done: number;
	failed: number;
}

/** The agent ASYNC_REQ_PROCESSOR: carries out queued calls, each in a transaction of its own. */
export class AsyncAgent {
	constructor(
		private readonly database: Database,
		private readonly dispatcher: Dispatcher,
		private readonly users: SandboxUser[],
		private readonly contextFor: (user: SandboxUser, program: string) => Context,
	) {}

	/** Queues a call of an asynchronous service. */
	enqueue(user: SandboxUser, service: string, input: Element): void {
		this.database.transaction(() => enqueue(this.contextFor(user, service), service, true, input));
	}

	/** Carries out every request in the queue. Those that fail stay there with their error and a count. */
	run(): AgentRun {
		const result: AgentRun = { done: 0, failed: 0 };
		for (const request of this.database.all('AsyncronousRequest')) {
			const user = this.users.find(({ loginId }) => loginId === request.LoginId) ?? this.users[0];
			try {
				this.dispatcher.invoke(user, request.ServiceName, parseXml(request.Message), {
					isService: request.IsService === 'Y',
				});
				this.database.delete('AsyncronousRequest', request.AsyncronousRequestKey);
				result.done += 1;
			} catch (error) {
				if (!(error instanceof SterlingException)) throw error;
				this.fail(user, request, error);
				result.failed += 1;
			}
		}
		return result;
	}

	private fail(user: SandboxUser, request: Row, error: SterlingException): void {
		this.contextFor(user, 'ASYNC_REQ_PROCESSOR').update('AsyncronousRequest', request, {
			ErrorCount: String(Number(request.ErrorCount ?? 0) + 1),
			ErrorCode: error.code ?? '',
			ErrorDescription: error.description,
		});
	}
}
