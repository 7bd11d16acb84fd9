import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER, type Owner } from './apiTypes';

/** What protects an n8n that a person works in: the owner, and the key that n8n encrypts credentials with. */
interface EditorSecrets {
	owner: Owner;
	encryptionKey: string;
}

const FILE = 'editor-secrets.json';

/** Made at random, with what n8n asks of a password: eight characters or more, a capital, a digit. */
function fresh(): EditorSecrets {
	const owner = { ...OWNER, password: `A1-${randomBytes(18).toString('base64url')}` };
	return { owner, encryptionKey: randomBytes(32).toString('hex') };
}

/**
 * The secrets of a folder of n8n's data: random ones, kept there in a file that only its owner may read, so that the
 * next start opens the same data. Each folder has its own.
 * @throws Error for a folder whose data were encrypted with another key, or a file that is damaged
 */
export function editorSecrets(folder: string): EditorSecrets {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	chmodSync(folder, 0o700);
	const path = join(folder, FILE);
	if (existsSync(path)) {
		chmodSync(path, 0o600);
		return parsed(path);
	}
	if (existsSync(join(folder, '.n8n', 'config'))) {
		throw new Error(`${folder} holds data of n8n, but no ${FILE} to open them with: choose another folder.`);
	}
	const secrets = fresh();
	// An existing file is never written over: its data could not be opened any more.
	writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
	return secrets;
}

function parsed(path: string): EditorSecrets {
	try {
		const secrets = JSON.parse(readFileSync(path, 'utf8')) as EditorSecrets;
		if (secrets.owner.password.length >= 8 && secrets.encryptionKey.length >= 32) return secrets;
	} catch {
		// Told below, without what is in it.
	}
	throw new Error(`${path} is damaged: restore it, or choose another folder.`);
}
