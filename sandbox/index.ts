export { startSandbox, type Sandbox, type SandboxStore } from './oms/sandbox';
export type { AuthenticationStyle, Behaviour, SandboxOptions, SandboxUser } from './oms/options';
export type { Fault, FaultKind } from './kit/faults';
export type { ClientCertificate } from './kit/certificates';
