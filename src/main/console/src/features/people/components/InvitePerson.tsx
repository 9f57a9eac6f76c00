import { useEffect, useState } from 'react';
import { showFailed } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import { LinkDialog } from './LinkDialog';
import type { Link } from './PeoplePage';
import { PersonForm } from './PersonForm';

/** Invites somebody from wherever one is: the form, then the link to hand over. */
export function InvitePerson({ onClose }: { onClose: () => void }) {
  const people = gateway.useQuery('get', '/api/v1/users');
  const [link, setLink] = useState<Link | null>(null);
  const { error } = people;
  useEffect(() => {
    if (!error) return;
    showFailed(error as Error);
    onClose();
  }, [error, onClose]);
  if (link) return <LinkDialog link={link} onClose={onClose} />;
  if (!people.data) return null;
  return (
    <PersonForm
      person={null}
      roles={people.data.roles}
      onClose={onClose}
      onInvited={({ user, link: made }) => setLink({ ...made, username: user.username })}
    />
  );
}
