// All actions by pages, from either end.
graphql`
  query EveryActionQuery($filter: ActionFilter, $orderBy: [ActionOrder!]) {
    ...EveryAction_page @arguments(filter: $filter, orderBy: $orderBy)
  }
`;

graphql`
  fragment EveryAction_page on Query
  @refetchable(queryName: "EveryActionPaginationQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 10 }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
    filter: { type: "ActionFilter" }
    orderBy: { type: "[ActionOrder!]" }
  ) {
    actions(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy)
      @connection(key: "EveryAction_actions") {
      totalCount
      edges {
        node {
          id
          title
        }
      }
    }
  }
`;
