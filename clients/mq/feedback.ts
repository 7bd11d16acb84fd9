import { reasonOf } from './reasons';

/** Feedback codes of reports (cmqc.h). */
const NAMES: Record<number, string> = {
	256: 'QUIT',
	258: 'EXPIRATION',
	259: 'COA',
	260: 'COD',
	268: 'STOPPED_BY_CHAD_EXIT',
	271: 'STOPPED_BY_PUBSUB_EXIT',
	272: 'NOT_A_REPOSITORY_MSG',
	275: 'PAN',
	276: 'NAN',
};

/**
 * A code of MQFEEDBACK or of MQDLH in IBM's own words: `MQFB_COD`, or `MQRC_Q_FULL` for a reason code. The code alone
 * for one of an application.
 */
export function feedbackName(code: number): string {
	if (Object.hasOwn(NAMES, code)) return `MQFB_${NAMES[code]}`;
	const { name } = reasonOf(code);
	return name === String(code) ? name : `MQRC_${name}`;
}
