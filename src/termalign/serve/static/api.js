// What the page asks of the server. Giving up a request ends the work that is done for it.

/** What the server says is wrong. */
export class Fault extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

async function answer(path, body, signal) {
  let response;
  try {
    response = await fetch(path, { method: "POST", body, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Fault("unreachable", error.message);
  }
  if (response.ok) return response;
  const { error } = await response.json();
  throw new Fault(error.code, error.message);
}

export const offer = async () => (await fetch("api")).json();

/** The one object of an answer. */
export async function ask(path, body) {
  const found = await (await answer(path, body)).json();
  if (found.error) throw new Fault(found.error.code, found.error.message);
  return found;
}

/** The objects of an answer, a line each, as they come; the last is `done`. */
export async function* stream(path, body, signal) {
  const response = await answer(path, JSON.stringify(body), signal);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = [];
  let done = false;
  try {
    for (;;) {
      const { value, done: ended } = await reader.read();
      if (ended) break;
      const lines = value.split("\n");
      if (lines.length > 1) {
        lines[0] = rest.join("") + lines[0];
        rest = [];
      }
      rest.push(lines.pop());
      for (const line of lines) {
        const found = JSON.parse(line);
        if (found.error) throw new Fault(found.error.code, found.error.message);
        done ||= "done" in found;
        yield found;
      }
    }
  } catch (error) {
    if (error.name === "AbortError" || error instanceof Fault) throw error;
    throw new Fault("unreachable", error.message);
  }
  if (!done) throw new Fault("unreachable", "the answer has no end");
}

/** Have the browser save an answer as a file; gives its name. */
export async function save(path, body, form) {
  const response = await answer(`${path}?format=${form}`, JSON.stringify(body));
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition"))[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
