using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeVoteTests(PostgreSqlFixture fixture) : KnowledgeVoteSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
