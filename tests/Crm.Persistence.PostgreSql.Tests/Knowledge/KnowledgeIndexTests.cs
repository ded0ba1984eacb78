using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeIndexTests(PostgreSqlFixture fixture) : KnowledgeIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
