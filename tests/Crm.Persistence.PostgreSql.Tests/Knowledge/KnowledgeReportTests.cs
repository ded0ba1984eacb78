using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeReportTests(PostgreSqlFixture fixture) : KnowledgeReportSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
