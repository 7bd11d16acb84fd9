import type { Connection } from '../../clients/oms';
import { ServiceError } from '../../kit/errors';
import type { Notes } from '../notes';
import type { Check, Visit } from '../visit';

type Style = Connection['authentication'];
const NAMES: Record<Style, string> = { standard: 'Standard', basic: 'Basic', jwt: 'JWT Bearer' };

/**
 * The authentication style. Where the chosen one fails with a clear sign of another style, that one is tried, once; a
 * refused password is never tried again, so that no account gets locked.
 */
export const login: Check = {
	id: 'login',
	title: 'Login',
	async run(visit, notes) {
		const chosen = visit.connection.authentication;
		const failure = await tried(visit);
		answerPoints(visit, notes, failure);
		if (!failure) {
			visit.abilities.add('login');
			notes.ok(`${NAMES[chosen]} authentication works.`);
			return;
		}
		notes.error('failed', `${NAMES[chosen]} authentication: `, failure);
		const other = signOf(chosen, failure, visit);
		if (!other) return;
		visit.use(other);
		const second = await tried(visit);
		answerPoints(visit, notes, second);
		if (second) {
			notes.error('failed', `${NAMES[other]} authentication, tried because of that response:  `, second);
			return;
		}
		visit.abilities.add('login');
		const advice = `Choose ${NAMES[other]} as Authentication Style in the credential.`;
		notes.warning(`${NAMES[other]} authentication works with the same login; the rest was checked with it.`, advice);
	},
};

/** The failure of the login, or nothing: a refusal of the read behind it proves that the login works. */
async function tried(visit: Visit): Promise<ServiceError | undefined> {
	try {
		await visit.send(visit.oneOrder());
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		const { api, category, code, httpStatus } = error;
		const isOfApi = api !== 'login' && code !== undefined && httpStatus !== undefined;
		if (category === 'authentication' || !isOfApi) return error;
	}
	return undefined;
}

/** The style that an answer speaks for, or nothing where it may as well be a wrong password. */
function signOf(chosen: Style, { api, category, code }: ServiceError, visit: Visit): Style | undefined {
	const newest = visit.tape.last();
	const isTokenRefused = code === 'YCP0427';
	if (chosen === 'basic') return isTokenRefused ? 'standard' : undefined;
	if (newest?.api === 'jwt' && category === 'configuration') return 'standard';
	if (api === 'login') {
		const wantsBasic =
			newest?.response.status === 401 && /basic/i.test(String(newest.response.headers['www-authenticate']));
		const hasNoToken = category === 'configuration' && newest?.response.status === 200;
		return wantsBasic || hasNoToken ? 'basic' : undefined;
	}
	if (category !== 'authentication') return undefined;
	return chosen === 'jwt' ? 'standard' : 'jwt';
}

function answerPoints({ connection, tape }: Visit, notes: Notes, failure: ServiceError | undefined): void {
	const answer = tape.last('login')?.response;
	if (connection.authentication !== 'jwt') notes.seen('jwt', undefined, 'Only the style jwt requests it.');
	if (connection.authentication === 'basic' && !answer) {
		for (const point of ['userToken', 'passwordEcho', 'cookies'] as const) {
			notes.seen(point, undefined, 'Basic authentication does not log in.');
		}
	}
	if (failure?.api === 'login' && failure.category === 'authentication' && failure.code) {
		notes.seen('wrongPassword', failure.code === 'YCP0047', 'It is the code of the refused login.');
	}
	if (answer?.status !== 200) return;
	notes.seen('userToken', /\bUserToken"?\s*[:=]\s*"[^"]/.test(answer.body));
	notes.seen('passwordEcho', /\bPassword"?\s*[:=]\s*"[^"]/.test(answer.body));
	notes.seen('cookies', answer.headers['set-cookie'] !== undefined);
	const bearer = tape.last('jwt');
	if (bearer) notes.seen('jwt', bearer.response.status === 200 && /^"?eyJ/.test(bearer.response.body.trim()));
}
