/// <reference types="vite/client" />
declare module 'virtual:tilth-tokens.css';
