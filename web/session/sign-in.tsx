// The sign-in form: one field for a token.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../api/problem.ts';
import { useSession } from './session-provider.tsx';
import './sign-in.css';

export function SignIn() {
  const { signIn } = useSession();
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    document.title = 'Sign in · Shiplog';
  }, []);

  const submit = async (): Promise<void> => {
    setBusy(true);
    try {
      await signIn(token.trim());
    } catch (cause) {
      setProblem(asProblem(cause));
      setBusy(false);
    }
  };

  return (
    <div className="sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '' && !busy) void submit();
        }}
      >
        <Container header={<Header variant="h1">Sign in</Header>}>
          <Form
            actions={
              <Button variant="primary" formAction="submit" disabled={token.trim() === ''} loading={busy}>
                Sign in
              </Button>
            }
          >
            <SpaceBetween size="l">
              {problem !== null && (
                <Alert type={problem.code === 'offline' ? 'warning' : 'error'} header={problem.message}>
                  {problem.hint}
                </Alert>
              )}
              <FormField
                label="Token"
                description="This server asks who you are. Your browser keeps the token until this tab is closed."
                constraintText={
                  <>
                    Whoever runs the server makes one with{' '}
                    <Box variant="code">shiplog credentials create</Box>.
                  </>
                }
              >
                <Input
                  type="password"
                  value={token}
                  autoFocus
                  autoComplete={false}
                  spellcheck={false}
                  onChange={({ detail }) => setToken(detail.value)}
                />
              </FormField>
            </SpaceBetween>
          </Form>
        </Container>
      </form>
    </div>
  );
}
