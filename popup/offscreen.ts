/** The document that uses the clipboard for a service worker (Chromium). Nobody sees it, and it keeps nothing. */
import { type ClipboardAnswer, type ClipboardTask, clipboardChannel } from '../src/platform/clipboard-channel.ts';

const channel = new BroadcastChannel(clipboardChannel);

channel.onmessage = ({ data: { id, write } }: MessageEvent<ClipboardTask>) => {
  const text = write === undefined ? read() : copied(write);
  const answer: ClipboardAnswer = { answers: id, ...(text !== undefined && { text }) };
  channel.postMessage(answer);
};

/** The async clipboard wants a document that is in front: this one never is. */
function copied(text: string): string | undefined {
  const onCopy = (event: ClipboardEvent) => {
    // '' can be set this way alone: an empty selection copies nothing
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true });
  select(' ');
  return document.execCommand('copy') ? text : undefined;
}

function read(): string | undefined {
  const area = select('');
  const isDone = document.execCommand('paste');
  const { value } = area;
  area.value = '';
  return isDone ? value : undefined;
}

function select(text: string): HTMLTextAreaElement {
  const [area = document.createElement('textarea')] = document.getElementsByTagName('textarea');
  area.value = text;
  area.focus();
  area.select();
  return area;
}
