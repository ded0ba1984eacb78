using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class PipelineReportTests(SqliteFixture fixture) : PipelineReportSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
