export { startSandbox, type Sandbox, type SandboxStore } from './sandbox';
export type { AuthenticationStyle, Behaviour, SandboxOptions, SandboxUser } from './options';
export type { Fault, FaultKind } from './server/faults';
export type { Counters, LogEntry } from './server/requestLog';
export type { ClientCertificate } from './server/certificates';
