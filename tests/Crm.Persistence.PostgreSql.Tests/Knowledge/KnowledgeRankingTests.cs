using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeRankingTests(PostgreSqlFixture fixture) : KnowledgeRankingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
