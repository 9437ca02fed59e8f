import { type MaterialPicture, type Problem, problemOf } from '@tilth/api';
import { ProblemNote } from '@tilth/ui';
import { Slider, Upload } from 'antd';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeBox, Draft } from './draft';
import { upload } from './upload';

interface Props {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  known: MaterialPicture[];
}

interface Size {
  url: string;
  width: number;
  height: number;
}

/** A picture on which each member's own code is put: dragged to where it belongs. */
export function PosterField({ draft, change, known }: Props) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [brought, setBrought] = useState<MaterialPicture | null>(null);
  const picture = [brought, ...known].find((one) => one?.id === draft.picture) ?? null;
  const bring = async (file: File) => {
    setProblem(null);
    try {
      const kept = await upload(file);
      setBrought(kept);
      change({ picture: kept.id, cover: kept.id });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <div className="stack">
      {picture ? <Placing picture={picture} code={draft.code} onPlace={(code) => change({ code })} /> : null}
      <Upload.Dragger
        accept="image/*"
        showUploadList={false}
        beforeUpload={(file) => {
          void bring(file);
          return false;
        }}
      >
        <p>
          <strong>{t(picture ? 'materials.replacePoster' : 'materials.bringPoster')}</strong>
        </p>
        <p className="quiet small">{t('materials.posterHelp')}</p>
      </Upload.Dragger>
      {problem ? <ProblemNote problem={problem} /> : null}
    </div>
  );
}

const STEP = 10;
const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

function Placing({ picture, code, onPlace }: { picture: Size; code: CodeBox; onPlace: (code: CodeBox) => void }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ x: number; y: number } | null>(null);
  const place = (next: CodeBox) => onPlace(within(next, picture));
  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !held.current) {
      return;
    }
    place({
      ...code,
      left: ((event.clientX - held.current.x - box.left) / box.width) * 1000,
      top: ((event.clientY - held.current.y - box.top) / box.height) * 1000,
    });
  };
  const walk = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move) {
      event.preventDefault();
      place({ ...code, left: code.left + move[0], top: code.top + move[1] });
    }
  };
  return (
    <div className="poster">
      <div className="poster-frame" ref={frame}>
        <img src={picture.url} width={picture.width} height={picture.height} alt="" draggable={false} />
        <button
          type="button"
          className="poster-code"
          aria-label={t('materials.codePlace')}
          style={{ left: `${code.left / 10}%`, top: `${code.top / 10}%`, width: `${code.width / 10}%` }}
          onKeyDown={walk}
          onPointerDown={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            held.current = { x: event.clientX - box.left, y: event.clientY - box.top };
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            held.current = null;
          }}
        >
          {t('materials.codeHere')}
        </button>
      </div>
      <div className="poster-size">
        <span className="field-label">{t('materials.codeSize')}</span>
        <Slider
          min={100}
          max={600}
          value={code.width}
          tooltip={{ open: false }}
          aria-label={t('materials.codeSize')}
          onChange={(width) => place({ ...code, width })}
        />
        <p className="quiet small">{t('materials.codeHelp')}</p>
      </div>
    </div>
  );
}

/** The code is square; its height counts in the picture's own measure. */
function within(code: CodeBox, picture: Size): CodeBox {
  const height = (code.width * picture.width) / picture.height;
  return {
    width: Math.round(code.width),
    left: Math.round(Math.min(Math.max(0, code.left), 1000 - code.width)),
    top: Math.round(Math.min(Math.max(0, code.top), Math.max(0, 1000 - height))),
  };
}
