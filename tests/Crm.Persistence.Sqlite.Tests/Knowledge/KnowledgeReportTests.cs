using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeReportTests(SqliteFixture fixture) : KnowledgeReportSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
