using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class SlaReportTests(SqliteFixture fixture) : SlaReportSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
