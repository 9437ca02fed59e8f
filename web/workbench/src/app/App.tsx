import { QueryClientProvider } from '@tanstack/react-query';
import { createQueries, onSignedOut } from '@tilth/api';
import { ConfigProvider } from 'antd-mobile';
import enUS from 'antd-mobile/es/locales/en-US';
import zhCN from 'antd-mobile/es/locales/zh-CN';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Hints } from '../parts/Hints';
import { signIn } from './door';
import { routes } from './routes';

export function App() {
  const { i18n } = useTranslation();
  const [queries] = useState(createQueries);
  const [router] = useState(() => {
    const made = createBrowserRouter(routes);
    onSignedOut(() => {
      const { pathname, search } = made.state.location;
      if (pathname !== '/w/door') {
        signIn(pathname + search);
      }
    });
    return made;
  });
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN}>
        <Hints>
          <RouterProvider router={router} />
        </Hints>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
