import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const job = (externalJobId: string, name: string) => ({
  externalJobId,
  name,
  department: 'Operations',
  active: true,
  visible: true,
  flow: undefined as string | undefined,
  warnings: [],
});
const applicant = {
  contactId: 7,
  key: 'k1',
  name: 'Grace Muthoni',
  phone: '•••001',
  cv: 'KEPT',
  filename: 'cv.pdf',
  state: 'refused',
  reason: 'The ERP answers 422.',
  mayRetry: true,
  at: '2026-07-01T08:00:00Z',
};

function staff() {
  const jobs = [job('J-1', 'Driver'), job('J-2', 'Cook')];
  const view = () =>
    ok({ jobs, available: true, readAt: '2026-07-01T08:00:00Z', flows: [{ id: 'apply', title: 'Apply' }] });
  const gateway = new FakeGateway(0)
    .on('GET', '/api/jobs', view)
    .on('POST', '/api/jobs/refresh', view)
    .on('GET', '/api/jobs/J-1/applicants', () => ok({ applicants: [applicant] }))
    .on('PUT', '/api/jobs/J-1/visibility', ({ body }) => {
      Object.assign(jobs[0]!, body);
      return { status: 204 };
    })
    .on('PUT', '/api/jobs/J-1/flow', ({ body }) => {
      Object.assign(jobs[0]!, body);
      return { status: 204 };
    });
  return { jobs, gateway };
}

// 004-32, 004-33: the texts with nothing chosen, then a position at its address
it('lists the positions of the ERP and opens one at its address', async () => {
  const { router } = renderApp({ path: '/jobs', gateway: staff().gateway });
  expect(await screen.findByRole('heading', { level: 1, name: 'Job Positions' })).toBeTruthy();
  expect(screen.getByText('HR roles synced from ERP and ready for application flow mapping.')).toBeTruthy();
  expect(await screen.findByText('Select Job Position')).toBeTruthy();
  expect(screen.getByText('Choose a position from the left panel')).toBeTruthy();

  await userEvent.click(await screen.findByRole('link', { name: /Driver/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/jobs/J-1'));
  expect(
    within(screen.getByRole('region', { name: 'Configuration' })).getByText('Operations · J-1'),
  ).toBeTruthy();
});

// 004-32
it('shows a job that was added in the ERP after a refresh, and assigns a flow to one', async () => {
  const { jobs, gateway } = staff();
  renderApp({ path: '/jobs/J-1', gateway });
  await screen.findByRole('link', { name: /Cook/ });
  jobs.push(job('J-3', 'Guard'));
  await userEvent.click(screen.getByRole('button', { name: 'Refresh from ERP' }));
  expect(await screen.findByRole('link', { name: /Guard/ })).toBeTruthy();

  await userEvent.click(screen.getByRole('combobox', { name: 'Application flow' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Apply' }));
  await waitFor(() => expect(jobs[0]?.flow).toBe('apply'));
  expect(within(await screen.findByRole('link', { name: /Driver/ })).getByText('apply')).toBeTruthy();
});

// 004-34
it('hides a job at once, and brings it back by Undo', async () => {
  const { jobs, gateway } = staff();
  renderApp({ path: '/jobs/J-1', gateway });
  const visibility = await screen.findByRole('switch', { name: /Public Visibility/ });
  expect(screen.getByText('When disabled, this job will not appear in WhatsApp HR menu.')).toBeTruthy();
  await userEvent.click(visibility);
  expect(visibility).toHaveProperty('checked', false);
  await waitFor(() => expect(jobs[0]?.visible).toBe(false));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(jobs[0]?.visible).toBe(true));
});

it('hands over an applicant again whom the ERP refused', async () => {
  const { gateway } = staff();
  gateway.on('POST', '/api/jobs/applicants/7/k1/retry', () => ok({ ...applicant, state: 'ok' }));
  renderApp({ path: '/jobs/J-1', gateway });
  const row = await screen.findByRole('row', { name: /Grace Muthoni/ });
  expect(within(row).getByText('Refused by the ERP')).toBeTruthy();
  await userEvent.click(within(row).getByRole('button', { name: 'Retry the hand-over of Grace Muthoni' }));
  expect(await screen.findByText('Grace Muthoni is in the ERP now')).toBeTruthy();
});

// 004-09: HR may be empty
it('says where jobs are set up when the ERP has none to list', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/jobs', () =>
    ok({ jobs: [], available: false, flows: [] }),
  );
  renderApp({ path: '/jobs', gateway });
  expect(await screen.findByText(/its profile has no endpoint LIST_JOBS/)).toBeTruthy();
});
