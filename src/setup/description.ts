// What a set-up consists of, as data: resources in our own words, from which CloudFormation, Terraform and CDK are printed,
// so that the three agree. A resource names another one by its id, which is its name in every printed form.

/** What one resource may need of another one. */
export type Attribute = 'arn' | 'url' | 'name';

export type Text =
  | string
  | { readonly kind: 'attribute'; readonly of: string; readonly attribute: Attribute }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'place'; readonly what: 'partition' | 'region' | 'account' }
  | { readonly kind: 'join'; readonly parts: readonly Text[] };

export const arnOf = (id: string): Text => ({ kind: 'attribute', of: id, attribute: 'arn' });
export const urlOf = (id: string): Text => ({ kind: 'attribute', of: id, attribute: 'url' });
export const nameOf = (id: string): Text => ({ kind: 'attribute', of: id, attribute: 'name' });
export const parameter = (name: string): Text => ({ kind: 'parameter', name });
export const join = (...parts: readonly Text[]): Text => ({ kind: 'join', parts });
const place = (what: 'partition' | 'region' | 'account'): Text => ({ kind: 'place', what });
export const account = place('account');

/** The ARN of something in the account and Region of the set-up, by its name. */
export const localArn = (service: string, ...rest: readonly Text[]): Text =>
  join('arn:', place('partition'), `:${service}:`, place('region'), ':', account, ':', ...rest);

/** JSON that ends up in a template, with references in it. */
export type Json = Text | number | boolean | readonly Json[] | { readonly [name: string]: Json };

export interface Statement {
  readonly sid: string;
  /** Of policies that hang on a resource; `everybody` only together with a condition. */
  readonly principal?:
    | { readonly service: string | readonly string[] }
    | { readonly accounts: readonly string[] }
    | { readonly everybody: true };
  readonly actions: readonly string[];
  /** None in the trust policy of a role. */
  readonly resources?: readonly Text[];
  /** Operator -> key -> value. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, Text>>>>;
}

export interface Queue {
  readonly kind: 'queue';
  readonly name: string;
  readonly retentionSeconds: number;
  readonly visibilityTimeoutSeconds?: number;
  readonly waitSeconds?: number;
  readonly redrive?: { readonly to: Text; readonly receivesMax: number };
  /** The only queue that may leave its messages here. */
  readonly redriveFrom?: Text;
}
export interface QueuePolicy {
  readonly kind: 'queue-policy';
  readonly queue: string;
  readonly statements: readonly Statement[];
}
export interface Rule {
  readonly kind: 'rule';
  readonly name: string;
  readonly description: string;
  /** The default bus when left out. */
  readonly bus?: Text;
  readonly pattern: Json;
  readonly target: {
    readonly arn: Text;
    readonly role?: Text;
    readonly deadLetterQueue?: Text;
    readonly retry?: { readonly ageSecondsMax: number; readonly attemptsMax: number };
  };
}
export interface Alarm {
  readonly kind: 'alarm';
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, Text>>;
  readonly statistic: 'Maximum' | 'Sum';
  readonly above: number;
  readonly periodSeconds: number;
  readonly periods: number;
  /** Whom to tell: topics of SNS. */
  readonly notify: readonly Text[];
}
/** A policy that an IAM user or role gets attached. */
export interface AccessPolicy {
  readonly kind: 'access-policy';
  readonly description: string;
  readonly statements: readonly Statement[];
}
export interface Role {
  readonly kind: 'role';
  readonly description: string;
  readonly trust: Statement;
  readonly statements: readonly Statement[];
}
export interface Connection {
  readonly kind: 'connection';
  readonly name: string;
  readonly description: string;
  readonly header: string;
  readonly value: Text;
}
export interface ApiDestination {
  readonly kind: 'api-destination';
  readonly name: string;
  readonly description: string;
  readonly connection: Text;
  readonly url: string;
  readonly ratePerSecond: number;
}
export interface DeliveryStream {
  readonly kind: 'delivery-stream';
  readonly name: string;
  readonly endpointName: string;
  readonly url: string;
  readonly accessKey: Text;
  readonly role: Text;
  readonly bucket: Text;
  readonly bufferSeconds: number;
  readonly bufferMegabytes: number;
  readonly retrySeconds: number;
  readonly failedPrefix: string;
}
export interface Bucket {
  readonly kind: 'bucket';
}
export interface LogGroup {
  readonly kind: 'log-group';
  readonly name: string;
  readonly retentionDays: number;
}
export interface LogPolicy {
  readonly kind: 'log-policy';
  readonly name: string;
  readonly statements: readonly Statement[];
}
export interface EventBus {
  readonly kind: 'event-bus';
  readonly name: string;
  readonly description: string;
}
export interface BusPolicy {
  readonly kind: 'bus-policy';
  readonly bus: string;
  readonly statement: Statement;
}

export type Resource =
  | Queue
  | QueuePolicy
  | Rule
  | Alarm
  | AccessPolicy
  | Role
  | Connection
  | ApiDestination
  | DeliveryStream
  | Bucket
  | LogGroup
  | LogPolicy
  | EventBus
  | BusPolicy;

export type Named<Kind extends Resource = Resource> = Kind & {
  /** In PascalCase, unique in the set-up. */
  readonly id: string;
  /** Why it is there: a comment in what is printed. */
  readonly why: string;
};

export interface Parameter {
  readonly name: string;
  readonly description: string;
  /** Never shown by the console, and kept out of plans. */
  readonly secret: true;
  readonly charsLeast: number;
}
export interface Output {
  readonly name: string;
  readonly description: string;
  readonly value: Text;
}
export interface Description {
  readonly title: string;
  /** The word that physical names begin with. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly resources: readonly Named[];
  readonly outputs: readonly Output[];
}
