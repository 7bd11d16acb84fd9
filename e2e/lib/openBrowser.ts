import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** The command that opens a URL in the user's browser; undefined where there is no desktop, such as over SSH or in CI. */
export function browserCommand(platform: NodeJS.Platform, env: Environment): [string, ...string[]] | undefined {
	if (env.CI || env.SSH_CONNECTION) return undefined;
	if (platform === 'darwin') return ['open'];
	if (platform === 'win32') return ['cmd', '/c', 'start', ''];
	return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/** Opens a URL in the user's browser if there is one. Never fails: the URL is printed as well. */
export function openBrowser(url: string, env: Environment = process.env): void {
	const command = browserCommand(process.platform, env);
	if (!command || !process.stdout.isTTY) return;
	const [program, ...parameters] = command;
	const child = spawn(program, [...parameters, url], { detached: true, stdio: 'ignore' });
	child.on('error', () => undefined);
	child.unref();
}
