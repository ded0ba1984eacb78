using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeUseTests(PostgreSqlFixture fixture) : KnowledgeUseSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
