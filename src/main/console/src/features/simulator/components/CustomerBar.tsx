import { Button, Group, Menu, NativeSelect, Switch } from '@mantine/core';
import { ChevronDown, Clock, EyeOff, Phone as PhoneIcon, UserPlus } from 'lucide-react';
import { notify } from '@/components/notify';
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
  const create = useCreateCustomer();
  const reach = useSetReach();
  const silence = useLetTimePass();
  const add = (hiddenNumber: boolean) =>
    create.mutate(
      { hiddenNumber },
      {
        onSuccess: ({ id }) => onChoose(id),
        onError: (error) => notify({ color: 'red', title: 'No new customer', message: error.message }),
      },
    );
  const letTimePass = () =>
    silence.mutate(
      { id: current.id, hours },
      {
        onSuccess: () =>
          notify({
            title: `${hours} hours of silence`,
            message: `To the gateway ${current.name} wrote last ${hours} hours earlier: it sends only templates until they write again.`,
          }),
        onError: (error) => notify({ color: 'red', title: 'No time has passed', message: error.message }),
      },
    );
  return (
    <Group gap="xs">
      <Group gap="xs" wrap="nowrap" className={classes.row}>
        <NativeSelect
          className={classes.select}
          aria-label="Customer"
          value={current.id}
          onChange={(event) => onChoose(event.currentTarget.value)}
          data={customers.map(({ id, name, phone }) => ({
            value: id,
            label: `${name} · ${phone ?? 'number hidden'}`,
          }))}
        />
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <Button
              variant="default"
              className={classes.add}
              loading={create.isPending}
              leftSection={<UserPlus size={16} aria-hidden />}
              aria-label="New customer"
              rightSection={<ChevronDown size={14} aria-hidden />}
            >
              New<span className={classes.wide}>&nbsp;customer</span>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<PhoneIcon size={16} aria-hidden />} onClick={() => add(false)}>
              Phone number visible
            </Menu.Item>
            <Menu.Item leftSection={<EyeOff size={16} aria-hidden />} onClick={() => add(true)}>
              Hide phone number
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Switch
        size="sm"
        label="WhatsApp refuses messages"
        checked={!reachable}
        disabled={reach.isPending}
        onChange={({ currentTarget }) => reach.mutate({ id: current.id, reachable: !currentTarget.checked })}
      />
      <Button
        size="compact-sm"
        variant="default"
        classNames={{ section: classes.alone }}
        leftSection={<Clock size={14} aria-hidden />}
        loading={silence.isPending}
        aria-label={`Let ${hours} h pass`}
        title={`Let ${hours} h pass`}
        onClick={letTimePass}
      >
        <span className={classes.wide}>Let {hours} h pass</span>
      </Button>
    </Group>
  );
}
