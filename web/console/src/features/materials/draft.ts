import type { MaterialKind, OpenedMaterial } from '@tilth/api';

export interface CodeBox {
  left: number;
  top: number;
  width: number;
}

/** What somebody is writing. */
export interface Draft {
  title: string;
  description: string;
  cover: string | null;
  priced: boolean;
  folder: string | null;
  html: string;
  file: string | null;
  download: boolean;
  picture: string | null;
  code: CodeBox;
  target: string;
}

export const KINDS: MaterialKind[] = ['ARTICLE', 'DOCUMENT', 'POSTER', 'LINK'];
export const USUAL_CODE: CodeBox = { left: 730, top: 800, width: 220 };

export const BLANK: Draft = {
  title: '',
  description: '',
  cover: null,
  priced: false,
  folder: null,
  html: '',
  file: null,
  download: false,
  picture: null,
  code: USUAL_CODE,
  target: '',
};

export function draftOf(material: OpenedMaterial): Draft {
  const { content } = material;
  return {
    title: material.title,
    description: material.description,
    cover: material.cover,
    priced: material.priced,
    folder: material.folder,
    html: content.html ?? '',
    file: content.file,
    download: content.download ?? false,
    picture: content.picture,
    code: content.code ?? USUAL_CODE,
    target: content.target ?? '',
  };
}

export function bodyOf(draft: Draft, kind: MaterialKind) {
  const content = {
    ARTICLE: { html: draft.html },
    DOCUMENT: { file: draft.file, download: draft.download },
    POSTER: { picture: draft.picture, code: draft.code },
    LINK: { target: draft.target.trim() || null },
  }[kind];
  const { title, description, cover, priced, folder } = draft;
  return { title: title.trim(), description: description.trim(), cover, priced, folder, content };
}
