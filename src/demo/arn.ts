// ARNs of a cluster's resources, in the long format or the one from before 2021 (ecs-events reference 1.5).

import type { ClusterSpec } from './fleet.ts';

/** 32 hexadecimal digits as the UUID that short ARNs use. */
function dashed(id32: string): string {
  return `${id32.slice(0, 8)}-${id32.slice(8, 12)}-${id32.slice(12, 16)}-${id32.slice(16, 20)}-${id32.slice(20)}`;
}

export interface ArnMaker {
  readonly cluster: string;
  task(id32: string): string;
  container(taskId32: string, uuid: string): string;
  containerInstance(id32: string): string;
  service(name: string): string;
  taskSet(service: string, deploymentId: string): string;
  serviceDeployment(service: string, id: string): string;
  taskDefinition(family: string, revision: number): string;
  capacityProvider(name: string): string;
  /** `daemon`, `daemon-revision` and `daemon-deployment`. */
  daemon(kind: string, path: string): string;
  /** Of another AWS service in the same account and Region. */
  other(service: string, resource: string): string;
}

export function arnMaker(spec: ClusterSpec): ArnMaker {
  const base = `arn:aws:ecs:${spec.region}:${spec.account}`;
  const scope = spec.arns === 'long' ? `${spec.name}/` : '';
  const id = spec.arns === 'long' ? (id32: string) => id32 : dashed;
  return {
    cluster: `${base}:cluster/${spec.name}`,
    task: (id32) => `${base}:task/${scope}${id(id32)}`,
    container: (taskId32, uuid) => `${base}:container/${scope === '' ? '' : `${scope}${taskId32}/`}${uuid}`,
    containerInstance: (id32) => `${base}:container-instance/${scope}${id(id32)}`,
    service: (name) => `${base}:service/${scope}${name}`,
    taskSet: (name, deploymentId) => `${base}:task-set/${spec.name}/${name}/${deploymentId}`,
    serviceDeployment: (name, deployment) => `${base}:service-deployment/${spec.name}/${name}/${deployment}`,
    taskDefinition: (family, revision) => `${base}:task-definition/${family}:${revision}`,
    capacityProvider: (name) => `${base}:capacity-provider/${name}`,
    daemon: (kind, path) => `${base}:${kind}/${spec.name}/${path}`,
    other: (service, resource) => `arn:aws:${service}:${spec.region}:${spec.account}:${resource}`,
  };
}
