import { Button, Group, Menu, NativeSelect, Switch } from '@mantine/core';
import { ChevronDown, Clock, EyeOff, Phone as PhoneIcon, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { notify } from '@/components/notify';
import { useMay } from '@/lib/session';
import type { Customer } from '@/lib/simulated-customers';
import { useCreateCustomer, useLetTimePass, useSetReach } from '../api/customers';
import classes from './CustomerBar.module.css';

type CustomerBarProps = {
  customers: Customer[];
  current: Customer;
  reachable: boolean;
  onChoose: (id: string) => void;
};

/** Longer than the 24 hours in which free words may be sent. */
const hours = 25;

/** Whose phone this is, and a fresh phone for a new test. */
export function CustomerBar({ customers, current, reachable, onChoose }: CustomerBarProps) {
  const { t } = useTranslation('simulator');
  const mayWrite = useMay()('FLOWS_EDIT');
  const create = useCreateCustomer();
  const reach = useSetReach();
  const silence = useLetTimePass();
  const add = (hiddenNumber: boolean) =>
    create.mutate(
      { hiddenNumber },
      {
        onSuccess: ({ id }) => onChoose(id),
        onError: (error) => notify({ color: 'red', title: t('customers.notMade'), message: error.message }),
      },
    );
  const letTimePass = () =>
    silence.mutate(
      { id: current.id, hours },
      {
        onSuccess: () =>
          notify({
            title: t('customers.passed', { hours }),
            message: t('customers.passedText', { name: current.name, hours }),
          }),
        onError: (error) => notify({ color: 'red', title: t('customers.notPassed'), message: error.message }),
      },
    );
  return (
    <Group gap="xs">
      <Group gap="xs" wrap="nowrap" className={classes.row}>
        <NativeSelect
          className={classes.select}
          aria-label={t('customers.label')}
          value={current.id}
          onChange={(event) => onChoose(event.currentTarget.value)}
          data={customers.map(({ id, name, phone }) => ({
            value: id,
            label: phone ? t('customers.named', { name, phone }) : t('customers.hidden', { name }),
          }))}
        />
        {mayWrite && (
          <Menu position="bottom-end" width={240}>
            <Menu.Target>
              <Button
                variant="default"
                className={classes.add}
                loading={create.isPending}
                leftSection={<UserPlus size={16} aria-hidden />}
                aria-label={t('customers.new')}
                rightSection={<ChevronDown size={14} aria-hidden />}
              >
                <span className={classes.wide}>{t('customers.new')}</span>
                <span className={classes.narrow}>{t('customers.newShort')}</span>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<PhoneIcon size={16} aria-hidden />} onClick={() => add(false)}>
                {t('customers.visibleNumber')}
              </Menu.Item>
              <Menu.Item leftSection={<EyeOff size={16} aria-hidden />} onClick={() => add(true)}>
                {t('customers.hideNumber')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {mayWrite && (
        <>
          <Switch
            size="sm"
            label={t('customers.refused')}
            checked={!reachable}
            disabled={reach.isPending}
            onChange={({ currentTarget }) =>
              reach.mutate({ id: current.id, reachable: !currentTarget.checked })
            }
          />
          <Button
            size="compact-sm"
            variant="default"
            classNames={{ section: classes.alone }}
            leftSection={<Clock size={14} aria-hidden />}
            loading={silence.isPending}
            aria-label={t('customers.pass', { hours })}
            title={t('customers.pass', { hours })}
            onClick={letTimePass}
          >
            <span className={classes.wide}>{t('customers.pass', { hours })}</span>
          </Button>
        </>
      )}
    </Group>
  );
}
