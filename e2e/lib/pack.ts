import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './paths';
import { run } from './process';
import { node24Environment } from './tools';

type Manifest = Record<string, unknown> & { name: string; version: string };

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

const writeManifest = (folder: string, manifest: object) =>
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));

/** Packs the built project into `destination`, as `npm publish` would. Returns the tarball's path. */
export async function packProject(destination: string, project = ROOT): Promise<string> {
	if (!existsSync(join(project, 'dist'))) throw new Error('The package is not built. Run: npm run build');
	const args = ['pack', '--silent', '--pack-destination', destination];
	const output = await run('npm', args, { cwd: project });
	const name = output.trim().split('\n').pop() ?? '';
	const tarball = resolve(destination, name);
	if (!name.endsWith('.tgz') || !existsSync(tarball)) throw new Error(`npm pack wrote no tarball: ${output}`);
	return tarball;
}

/**
 * Installs a packed node pack into `userFolder` in the way of n8n's community package installer
 * (`CommunityPackagesService.downloadPackage`, the same in n8n 1.123 and 2.41): unpack below
 * `.n8n/nodes/node_modules`, drop all dependencies but the run-time ones, install those without
 * scripts, and note the package in `.n8n/nodes/package.json`.
 */
export async function packAndInstall(tarball: string, userFolder: string): Promise<string> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodes, '.unpacked');
	mkdirSync(unpacked, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);

	const { devDependencies, peerDependencies, optionalDependencies, ...manifest } = readManifest(unpacked);
	writeManifest(unpacked, manifest);
	await run(
		'npm',
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
		],
		{ cwd: unpacked, env: node24Environment() },
	);

	const home = join(nodes, 'node_modules', manifest.name);
	mkdirSync(join(home, '..'), { recursive: true });
	// A folder that is kept holds the pack of the last time.
	rmSync(home, { recursive: true, force: true });
	renameSync(unpacked, home);
	writeManifest(nodes, {
		name: 'installed-nodes',
		private: true,
		dependencies: { [manifest.name]: manifest.version },
	});
	return home;
}
