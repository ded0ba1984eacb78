using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class PipelineReportTests(PostgreSqlFixture fixture) : PipelineReportSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
