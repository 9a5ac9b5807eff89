// How a set-up is taken away again without losing what is still on its way: commands in order, with their reasons.

import type { Description, Named, Rule } from './description.ts';
import type { SetupForm } from './request.ts';

type Of<Kind extends Named['kind']> = Extract<Named, { readonly kind: Kind }>;

/** A shell script to be read and run step by step. */
export function removalSteps(form: SetupForm, description: Description): string {
  const steps = [
    ...stopSteps(description),
    ...drainSteps(description),
    ...detachSteps(description),
    deleteStep(form, description),
    ...leftSteps(description),
  ];
  const lines = steps.map(([why, ...commands], at) => [`# ${at + 1}. ${why}`, ...commands, ''].join('\n'));
  return `# Removes: ${description.title}. Run it step by step.\n\n${lines.join('\n')}`;
}

type Step = readonly [why: string, ...commands: string[]];

const ofKind = <Kind extends Named['kind']>({ resources }: Description, kind: Kind): readonly Of<Kind>[] =>
  resources.filter((resource): resource is Of<Kind> => resource.kind === kind);

function stopSteps(description: Description): readonly Step[] {
  const rules = ofKind(description, 'rule');
  const bus = ({ bus }: Rule): string => (bus === undefined ? '' : ` --event-bus-name ${description.name}`);
  return [
    [
      'No more events from here on. ECS keeps none of them for later.',
      ...rules.map((rule) => `aws events disable-rule --name ${rule.name}${bus(rule)}`),
    ],
  ];
}

function drainSteps(description: Description): readonly Step[] {
  const queues = ofKind(description, 'queue').map(({ name }) => name);
  if (queues.length === 0) return [];
  return [
    [
      'Wait until both numbers of each queue are 0: what is in a queue is deleted with it.',
      ...queues.map(
        (name) =>
          `aws sqs get-queue-attributes --attribute-names ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible \\\n` +
          `  --queue-url "$(aws sqs get-queue-url --queue-name ${name} --query QueueUrl --output text)"`,
      ),
    ],
  ];
}

function detachSteps(description: Description): readonly Step[] {
  const policies = ofKind(description, 'access-policy');
  return policies.map(({ id }) => [
    `Detach the policy ${id} from who has it, whom the first command lists; POLICY_ARN is the output ${id}Arn.`,
    'aws iam list-entities-for-policy --policy-arn "$POLICY_ARN"',
    'aws iam detach-role-policy --policy-arn "$POLICY_ARN" --role-name "$ROLE_NAME"',
  ]);
}

function deleteStep(form: SetupForm, { name }: Description): Step {
  const commands: Readonly<Record<SetupForm, readonly string[]>> = {
    cloudformation: [
      `aws cloudformation delete-stack --stack-name ${name}`,
      `aws cloudformation wait stack-delete-complete --stack-name ${name}`,
    ],
    terraform: ['terraform destroy'],
    cdk: [`npx cdk destroy ${name}`],
  };
  return ['Everything else goes.', ...commands[form]];
}

function leftSteps(description: Description): readonly Step[] {
  const groups = ofKind(description, 'log-group').map(
    ({ name }): Step => [
      'The log group is kept, with its cost, until you delete it.',
      `aws logs delete-log-group --log-group-name ${name}`,
    ],
  );
  const buckets = ofKind(description, 'bucket').map(
    (): Step => [
      'The bucket of what could not be delivered is kept: import it, then delete it. Its name is the output FailedBucketName.',
      'aws s3 sync "s3://$FAILED_BUCKET_NAME" failed',
      "find failed -type f -exec zcat {} + | jq -r '.rawData | @base64d' | shiplog import -",
      'aws s3 rb --force "s3://$FAILED_BUCKET_NAME"',
    ],
  );
  return [...groups, ...buckets];
}
