// Looks whether any vulnerability is known of what the package bundles. Ends with 1 when there is one, with 2 when it
// could not be found out.
import { bundledPackages } from '../bundled';
import { audit } from './audit';

async function main(): Promise<void> {
	const packages = bundledPackages();
	const names = packages.map(({ name, version }) => `${name} ${version}`).join(', ');
	const verdict = await audit(packages);
	if (verdict.kind === 'clean') console.log(`No known vulnerability in what is bundled: ${names}`);
	if (verdict.kind === 'vulnerable') {
		console.error(`Known vulnerabilities in what is bundled:\n${verdict.findings.join('\n')}`);
		process.exitCode = 1;
	}
	if (verdict.kind === 'unchecked') {
		console.error(`Could not be checked for known vulnerabilities (${verdict.why}): ${names}`);
		process.exitCode = 2;
	}
}

main().catch((error: Error) => {
	console.error(error);
	process.exitCode = 2;
});
