// A list that goes on, beside fragments on interfaces, as a component of Relay declares them.
graphql`
  query RoadmapActionsQuery($id: ID!, $count: Int = 5) {
    roadmap(id: $id) {
      title
      ...RoadmapActions_page @arguments(count: $count)
    }
    node(id: $id) {
      ...RoadmapActions_sources @alias(as: "sources")
    }
  }
`;

graphql`
  fragment RoadmapActions_page on Roadmap
  @refetchable(queryName: "RoadmapActionsPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }) {
    actions(first: $count, after: $cursor, orderBy: [{ code: ASC }]) @connection(key: "RoadmapActions_actions", filters: []) {
      edges {
        node {
          code
          leads {
            ...RoadmapActions_actor
          }
        }
      }
    }
  }
`;

graphql`
  fragment RoadmapActions_actor on Actor {
    name
    ... on Organization {
      kind
    }
    ... on Mandate {
      status
    }
  }
`;

graphql`
  fragment RoadmapActions_sources on Cited {
    citations {
      locator
    }
  }
`;
