import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';

import { ServiceError } from '../../../kit/errors';
import type { ItemContext } from '../../../kit/n8n/items';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import type { Session } from '../../../clients/mq/session';

/** A document as a message. */
interface Letter {
	queue: string;
	text: string;
}

/**
 * Puts documents of another node into queues, by its credential for IBM MQ and as the IBM MQ node does: one connection
 * for an execution, sizes are checked first, and nothing is put twice. Nothing of MQ is loaded before it is needed.
 */
export class Deliveries {
	private session?: Promise<Session>;

	constructor(private readonly node: IExecuteFunctions) {}

	/** @returns the message ID @throws ServiceError with the fields of the credential for IBM MQ in its hint */
	async put(letter: Letter, once: ItemContext['once']): Promise<string> {
		return await this.work(async (session) => {
			const { putOnce } = await import('./putOnce');
			return await putOnce(session, letter.queue, messageOf(letter), once);
		});
	}

	/** Looks whether a message would fit, and puts nothing. @throws the same */
	async check(letter: Letter, once: ItemContext['once']): Promise<void> {
		await this.work(async (session) => {
			const { checkSize } = await import('./putOnce');
			await checkSize(session, letter.queue, messageOf(letter), once);
		});
	}

	/** Ends the connection. Never throws. */
	async close(): Promise<void> {
		await this.session?.then(
			async (session) => await session.close(),
			() => undefined,
		);
	}

	private async work<T>(use: (session: Session) => Promise<T>): Promise<T> {
		const { CREDENTIAL } = await import('../connect');
		const credential = await this.node.getCredentials(CREDENTIAL);
		try {
			// Set before anything is waited for: items that start at once share it.
			return await use(await (this.session ??= this.open(credential)));
		} catch (error) {
			if (!(error instanceof ServiceError)) throw error;
			// The other node would take its own credential for the one that is meant.
			const { labelsFor } = await import('../labels');
			const hint = helpOf(error, labelsFor(credential.connectWith));
			throw error.with({ hint: hint.replaceAll('the credential', 'the credential for IBM MQ'), remedy: undefined });
		}
	}

	private async open(credential: ICredentialDataDecryptedObject): Promise<Session> {
		const [{ wayTo }, { Session }] = await Promise.all([import('../connect'), import('../../../clients/mq/session')]);
		const { connect, hasUnitsOfWork } = await wayTo(credential, this.node.helpers);
		return new Session(connect, hasUnitsOfWork, this.node.getExecutionCancelSignal?.());
	}
}

/** A text message of JMS without a header of its own: Sterling's receiver looks at the body alone. */
function messageOf({ text }: Letter) {
	return {
		body: Buffer.from(text, 'utf8'),
		descriptor: { format: 'MQSTR', codedCharacterSetId: 1208, persistent: true },
	};
}
