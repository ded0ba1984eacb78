using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class MonitorRaceTests(PostgreSqlFixture fixture) : MonitorRaceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
