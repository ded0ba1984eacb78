using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeChangeTests(PostgreSqlFixture fixture) : KnowledgeChangeSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
