// The form of a question, made from its definition: one field per input, and what the server says about each.

import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import { useState } from 'react';
import './question-form.css';
import type { Problem } from '../api/problem.ts';
import type { Definition, InvestigationInput } from '../api/responses.ts';
import { InputField } from './input-field.tsx';
import { type Inputs, missingInputs } from './inputs.ts';

interface Props {
  readonly definition: Definition;
  /** What the address says; the form starts from it. */
  readonly asked: Inputs;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onAsk: (inputs: Inputs) => void;
}

export function QuestionForm({ definition, asked, busy, problem, onAsk }: Props) {
  const [inputs, setInputs] = useState<Inputs>(asked);
  const [submitted, setSubmitted] = useState(false);
  const missing = submitted ? missingInputs(definition, inputs) : [];

  const submit = (values: Inputs) => {
    setInputs(values);
    setSubmitted(true);
    if (missingInputs(definition, values).length === 0) onAsk(values);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit(inputs);
      }}
    >
      <Container>
        <Form>
          <div className="question-form">
            {definition.inputs.map((input) => (
              <Field
                key={input.name}
                input={input}
                value={inputs[input.name] ?? ''}
                problem={problem?.input === input.name ? problem : null}
                missing={missing.includes(input.name)}
                onChange={(value) => setInputs({ ...inputs, [input.name]: value })}
                onPick={(value) => submit({ ...inputs, [input.name]: value })}
              />
            ))}
            <div className="question-form-action">
              <Button variant="primary" formAction="submit" loading={busy} loadingText="Reading the history">
                Answer
              </Button>
            </div>
          </div>
        </Form>
      </Container>
    </form>
  );
}

interface FieldProps {
  readonly input: InvestigationInput;
  readonly value: string;
  readonly problem: Problem | null;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
  readonly onPick: (value: string) => void;
}

function Field({ input, value, problem, missing, onChange, onPick }: FieldProps) {
  const errorText = missing ? `${input.label} is needed to answer this.` : problem?.message;
  return (
    <FormField
      label={input.required ? input.label : <Optional label={input.label} />}
      constraintText={input.help}
      errorText={errorText}
      stretch
    >
      <InputField input={input} value={value} onChange={onChange} onPick={onPick} />
      {problem !== null && problem.suggestions.length > 0 && (
        <div className="question-form-suggestions">
          Did you mean{' '}
          {problem.suggestions.map((suggestion) => (
            <Button key={suggestion} variant="inline-link" onClick={() => onPick(suggestion)}>
              {suggestion}
            </Button>
          ))}
          ?
        </div>
      )}
    </FormField>
  );
}

const Optional = ({ label }: { readonly label: string }) => (
  <>
    {label} <i>– optional</i>
  </>
);
