import { Anchor, Center, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

export function NotFound() {
  return (
    <Center component="main" id="main" tabIndex={-1} p="xl" mih="60dvh">
      <Stack align="center">
        <Title order={1} size="h3">
          There is no such page
        </Title>
        <Text>The address may be mistyped, or the page was moved.</Text>
        <Anchor component={Link} to="/" underline="always">
          Go to the start page
        </Anchor>
      </Stack>
    </Center>
  );
}
