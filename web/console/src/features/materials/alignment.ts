import { Extension } from '@tiptap/core';

const TYPES = ['paragraph', 'heading'];

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    alignment: {
      align: (where: 'center' | 'right' | null) => ReturnType;
    };
  }
}

/** Centre and right, as an attribute of its own: the server keeps no styles. */
export const Alignment = Extension.create({
  name: 'alignment',
  addGlobalAttributes() {
    return [
      {
        types: TYPES,
        attributes: {
          align: {
            default: null,
            parseHTML: (element) => {
              const said = element.getAttribute('data-align') ?? element.style.textAlign;
              return said === 'center' || said === 'right' ? said : null;
            },
            renderHTML: ({ align }) => (align ? { 'data-align': align } : {}),
          },
        },
      },
    ];
  },
  addCommands() {
    return {
      align:
        (where) =>
        ({ commands }) =>
          TYPES.map((type) => commands.updateAttributes(type, { align: where })).some(Boolean),
    };
  },
});
