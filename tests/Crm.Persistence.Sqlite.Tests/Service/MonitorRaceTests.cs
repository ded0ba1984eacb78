using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class MonitorRaceTests(SqliteFixture fixture) : MonitorRaceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
