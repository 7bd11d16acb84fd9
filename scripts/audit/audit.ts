import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BundledPackage } from '../bundled';

type Package = Pick<BundledPackage, 'name' | 'version'>;

/** `unchecked` when the registry did not answer, or did not know what every registry with advisories knows. */
type Verdict = { kind: 'clean' } | { kind: 'vulnerable'; findings: string[] } | { kind: 'unchecked'; why: string };

/** A version with a known vulnerability: an audit that does not find it has not looked. */
const CONTROL: Package = { name: 'minimist', version: '0.0.8' };

interface Report {
	vulnerabilities?: Record<string, { severity?: string; via?: Array<string | { title?: string; url?: string }> }>;
	message?: string;
}

/**
 * Asks npm for known vulnerabilities of exactly these packages. A plain `npm audit --omit=dev` would look at none: what
 * is bundled is a development dependency. The registry is the one that npm is set to, unless specified otherwise.
 */
export async function audit(packages: Package[], registry?: string): Promise<Verdict> {
	const folder = await mkdtemp(join(tmpdir(), 'audit-'));
	try {
		const all = [CONTROL, ...packages];
		// Aliases, so that two versions of a package may stand side by side.
		const alias = (i: number) => `bundled-${i}`;
		const dependencies = Object.fromEntries(all.map(({ name, version }, i) => [alias(i), `npm:${name}@${version}`]));
		const root = { name: 'bundled', version: '1.0.0', dependencies };
		const entries = all.map(({ name, version }, i) => [`node_modules/${alias(i)}`, { name, version }]);
		const lock = { name: root.name, lockfileVersion: 3, packages: { '': root, ...Object.fromEntries(entries) } };
		await writeFile(join(folder, 'package.json'), JSON.stringify(root));
		await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
		return verdictOf(
			await npmAudit(folder, registry),
			all.map((_one, i) => alias(i)),
			all,
		);
	} finally {
		await rm(folder, { recursive: true });
	}
}

function verdictOf(text: string, aliases: string[], packages: Package[]): Verdict {
	let report: Report;
	try {
		report = JSON.parse(text) as Report;
	} catch {
		return { kind: 'unchecked', why: 'npm gave no report' };
	}
	const { vulnerabilities } = report;
	if (!vulnerabilities) return { kind: 'unchecked', why: report.message ?? 'npm gave no report' };
	const findingOf = (i: number) => vulnerabilities[aliases[i]] ?? vulnerabilities[packages[i].name];
	if (!findingOf(0)) return { kind: 'unchecked', why: 'the registry knows no advisories' };
	const findings = packages.slice(1).flatMap(({ name, version }, i) => {
		const { severity, via = [] } = findingOf(i + 1) ?? {};
		if (!severity) return [];
		const titles = via.map((one) => (typeof one === 'string' ? one : `${one.title} ${one.url}`));
		return [`${name} ${version}: ${severity}, ${titles.join('; ')}`];
	});
	return findings.length > 0 ? { kind: 'vulnerable', findings } : { kind: 'clean' };
}

/** npm's exit code says nothing here: it is the same for findings and for failures. */
async function npmAudit(folder: string, registry?: string): Promise<string> {
	const isWindows = process.platform === 'win32';
	const options = ['--json', '--package-lock-only', ...(registry ? ['--registry', registry] : [])];
	const child = spawn('npm', ['audit', ...options], { cwd: folder, shell: isWindows });
	let text = '';
	child.stdout.on('data', (part: Buffer) => (text += part.toString()));
	await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
	return text;
}
