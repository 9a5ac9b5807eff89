// What main.ts hands to the command line: the terminal, the settings, and the two things that need the whole program,
// opening a data directory and serving it. Commands are written against these, so that a test can run them in-process.

import type { RunningServer } from '../api/server.ts';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { Terminal } from './terminal.ts';

/** Values of the flags that are settings, as they were given. */
export type SettingFlags = Readonly<Partial<Record<keyof Config, string | undefined>>>;

export interface CliEffects {
  readonly version: string;
  readonly terminal: Terminal;
  /** Flags, then environment, then defaults. Throws ConfigError. */
  config(flags: SettingFlags): Config;
  /** Throws DataDirectoryInUse. */
  openApp(config: Config): Promise<App>;
  /** Throws DataDirectoryInUse and ListenError. */
  serve(config: Config): Promise<RunningServer>;
}
