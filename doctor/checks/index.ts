import type { Check } from '../visit';
import { batch } from './batch';
import { certificate } from './certificate';
import { clock } from './clock';
import { configuration } from './configuration';
import { customFields } from './customFields';
import { formats } from './formats';
import { lists } from './lists';
import { login } from './login';
import { network } from './network';
import { page } from './page';
import { permissions } from './permissions';
import { read } from './read';
import { server } from './server';
import { speed } from './speed';
import { storedTemplates } from './storedTemplates';
import { times } from './times';
import { token } from './token';

/** All checks, in the order in which they run: what the others need comes first. */
export const CHECKS: Check[] = [
	network,
	server,
	certificate,
	login,
	token,
	read,
	page,
	batch,
	formats,
	lists,
	storedTemplates,
	customFields,
	configuration,
	permissions,
	times,
	speed,
	clock,
];
