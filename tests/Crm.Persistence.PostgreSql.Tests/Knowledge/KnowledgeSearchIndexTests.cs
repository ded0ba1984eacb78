using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeSearchIndexTests(PostgreSqlFixture fixture) : KnowledgeSearchIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
