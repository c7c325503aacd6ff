import { ToolbarButton, useGraphiQL } from '@graphiql/react';

function parsed(variables) {
  return variables.trim() ? JSON.parse(variables) : {};
}

function save(blob, name) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

function fileName(response, format) {
  return /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? `jalon.${format}`;
}

/** A button that saves all of the one list of the query as a table, or shows in the place of an answer why there is none. */
export function TableButton({ format, label }) {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    ({ queryEditor, variableEditor, responseEditor }) => ({ queryEditor, variableEditor, responseEditor }),
  );
  const download = async () => {
    try {
      const response = await fetch(`graphql?format=${format}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          query: queryEditor?.getValue() ?? '',
          variables: parsed(variableEditor?.getValue() ?? ''),
        }),
      });
      if (response.headers.has('Content-Disposition')) {
        save(await response.blob(), fileName(response, format));
      } else {
        responseEditor?.setValue(JSON.stringify(await response.json(), null, 2));
      }
    } catch (failure) {
      responseEditor?.setValue(JSON.stringify({ errors: [{ message: failure.message }] }, null, 2));
    }
  };
  return (
    <ToolbarButton label={label} onClick={download} className="jalon-word">
      {format.toUpperCase()}
    </ToolbarButton>
  );
}
