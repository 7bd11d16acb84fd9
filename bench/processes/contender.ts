// The process of a contender: it takes one job over IPC, does it, and tells what that took.
import type { Job, Outcome } from '../jobs';

process.once('message', (job: Job) => {
	work(job).then(
		(outcome) => process.send?.(outcome),
		(error: Error) => {
			console.error(error);
			process.exitCode = 1;
			process.disconnect();
		},
	);
});

async function work(job: Job): Promise<Outcome> {
	switch (job.kind) {
		case 'create':
			return (await import('./create')).create(job);
		case 'read':
			return (await import('./read')).read(job);
		case 'drain':
			return (await import('./drain')).drain(job);
	}
}
