import { problemOf } from '@tilth/api';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Trouble } from '../parts/states';

/** A page that is not there, or one that broke. */
export function Lost() {
  const error = useRouteError();
  const problem = problemOf(isRouteErrorResponse(error) ? new Error() : error);
  return <Trouble problem={problem} retry={() => location.assign('/w')} />;
}
