import { api, ask, type MaterialFile } from '@tilth/api';

/** Wider than any phone shows; the server draws it anew all the same. */
const WIDEST = 2000;
const SMALL = 1024 * 1024;
const AS_THEY_ARE = ['image/jpeg', 'image/png', 'image/gif', 'application/pdf'];

/** Brings a picture or a PDF to the server, with what a browser can do about it done first. */
export async function upload(file: File): Promise<MaterialFile> {
  const ready = await prepared(file);
  return ask(
    api.POST('/api/v1/material-files', {
      body: { file: '' },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', ready, ready.name);
        return form;
      },
    }),
  );
}

/** Large photographs are made smaller before they travel, and other kinds of picture become ones that all can show. */
async function prepared(file: File): Promise<File> {
  const fine = AS_THEY_ARE.includes(file.type) && (file.size <= SMALL || !/jpeg|png/.test(file.type));
  if (fine || !file.type.startsWith('image/') || typeof createImageBitmap !== 'function') {
    return file;
  }
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, WIDEST / bitmap.width);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) {
      return file;
    }
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
    return blob ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file;
  } catch {
    return file; // the server says what is wrong with it
  }
}
