using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeEditionTests(PostgreSqlFixture fixture) : KnowledgeEditionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
