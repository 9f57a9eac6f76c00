import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Props = AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;

/** A link to another page of the console; its address and its search parameters are checked like a route's. */
export const AnchorLink = createLink((props: Props) => <Anchor underline="always" {...props} />);
