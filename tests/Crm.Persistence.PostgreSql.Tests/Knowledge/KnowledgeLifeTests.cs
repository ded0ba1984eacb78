using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeLifeTests(PostgreSqlFixture fixture) : KnowledgeLifeSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
