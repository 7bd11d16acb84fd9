import { browserCommand } from '../../../e2e/lib/openBrowser';

test.each<[string, NodeJS.Platform, Record<string, string>, string | undefined]>([
	['a Mac', 'darwin', {}, 'open'],
	['Windows', 'win32', {}, 'cmd'],
	['Linux with X11', 'linux', { DISPLAY: ':0' }, 'xdg-open'],
	['Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
	['a server', 'linux', {}, undefined],
	['a Mac over SSH', 'darwin', { SSH_CONNECTION: '10.0.0.1 22' }, undefined],
	['CI', 'linux', { DISPLAY: ':0', CI: 'true' }, undefined],
])('%s', (_what, platform, env, program) => {
	expect(browserCommand(platform, env)?.[0]).toBe(program);
});
