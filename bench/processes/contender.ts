// The process of a contender: it takes jobs over IPC, one at a time, does them, and tells what each took.
import { GO, type Job, type Outcome } from '../jobs';

process.on('message', (job: Job | typeof GO) => {
	if (job === GO) return;
	work(job).then(
		(outcome) => process.send?.(outcome),
		(error: Error) => {
			console.error(error);
			process.exit(1);
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
		case 'x12':
			return (await import('./x12')).x12(job);
		case 'availability':
			return (await import('./availability')).availability(job);
		case 'b2bi':
			return (await import('./b2bi')).b2biWork(job);
		case 'mq':
			return (await import('./mq')).mqWork(job);
	}
}
