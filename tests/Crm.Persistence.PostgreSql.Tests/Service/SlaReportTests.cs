using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class SlaReportTests(PostgreSqlFixture fixture) : SlaReportSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
