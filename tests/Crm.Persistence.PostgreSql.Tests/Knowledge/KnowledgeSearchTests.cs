using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeSearchTests(PostgreSqlFixture fixture) : KnowledgeSearchSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
