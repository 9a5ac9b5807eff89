// A set-up as text in the form that somebody deploys with, with a head that says how.

import { describeSetup } from './describe.ts';
import type { Description } from './description.ts';
import { printCdk } from './print-cdk.ts';
import { printCloudFormation } from './print-cloudformation.ts';
import { printTerraform } from './print-terraform.ts';
import { removalSteps } from './removal.ts';
import type { SetupForm, SetupRequest } from './request.ts';
import { snake } from './terraform-blocks.ts';

interface Form {
  readonly comment: '#' | '//';
  readonly print: (description: Description) => string;
  readonly deploy: (description: Description) => readonly string[];
}

const forms: Readonly<Record<SetupForm, Form>> = {
  cloudformation: {
    comment: '#',
    print: printCloudFormation,
    deploy: ({ name, parameters }) => [
      `aws cloudformation deploy --stack-name ${name} --template-file ${name}.yaml --capabilities CAPABILITY_IAM`,
      ...parameters.map((parameter) => `  --parameter-overrides ${parameter.name}="$SHIPLOG_TOKEN"`),
    ],
  },
  terraform: {
    comment: '#',
    print: printTerraform,
    deploy: ({ parameters }) => [
      ...parameters.map(({ name }) => `export TF_VAR_${snake(name)}="$SHIPLOG_TOKEN"`),
      'terraform init && terraform apply',
    ],
  },
  cdk: {
    comment: '//',
    print: printCdk,
    deploy: ({ name, parameters }) => [
      'npm install aws-cdk-lib constructs',
      [
        `npx cdk deploy ${name}`,
        ...parameters.map((parameter) => `--parameters ${name}:${parameter.name}="$SHIPLOG_TOKEN"`),
      ].join(' '),
    ],
  },
};

/** Throws SetupRefused. */
export function printSetup(form: SetupForm, request: SetupRequest): string {
  const description = describeSetup(request);
  const { comment, print, deploy } = forms[form];
  const head = [`${description.title}.`, '', ...deploy(description).map((line) => `  ${line}`)];
  const comments = head.map((line) => `${comment} ${line}`.trimEnd());
  return `${comments.join('\n')}\n\n${print(description)}`;
}

/** Throws SetupRefused. */
export function printRemoval(form: SetupForm, request: SetupRequest): string {
  return removalSteps(form, describeSetup(request));
}
