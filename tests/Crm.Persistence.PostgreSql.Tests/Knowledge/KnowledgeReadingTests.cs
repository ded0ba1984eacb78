using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeReadingTests(PostgreSqlFixture fixture) : KnowledgeReadingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
