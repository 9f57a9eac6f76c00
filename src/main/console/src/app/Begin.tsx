import { useNavigate } from '@tanstack/react-router';
import { NewFlowDialog } from '@/features/flows/components/NewFlowDialog';
import { InvitePerson } from '@/features/people/components/InvitePerson';
import { gateway } from '@/lib/gateway';

type BeginProps = { what: 'flow' | 'person'; onClose: () => void };

/** What can be begun over any page. */
export function Begin({ what, onClose }: BeginProps) {
  return what === 'flow' ? <NewFlow onClose={onClose} /> : <InvitePerson onClose={onClose} />;
}

function NewFlow({ onClose }: Pick<BeginProps, 'onClose'>) {
  const navigate = useNavigate();
  const flows = gateway.useQuery('get', '/api/v1/flows');
  return (
    <NewFlowDialog
      wanted={{ kind: 'starter' }}
      taken={(flows.data?.flows ?? []).map(({ id }) => id)}
      onClose={onClose}
      onMade={(flow) => {
        onClose();
        void navigate({ to: '/flows/$flowId', params: { flowId: flow } });
      }}
    />
  );
}
