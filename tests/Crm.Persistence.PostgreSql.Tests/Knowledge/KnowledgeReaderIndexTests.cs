using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeReaderIndexTests(PostgreSqlFixture fixture) : KnowledgeReaderIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
