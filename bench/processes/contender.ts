// The process of a contender: it takes jobs over IPC, one at a time, does them, and tells what each took.
import type { Job, Outcome } from '../jobs';

process.on('message', (job: Job) => {
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
