// The page that is measured: an Excalidraw with the cards, and the gestures over it.

import { Excalidraw, convertToExcalidrawElements } from "@excalidraw/excalidraw";
import { createRoot } from "react-dom/client";

// A gesture is done once the frame after it is drawn.
const painted = () =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = done;
      after.port2.postMessage(0);
    }),
  );

const center = () => ({ clientX: innerWidth / 2, clientY: innerHeight / 2 });
const canvas = () => document.querySelector("canvas.interactive");
const wheel = (how) =>
  canvas().dispatchEvent(
    new WheelEvent("wheel", { ...center(), ...how, bubbles: true, cancelable: true }),
  );

let board;

// `cards` are [x, y, width, height, words] in pixels; milliseconds until they are in sight.
window.open_board = async (cards) => {
  const elements = convertToExcalidrawElements(
    cards.map(([x, y, width, height, text]) => ({
      type: "rectangle",
      ...{ x, y, width, height, roughness: 0, strokeWidth: 1, strokeColor: "#DDD9CF" },
      ...{ backgroundColor: "#FFFFFF", fillStyle: "solid" },
      label: { text, fontSize: 15, fontFamily: 2, textAlign: "left", strokeColor: "#1F2A30" },
    })),
  );
  await document.fonts.ready;
  const begun = performance.now();
  await new Promise((ready) =>
    createRoot(document.getElementById("board")).render(
      <Excalidraw
        initialData={{ elements, appState: { scrollX: 0, scrollY: 0 } }}
        excalidrawAPI={(api) => {
          board = api;
          ready();
        }}
      />,
    ),
  );
  while (!board.getSceneElements().length) await painted();
  await painted();
  return performance.now() - begun;
};

const frames = async (gestures) => {
  const times = [];
  for (const gesture of gestures) {
    const begun = performance.now();
    gesture();
    await painted();
    times.push(performance.now() - begun);
  }
  return times;
};

// The wheel by these pixels, across and down; how far down it went in the end.
window.pan = async (moves) => {
  const before = board.getAppState().scrollY;
  const pan = ([deltaX, deltaY]) => () => wheel({ deltaX, deltaY });
  const times = await frames(moves.map(pan));
  return { times, went: before - board.getAppState().scrollY };
};

// Ctrl and the wheel through these sizes; the least that there was.
window.zoom = async (sizes) => {
  const now = () => board.getAppState().zoom.value;
  let least = now();
  canvas().dispatchEvent(new PointerEvent("pointermove", { ...center(), bubbles: true }));
  const to = (size) => () => {
    least = Math.min(least, now());
    wheel({ ctrlKey: true, deltaY: (now() - size) * 100 });
  };
  const times = await frames(sizes.map(to));
  return { times, went: least };
};
