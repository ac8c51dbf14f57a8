/** Reads a text off the page's thread. One text, then the worker is ended. */
import { answerText, type TextRequest } from './answer-text';

addEventListener('message', ({ data }: MessageEvent<TextRequest>) => void answerText(data).then((answer) => postMessage(answer)));
