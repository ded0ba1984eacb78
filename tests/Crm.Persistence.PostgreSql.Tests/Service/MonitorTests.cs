using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class MonitorTests(PostgreSqlFixture fixture) : MonitorSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
