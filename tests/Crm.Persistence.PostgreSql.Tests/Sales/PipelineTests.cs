using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class PipelineTests(PostgreSqlFixture fixture) : PipelineSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
