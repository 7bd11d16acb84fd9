import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './process';

/** A program of the system that checks start, beside what npm installs. */
interface Program {
	label: string;
	/** Where it may be: a name is looked for in PATH. */
	places: () => string[];
	/** Debian's packages of it. */
	packages: string[];
}

const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** Folders of PostgreSQL's programs, the newest version first; Debian keeps them out of PATH. */
export function postgresFolders(): string[] {
	if (!existsSync(DEBIAN_POSTGRES)) return [];
	const versions = readdirSync(DEBIAN_POSTGRES).map(Number).filter(Boolean);
	return versions.sort((a, b) => b - a).map((version) => join(DEBIAN_POSTGRES, String(version), 'bin'));
}

const PROGRAMS = {
	chromium: {
		label: 'Chromium',
		places: () => [
			'chromium',
			'chromium-browser',
			'google-chrome',
			'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		],
		packages: ['chromium', 'fonts-liberation'],
	},
	redis: { label: 'Redis', places: () => ['redis-server'], packages: ['redis-server'] },
	redisCli: { label: 'redis-cli', places: () => ['redis-cli'], packages: ['redis-tools'] },
	gcc: { label: 'gcc', places: () => ['gcc'], packages: ['gcc', 'libc6-dev'] },
	maven: { label: 'Maven', places: () => ['mvn'], packages: ['maven'] },
	java: { label: 'Java', places: () => ['java'], packages: ['default-jdk-headless'] },
	postgres: {
		label: 'PostgreSQL',
		places: () => ['initdb', ...postgresFolders().map((folder) => join(folder, 'initdb'))],
		packages: ['postgresql'],
	},
	psql: { label: 'psql', places: () => ['psql'], packages: ['postgresql-client'] },
} satisfies Record<string, Program>;

type ProgramName = keyof typeof PROGRAMS;

/** Which checks run, by the options of the command. */
export interface Wanted {
	queue?: boolean;
	templates?: boolean;
	'ibm-client'?: boolean;
	'ibm-binding'?: boolean;
}

/** What the checks start that npm does not install. */
export function programsFor(wanted: Wanted): ProgramName[] {
	if (wanted['ibm-client'] || wanted['ibm-binding']) {
		return [...(wanted['ibm-client'] ? JAVA : []), ...(wanted['ibm-binding'] ? (['gcc'] as const) : [])];
	}
	if (wanted.queue) return ['redis', 'redisCli', 'postgres'];
	return wanted.templates ? ['chromium', 'postgres', 'psql'] : ['chromium'];
}

const JAVA = ['maven', 'java'] as const;

/** The path of a program, or undefined where this machine does not have it. */
export function pathOf(name: ProgramName): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return PROGRAMS[name]
		.places()
		.flatMap((place) => (place.startsWith('/') ? [place] : folders.map((folder) => join(folder, place))))
		.find((path) => existsSync(path));
}

/**
 * Makes sure that all of these are there before anything starts: installs Debian's packages where this process may.
 * @throws Error that names all that are missing, and how to install them
 */
export async function requirePrograms(names: readonly ProgramName[], say: (text: string) => void): Promise<void> {
	const missing = names.filter((name) => pathOf(name) === undefined).map((name) => PROGRAMS[name]);
	if (missing.length === 0) return;
	const labels = missing.map(({ label }) => label).join(', ');
	const packages = missing.flatMap((program) => program.packages);
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		throw new Error(`These checks need ${labels}. Install it first (Debian: apt-get install ${packages.join(' ')}).`);
	}
	say(`installing ${labels} …`);
	await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}
