using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class PipelineTests(SqliteFixture fixture) : PipelineSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
