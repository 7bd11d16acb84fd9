import { Refusal } from '../../kit/n8n/refusal';

/** The message of the refusal that some work ends with, or what it returns. */
export function refusal(work: () => unknown): unknown {
	try {
		return work();
	} catch (error) {
		expect(error).toBeInstanceOf(Refusal);
		return (error as Refusal).message;
	}
}
