// Ids of tasks in running text: the whole id tells a reader nothing, its start is enough to tell two apart.

const taskId = /\b([0-9a-f]{8})(?:[0-9a-f]{24}|-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/g;

/** The text with every task id cut to its first eight characters. */
export const shortTaskIds = (text: string): string => text.replace(taskId, '$1…');
