using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeShelfTests(PostgreSqlFixture fixture) : KnowledgeShelfSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
